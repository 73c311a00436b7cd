"""`bench decode`: what a full-HD view costs, each way of decoding beside the plain procedure of the same run.

Only decoding is timed: latents are encoded and prepared before, for all ways alike. Each time is the best of its
repetitions, after one to warm up: what the machine can do, not what else it was doing. Bounded sampling begins each
time with no samples, and pays for its measuring. Half precision is measured where the window would use it.
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
from engine.compute import device
from engine.compute.device import Compute
from engine.decoding import official, sampling
from engine.decoding.latents import Latents
from engine.geometry.axis import Axis
from engine.images.image import Pixels
from engine.models import registry
from engine.models.implicit import PreparedMap
from engine.models.liif import Liif

VIEW = (1080, 1920)
"""Device px, (height, width)."""
SCALES = (2, 4, 8, 16, 32, 64, 256, 1024, 4096)
MARGIN = 40
"""Source px around a view: more than an encoder's halo."""
PLAIN_QUERIES = 2 * 30_000
"""Of the plain procedure, two of the official chunks: a whole view takes it minutes, at the same px/s."""

Grid = tuple[Axis, Axis]


def decode(model: str | None, picture: str) -> list[dict[str, Any]]:
    """The rows of `bench --json`: every way at every scale, in the middle of `picture`, a file or demo.

    model: a LIIF by name or path; None: one of the paper's shape, whose weights are drawn at random.
    """
    source = render.open_image(picture).eight_bits
    device.use_threads()
    compute = device.choose("auto", "fp32")
    liif = _drawn(compute) if model is None else library.load(model, compute.device)
    live = library.load("live", compute.device)
    rows: list[dict[str, Any]] = []
    for scale in tqdm(SCALES, unit="scale", disable=None, leave=False):
        rows += _at_scale(scale, liif, live, source, compute)
    return rows


def _drawn(compute: Compute) -> Model:
    """EDSR-baseline-LIIF as the paper has it, but for its weights: speed does not depend on them."""
    torch.manual_seed(0)
    encoder = {"name": "edsr-baseline", "args": {"no_upsampling": True}}
    decoder = {"name": "mlp", "args": {"out_dim": 3, "hidden_list": [256, 256, 256, 256]}}
    args = {"encoder_spec": encoder, "imnet_spec": decoder}
    net = registry.build("liif", args).eval().requires_grad_(False).to(compute.device)
    return Model(checkpoint.describe("liif", args, net, max_scale=4.0), net)


def _at_scale(
    scale: int, liif: Model, live: Model, source: Pixels, compute: Compute
) -> Iterator[dict[str, Any]]:
    """The rows of one scale, the plain procedure's first."""
    rows, cols, pixels = _view(scale, source)
    few = rows.piece(0, min(rows.count, PLAIN_QUERIES // cols.count)), cols
    latents = Latents(liif, pixels, compute)
    net = liif.net
    if not isinstance(net, Liif):
        remedy = message("give one: the plain procedure is LIIF's own")
        raise ModelError(liif.info.name, message("is no LIIF"), remedy)
    codes = _codes(net, pixels, compute)
    plainly = _timed(lambda: official.decode(net, codes, *few), 1)
    truth, slow = plainly[0], few[0].count * few[1].count / plainly[1]
    yield _row("plain", scale, slow, slow, truth, truth)
    for dtype in dict.fromkeys((torch.float32, device.choose().dtype)):
        latents.compute = replace(compute, dtype=dtype)
        answer, seconds = _timed(lambda: latents.decode(*few), 3)
        speed = few[0].count * few[1].count / seconds
        yield _row(f"factorised {device.precision(latents.compute)}", scale, speed, slow, answer, truth)
    if sampling.can_sample(net, scale):
        exact = latents.decode(*few)
        answer, seconds = _timed(lambda: _sampled(latents, rows, cols), 2)
        speed, answer = VIEW[0] * VIEW[1] / seconds, answer[: few[0].count]
        yield _row(f"sampled {device.precision(latents.compute)}", scale, speed, slow, answer, exact)
    latents = Latents(live, pixels, compute)
    answer, seconds = _timed(lambda: latents.decode(rows, cols), 5)
    yield _row("live", scale, rows.count * cols.count / seconds, slow, answer, _exact(latents, (rows, cols)))


def _view(scale: int, source: Pixels) -> tuple[Axis, Axis, Pixels]:
    """Rows and columns around the middle of `source`, and of it what they look at; repeated where it is too small."""
    axes, parts = [], []
    for count, size in zip(VIEW, source.shape[:2], strict=True):
        extent = -(-count // scale)
        first = max(0, (size - extent) // 2 - MARGIN)
        parts.append(np.arange(first, first + extent + 2 * MARGIN) % size)
        axes.append(Axis(Fraction(MARGIN), Fraction(1, scale), count))
    return axes[0], axes[1], source[np.ix_(*parts)].copy()


def _sampled(latents: Latents, rows: Axis, cols: Axis) -> Tensor:
    """The view in the tiles that the window gets, from fresh samples."""
    samples, side = sampling.SampledLatents(latents), sampling.tile_side(1 / float(rows.step))
    bands, parts = (
        [_piece(axis, first, side) for first in range(0, axis.count, side)] for axis in (rows, cols)
    )
    return torch.cat([torch.cat([samples.decode(band, part) for part in parts], dim=1) for band in bands])


def _piece(axis: Axis, first: int, side: int) -> Axis:
    """At most `side` samples from `first` on."""
    return axis.piece(first, min(side, axis.count - first))


def _timed(work: Callable[[], Tensor], times: int) -> tuple[Tensor, float]:
    """The result of `work`, and the seconds of its best of `times`, after one to warm up."""
    answer, best = work(), float("inf")
    for _ in range(times):
        began = time.perf_counter()
        answer = work()
        if answer.is_cuda:
            torch.cuda.synchronize()
        best = min(best, time.perf_counter() - began)
    return answer, best


def _codes(net: Liif, pixels: Pixels, compute: Compute) -> Tensor:
    """The whole latent map, for the plain procedure."""
    with torch.inference_mode():
        image = torch.from_numpy(pixels).to(compute.device).permute(2, 0, 1)[None]
        return net.encode(image / 127.5 - 1.0)


def _exact(latents: Latents, grid: Grid) -> Tensor:
    """The polynomials of `latents` in float64."""
    net, (height, width) = latents.model.net, latents.size
    spans = grid[0].latents(height), grid[1].latents(width)
    prepared = latents.prepared(*spans)
    exact = PreparedMap(prepared.values.double(), prepared.top, prepared.left, height, width)
    return net.decode(exact, *grid, torch.float64)


def _row(name: str, scale: int, speed: float, slow: float, answer: Tensor, truth: Tensor) -> dict[str, Any]:
    error = (answer.double().clamp(-1, 1) - truth.double().clamp(-1, 1)).abs_().mul_(127.5)
    return {
        "bench": "decode",
        "name": name,
        "scale": scale,
        "size": [VIEW[1], VIEW[0]],
        "ms": round(VIEW[0] * VIEW[1] / speed * 1e3, 2),
        "px_per_s": round(speed),
        "ratio": round(speed / slow, 2),
        "mean_error_255": round(float(error.mean()), 5),
        "max_error_255": round(float(error.max()), 4),
    }


def table(result: dict[str, Any]) -> str:
    """The result for a person to read."""
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
