#version 330
// Copies a block of an image, px for px. Beyond its end, the last px is repeated.
//
// block: blue, green, red, alpha, premultiplied. corner: of the block, in px of the target.

uniform sampler2D block;
uniform ivec2 corner;
uniform bool is_opaque;  // its alpha is ignored
uniform float opacity;

out vec4 colour;

void main() {
    ivec2 last = textureSize(block, 0) - 1;
    vec4 value = texelFetch(block, clamp(ivec2(gl_FragCoord.xy) - corner, ivec2(0), last), 0);
    colour = vec4(value.rgb, is_opaque ? 1.0 : value.a) * opacity;
}
