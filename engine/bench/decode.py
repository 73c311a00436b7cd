"""`bench decode`: time of a full-HD view for each way of decoding, compared with the official procedure.

Only decoding is timed. Latents are encoded and prepared before, for all ways alike. Each time is the best of several
repetitions after one to warm up, so that it excludes other load on the machine. Sampled decoding starts each time
without samples, so its fits are included. Half precision is measured where the window would use it.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import torch
from torch import Tensor
from tqdm import tqdm

from engine import render
from engine.base.errors import ModelError
from engine.base.messages import message
from engine.checkpoints import checkpoint, library
from engine.checkpoints.model import Model
from engine.compute import device, threads
from engine.compute.device import Compute
from engine.decoding import official, sampling
from engine.decoding.latents import Latents
from engine.geometry.axis import Axis
from engine.images.bit_depth import Pixels
from engine.models import registry
from engine.models.implicit import PreparedMap
from engine.models.liif import Liif

VIEW = (1080, 1920)
"""Device px, (height, width)."""
SCALES = (2, 4, 8, 16, 32, 64, 256, 1024, 4096)
MARGIN = 40
"""Source px around the view: more than any encoder's halo."""
OFFICIAL_QUERIES = 2 * 30_000
"""Queries of the official procedure, two of its chunks: a whole view would take minutes, at the same px/s."""

Grid = tuple[Axis, Axis]


def decode(model: str | None, picture: str) -> list[dict[str, Any]]:
    """Returns the rows of `bench --json`: every way at every scale, in the middle of `picture`, a file or "demo".

    model: a LIIF by name or path; None: one of the paper's shape with random weights.
    Raises ImageError, and ModelError if the model is no LIIF.
    """
    source = render.open_image(picture).eight_bits
    threads.use_threads()
    compute = device.choose("auto", "fp32")
    liif = _random_liif(compute) if model is None else library.load(model, compute.device)
    live = library.load("live", compute.device)
    rows: list[dict[str, Any]] = []
    for scale in tqdm(SCALES, unit="scale", disable=None, leave=False):
        rows += _at_scale(scale, liif, live, source, compute)
    return rows


def _random_liif(compute: Compute) -> Model:
    """EDSR-baseline-LIIF of the paper with random weights: speed does not depend on them."""
    torch.manual_seed(0)
    encoder = {"name": "edsr-baseline", "args": {"no_upsampling": True}}
    decoder = {"name": "mlp", "args": {"out_dim": 3, "hidden_list": [256, 256, 256, 256]}}
    args = {"encoder_spec": encoder, "imnet_spec": decoder}
    net = registry.build("liif", args).eval().requires_grad_(False).to(compute.device)
    return Model(checkpoint.describe("liif", args, net, max_scale=4.0), net)


