"""Draws docs/figures/sampling_error.svg: error of a polynomial through n x n points, compared with LIIF itself.

Usage, from the repository's root: python -m docs.figures.sampling_error MODEL PICTURE
"""

import sys
from pathlib import Path

import numpy as np
import torch

from engine.checkpoints import checkpoint
from engine.compute import device
from engine.decoding import polynomial_fit as fits
from engine.decoding.latents import Latents
from engine.images import loading

ORDERS = (3, 5, 7, 11, 15, 23, 31)
DENSE = 47
"""Points along one axis at which polynomial and model are compared."""
SIDE, COUNT = 192, 256
"""Side of the crop in the picture's middle, source px; number of latents in each of the two groups."""
CELL = (0.125, 0.125)
"""A view at ×8, source px."""
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 360, 60, 20, 620, 310
"""Size of the drawing and edges of its plot, px."""
DECADES = (-2, 2)
COLOURS = ("#2f6f4f", "#3566a8", "#b3541e")


def errors(latents: Latents, chosen: torch.Tensor) -> dict[int, torch.Tensor]:
    """Largest weighted error of each chosen latent, (L,), levels of 255, by order."""
    net = latents.model.net
    prepared = latents.prepared((0, SIDE), (0, SIDE))

    def predict(level: int) -> torch.Tensor:
        positions = fits._positions(level, fits._all_points(level))
        colours = net.predict(prepared, chosen, positions, CELL, torch.float32)
        return colours.view(len(chosen), level, level, 3)

    exact, weight = predict(DENSE), fits._ensemble_weight(DENSE, net.ensemble_weights)
    found = {}
    for order in ORDERS:
        coefficients = fits._along_both_axes(fits._to_coefficients(order), predict(order))
        approximate = fits._along_both_axes(fits._to_values(order, DENSE), coefficients)
        found[order] = fits._largest_error(approximate, exact, weight)
    return found


def groups(pixels: np.ndarray) -> dict[str, torch.Tensor]:
    """Latent indices of a random group, and of those with the most contrast around them."""
    contrast = np.abs(np.diff(pixels.astype(int).sum(2), axis=1, append=0))
    contrast[:8], contrast[-8:], contrast[:, :8], contrast[:, -8:] = 0, 0, 0, 0
    drawn = np.random.default_rng(1).choice(SIDE * SIDE, COUNT, replace=False)
    finest = np.argsort(contrast.ravel())[-COUNT:]
    return {"random": torch.from_numpy(drawn), "finest": torch.from_numpy(finest)}


def point(order: int, error: float) -> str:
    """SVG coordinates of a point, both axes logarithmic."""
    along = np.log(order / ORDERS[0]) / np.log(ORDERS[-1] / ORDERS[0])
    up = (np.log10(max(error, 10 ** DECADES[0])) - DECADES[0]) / (DECADES[1] - DECADES[0])
    return f"{LEFT + along * (RIGHT - LEFT):.1f},{BOTTOM - up * (BOTTOM - TOP):.1f}"


def drawing(curves: dict[str, dict[int, float]]) -> str:
    """The curves as an SVG."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="12"><rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    ]
    for decade in range(DECADES[0], DECADES[1] + 1):
        y = point(ORDERS[0], 10.0**decade).split(",")[1]
        parts.append(f'<path d="M{LEFT},{y}H{RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y}" dy="4" text-anchor="end">{10.0**decade:g}</text>')
    for order in ORDERS:
        x = point(order, 1.0).split(",")[0]
        parts.append(f'<text x="{x}" y="{BOTTOM + 18}" text-anchor="middle">{order}</text>')
    for k, (name, curve) in enumerate(curves.items()):
        line = " ".join(point(order, error) for order, error in curve.items())
        parts.append(f'<polyline points="{line}" fill="none" stroke="{COLOURS[k]}" stroke-width="2"/>')
        parts.append(
            f'<text x="{RIGHT}" y="{TOP + 14 + 17 * k}" text-anchor="end" fill="{COLOURS[k]}">{name}</text>'
        )
    parts.append(
        f'<text x="{(LEFT + RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">coefficients along each axis</text>'
        f'<text transform="translate(14,{(TOP + BOTTOM) / 2}) rotate(-90)" text-anchor="middle">'
        "largest weighted error, of 255</text></svg>\n"
    )
    return "\n".join(parts)


def main(model: str, picture: str) -> None:
    """Measures, prints and draws."""
    pixels = loading.load(Path(picture)).eight_bits
    top, left = ((size - SIDE) // 2 for size in pixels.shape[:2])
    crop = pixels[top : top + SIDE, left : left + SIDE].copy()
    latents = Latents(checkpoint.load(Path(model)), crop, device.choose("cpu", "fp32"))
    with torch.inference_mode():
        found = {name: errors(latents, chosen) for name, chosen in groups(crop).items()}
    curves = {
        "finest texture: worst latent": {n: float(e.max()) for n, e in found["finest"].items()},
        "finest texture: mean": {n: float(e.mean()) for n, e in found["finest"].items()},
        "random latents: mean": {n: float(e.mean()) for n, e in found["random"].items()},
    }
    for name, curve in curves.items():
        print(name, {order: round(error, 3) for order, error in curve.items()})
    Path(__file__).with_suffix(".svg").write_text(drawing(curves), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
