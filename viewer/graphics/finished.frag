#version 330
// Puts a picture before a pattern, and converts its colours to those of the screen.
//
// picture, pattern: blue, green, red, alpha, premultiplied. The pattern is opaque, and repeated.
// colours: the converted colour of each blue, green, red; the place of a value is its square root.

uniform sampler2D picture;
uniform sampler2D pattern;
uniform sampler3D colours;
uniform ivec2 corner;  // of the target, in px of the pattern
uniform bool is_converted;

out vec4 colour;

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec4 value = texelFetch(picture, at, 0);
    vec4 behind = texelFetch(pattern, (at + corner) % textureSize(pattern, 0), 0);
    colour = vec4(value.rgb + behind.rgb * (1.0 - value.a), 1.0);
    if (is_converted) {
        float steps = float(textureSize(colours, 0).x - 1);
        vec3 place = (sqrt(colour.rgb) * steps + 0.5) / (steps + 1.0);
        colour = vec4(texture(colours, place).rgb, 1.0);
    }
}