def _at_scale(
    scale: int, liif: Model, live: Model, source: Pixels, compute: Compute
) -> Iterator[dict[str, Any]]:
    """Yields the rows of one scale, the official procedure's first."""
    rows, cols, pixels = _view(scale, source)
    part = rows.piece(0, min(rows.count, OFFICIAL_QUERIES // cols.count)), cols
    latents = Latents(liif, pixels, compute)
    net = liif.net
    if not isinstance(net, Liif):
        remedy = message("use a LIIF model; the plain procedure exists only for LIIF")
        raise ModelError(liif.info.name, message("is not a LIIF model"), remedy)
    codes = _codes(net, pixels, compute)
    reference, seconds = _timed(lambda: official.decode(net, codes, *part), 1)
    baseline = _px_per_s(part, seconds)
    yield _row("plain", scale, baseline, baseline, reference, reference)
    for dtype in dict.fromkeys((torch.float32, device.choose().dtype)):
        latents.compute = replace(compute, dtype=dtype)
        decoded, seconds = _timed(lambda: latents.decode(*part), 3)
        name = f"factorised {device.precision(latents.compute)}"
        yield _row(name, scale, _px_per_s(part, seconds), baseline, decoded, reference)
    if sampling.can_sample(net, scale):
        exact = latents.decode(*part)
        decoded, seconds = _timed(lambda: _sampled(latents, rows, cols), 2)
        name, same_part = f"sampled {device.precision(latents.compute)}", decoded[: part[0].count]
        yield _row(name, scale, _px_per_s((rows, cols), seconds), baseline, same_part, exact)
    latents = Latents(live, pixels, compute)
    decoded, seconds = _timed(lambda: latents.decode(rows, cols), 5)
    exact = _in_float64(latents, (rows, cols))
    yield _row("live", scale, _px_per_s((rows, cols), seconds), baseline, decoded, exact)


def _view(scale: int, source: Pixels) -> tuple[Axis, Axis, Pixels]:
    """Returns a view's rows and columns in the middle of `source`, and the part of it that they read.

    A picture that is too small for the view is repeated.
    """
    axes, parts = [], []
    for count, size in zip(VIEW, source.shape[:2], strict=True):
        extent = -(-count // scale)
        first = max(0, (size - extent) // 2 - MARGIN)
        parts.append(np.arange(first, first + extent + 2 * MARGIN) % size)
        axes.append(Axis(Fraction(MARGIN), Fraction(1, scale), count))
    return axes[0], axes[1], source[np.ix_(*parts)].copy()


def _sampled(latents: Latents, rows: Axis, cols: Axis) -> Tensor:
    """Decodes the view in the tiles that the window requests, starting without samples."""
    samples, side = sampling.SampledLatents(latents), sampling.tile_side(1 / float(rows.step))
    tile_rows, tile_cols = (
        [_piece(axis, first, side) for first in range(0, axis.count, side)] for axis in (rows, cols)
    )
    return torch.cat([torch.cat([samples.decode(y, x) for x in tile_cols], dim=1) for y in tile_rows])


def _piece(axis: Axis, first: int, side: int) -> Axis:
    """Returns at most `side` samples from sample `first` on."""
    return axis.piece(first, min(side, axis.count - first))


def _px_per_s(grid: Grid, seconds: float) -> float:
    return grid[0].count * grid[1].count / seconds


def _timed(work: Callable[[], Tensor], repeats: int) -> tuple[Tensor, float]:
    """Returns the result of `work`, and the seconds of the fastest of `repeats` runs after one to warm up."""
    result, best = _finished(work()), float("inf")
    for _ in range(repeats):
        began = time.perf_counter()
        result = _finished(work())
        best = min(best, time.perf_counter() - began)
    return result, best


def _finished(result: Tensor) -> Tensor:
    """Returns the result once the device has computed it."""
    if not result.is_cpu:
        torch.accelerator.synchronize()
    return result


def _codes(net: Liif, pixels: Pixels, compute: Compute) -> Tensor:
    """Encodes the whole latent map, for the official procedure."""
    with torch.inference_mode():
        image = torch.from_numpy(np.array(pixels)).to(compute.device).permute(2, 0, 1)[None]
        return net.encode(image / 127.5 - 1.0)


def _in_float64(latents: Latents, grid: Grid) -> Tensor:
    """Decodes the grid from the same prepared latents in float64."""
    net, (height, width) = latents.model.net, latents.size
    spans = grid[0].latents(height), grid[1].latents(width)
    prepared = latents.prepared(*spans)
    exact = PreparedMap(prepared.values.double(), prepared.top, prepared.left, height, width)
    return net.decode(exact, *grid, torch.float64)


def _row(
    name: str, scale: int, px_per_s: float, baseline: float, decoded: Tensor, reference: Tensor
) -> dict[str, Any]:
    """Returns one row. baseline: px per second of the official procedure."""
    error = (decoded.double().clamp(-1, 1) - reference.double().clamp(-1, 1)).abs_().mul_(127.5)
    return {
        "bench": "decode",
        "name": name,
        "scale": scale,
        "size": [VIEW[1], VIEW[0]],
        "ms": round(VIEW[0] * VIEW[1] / px_per_s * 1e3, 2),
        "px_per_s": round(px_per_s),
        "ratio": round(px_per_s / baseline, 2),
        "mean_error_255": round(float(error.mean()), 5),
        "max_error_255": round(float(error.max()), 4),
    }


def table(result: dict[str, Any]) -> str:
    """Formats the result as text."""
    lines = [
        f"{result['machine']['processor']}, {result['machine']['device']}; a view of {VIEW[1]} x {VIEW[0]} px"
    ]
    lines.append(f"{'scale':>5}  {'way':<16} {'ms':>10} {'px/s':>12} {'ratio':>8}  error of 255: mean, max")
    for row in result["rows"]:
        speed = f"{row['ms']:>10.1f} {row['px_per_s']:>12,} {row['ratio']:>7.1f}x"
        lines.append(
            f"{row['scale']:>5}  {row['name']:<16} {speed}  {row['mean_error_255']:.4f}, {row['max_error_255']:.3f}"
        )
    return "\n".join(lines)
