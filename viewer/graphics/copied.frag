#version 330
// Copies a block of an image, px for px. Beyond its end, the last px is repeated.
//
// atlas: blue, green, red, alpha, premultiplied.

uniform sampler2DArray atlas;
uniform bool is_opaque;  // its alpha is ignored
uniform float opacity;

flat in ivec3 corner_and_layer;
flat in ivec2 last;

out vec4 colour;

void main() {
    ivec2 px = clamp(ivec2(gl_FragCoord.xy) - corner_and_layer.xy, ivec2(0), last);
    vec4 value = texelFetch(atlas, ivec3(px, corner_and_layer.z), 0);
    colour = vec4(value.rgb, is_opaque ? 1.0 : value.a) * opacity;
}
