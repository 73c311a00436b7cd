#version 330
// A rectangle of the target for each block of an image.
//
// place: left, top, right, bottom, px of the target. block: the corner of the block in px of the target, its layer in
// the atlas. block_size: px.

in ivec4 place;
in ivec3 block;
in ivec2 block_size;

uniform ivec2 target_size;

flat out ivec3 corner_and_layer;
flat out ivec2 last;

void main() {
    ivec2 px = ivec2((gl_VertexID & 1) == 0 ? place.x : place.z, (gl_VertexID & 2) == 0 ? place.y : place.w);
    gl_Position = vec4(vec2(px) / vec2(target_size) * 2.0 - 1.0, 0.0, 1.0);
    corner_and_layer = block;
    last = block_size - 1;
}
