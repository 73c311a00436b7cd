#version 330
// Sums the polynomials along y. A texel of the result holds four values of one column of latents, for one row of pixels.
//
// atlas: tiles of coefficients, see TileAtlas. slots: the place of each tile of the view in the atlas.
// rows: for each row of pixels, the first of its two latents and their entries, see polynomial_painter.py.
// corner: the first column and row of latents, counted from the first tile of `slots`. first_row: of pixels.

const int TEXELS = (3 * ORDER + 3) / 4;
const int ENTRIES = (2 * ORDER + 3) / 4;
const int SIDE = 32;  // latents along a side of a tile

uniform sampler2DArray atlas;
uniform isampler2D slots;
uniform sampler2D rows;
uniform ivec2 corner;
uniform int first_row;
uniform int tiles_across;  // of one layer of the atlas

out vec4 sum;

void main() {
    ivec2 texel = ivec2(gl_FragCoord.xy);
    int row = texel.y + first_row;
    int x = texel.x / TEXELS + corner.x;
    int y = int(texelFetch(rows, ivec2(0, row), 0).r) + corner.y;
    vec4 entries[ENTRIES];
    for (int k = 0; k < ENTRIES; ++k) {
        entries[k] = texelFetch(rows, ivec2(1 + k, row), 0);
    }
    sum = vec4(0.0);
    for (int member = 0; member < 2; ++member) {
        ivec2 latent = ivec2(x, y + member);
        int slot = max(texelFetch(slots, latent / SIDE, 0).r, 0);  // a missing tile: any colour
        ivec2 tile = ivec2(slot % tiles_across, slot / tiles_across % tiles_across);
        ivec2 inside = latent % SIDE;
        ivec3 at = ivec3(
            (tile.x * SIDE + inside.x) * TEXELS + texel.x % TEXELS,
            (tile.y * SIDE + inside.y) * ORDER,
            slot / (tiles_across * tiles_across)
        );
        for (int k = 0; k < ORDER; ++k) {
            int entry = member * ORDER + k;
            sum += entries[entry / 4][entry % 4] * texelFetch(atlas, at + ivec3(0, k, 0), 0);
        }
    }
}
