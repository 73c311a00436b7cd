#version 330
// Interpolates linearly between the four nearest px of a sheet.
//
// columns, rows: for each px of the target from `corner` on, the lower of its two px of the sheet, and the weight of the
// upper one.

uniform sampler2D sheet;
uniform sampler2D columns;
uniform sampler2D rows;
uniform ivec2 corner;
uniform float opacity;

out vec4 colour;

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy) - corner;
    vec2 x = texelFetch(columns, ivec2(0, at.x), 0).rg;
    vec2 y = texelFetch(rows, ivec2(0, at.y), 0).rg;
    ivec2 lower = ivec2(int(x.r), int(y.r));
    vec4 upper_line = mix(
        texelFetch(sheet, lower, 0), texelFetch(sheet, lower + ivec2(1, 0), 0), x.g
    );
    vec4 lower_line = mix(
        texelFetch(sheet, lower + ivec2(0, 1), 0), texelFetch(sheet, lower + ivec2(1, 1), 0), x.g
    );
    colour = mix(upper_line, lower_line, y.g) * opacity;
}
