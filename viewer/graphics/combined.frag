#version 330
// Combines two pictures of equal size: their blend, or their difference times a gain, as viewer/canvas/raster.py does.
//
// one, other: blue, green, red, alpha, premultiplied. weight: of `other` in the blend.

uniform sampler2D one;
uniform sampler2D other;
uniform float weight;
uniform int gain;  // 0: a blend

out vec4 colour;

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec4 a = texelFetch(one, at, 0);
    vec4 b = texelFetch(other, at, 0);
    if (gain == 0) {
        colour = mix(a, b, weight);
    } else {
        ivec3 levels = ivec3(round(abs(a.rgb - b.rgb) * 255.0));
        colour = vec4(vec3(min(levels, 255 / gain) * gain) / 255.0, 1.0);
    }
}
