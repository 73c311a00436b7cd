#version 330
// Sums the result of along_y.frag along x: the colour of each pixel, as blue, green, red, or its alpha in all channels.
//
// sums: the result for the columns of latents from first_latent on. first_row: of pixels, in `sums`.
// columns: as `rows` in along_y.frag.

const int TEXELS = (3 * ORDER + 3) / 4;
const int ENTRIES = (2 * ORDER + 3) / 4;

uniform sampler2D sums;
uniform sampler2D columns;
uniform int first_row;
uniform int first_latent;
uniform bool is_alpha;

out vec4 colour;

void main() {
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    int latent = int(texelFetch(columns, ivec2(0, pixel.x), 0).r) - first_latent;
    vec4 entries[ENTRIES];
    for (int k = 0; k < ENTRIES; ++k) {
        entries[k] = texelFetch(columns, ivec2(1 + k, pixel.x), 0);
    }
    vec3 value = vec3(0.0);
    for (int member = 0; member < 2; ++member) {
        vec4 values[TEXELS];
        for (int k = 0; k < TEXELS; ++k) {
            values[k] = texelFetch(sums, ivec2((latent + member) * TEXELS + k, pixel.y - first_row), 0);
        }
        for (int k = 0; k < ORDER; ++k) {
            int entry = member * ORDER + k;
            float weight = entries[entry / 4][entry % 4];
            for (int channel = 0; channel < 3; ++channel) {
                int index = channel * ORDER + k;
                value[channel] += weight * values[index / 4][index % 4];
            }
        }
    }
    colour = vec4(value.bgr * 0.5 + 0.5, is_alpha ? value.r * 0.5 + 0.5 : 1.0);
}
