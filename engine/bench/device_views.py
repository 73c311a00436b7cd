"""Views, agreement and exports on one device, for `bench gpu`."""

import tempfile
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from engine import render
from engine.base.resources import Resources
from engine.bench.event_log import EventLog
from engine.checkpoints import library
from engine.compute.device import DTYPES, choose
from engine.decoding.continuous_image import ContinuousImage
from engine.geometry import axis
from engine.geometry.viewport import centred
from engine.images.image import Image, from_array
from engine.images.picture import Picture
from engine.session.session import Session

SIZES = (1920, 1080), (3840, 2160)
"""Device px of the views, (width, height)."""
SCALES = (2.0, 4.0, 8.0, 32.0, 256.0)
AGAIN = 4
"""Views of each scale: the first encodes, the others are a little different, so that no tile is cached."""
COMPARED = 96
"""Px along a side of the picture's middle that the processor decodes, too."""
COMPARED_SCALE = 3
EXPORT_SCALE = Fraction(4)
SUFFIXES = (".png", ".jpg", ".tif")


def views(image: Image, model: str, device: str) -> Iterator[dict[str, Any]]:
    """Yields a row for each size and scale: ms until a view has settled, the first and the median of the others.

    Raises TimeoutError if a view does not come.
    """
    log = EventLog(model)
    session = Session(log.emit, Resources(device=device))
    try:
        session.open_image(image)
        session.use_model(model)
        size = image.pixels.shape[1], image.pixels.shape[0]
        for window in SIZES:
            for scale in SCALES:
                times = []
                for k in range(AGAIN):
                    began = time.perf_counter()
                    number = session.request_view(centred(size, scale * (1 + k / 500), *window))
                    times.append((log.wait_settled(number) - began) * 1e3)
                yield {
                    "part": "view",
                    "model": Path(model).name,
                    "px": f"{window[0]}x{window[1]}",
                    "scale": scale,
                    "first_ms": round(times[0], 1),
                    "again_ms": round(float(np.median(times[1:])), 1),
                }
    finally:
        session.close()
        session.join()


def agreement(image: Image, model: str, device: str) -> Iterator[dict[str, Any]]:
    """Yields how far the device's colours are from the processor's in float32, of 255, for each precision."""
    expected = _decoded(image, model, "cpu", "fp32")
    for precision in DTYPES:
        difference = np.abs(_decoded(image, model, device, precision) - expected) * 255 / 65535
        yield {
            "part": "agreement",
            "model": Path(model).name,
            "precision": precision,
            "mean": round(float(difference.mean()), 4),
            "max": round(float(difference.max()), 3),
        }


def _decoded(image: Image, model: str, device: str, precision: str) -> np.ndarray:
    """Returns the picture's middle, enlarged, in 16 bits as float64."""
    pixels = image.pixels[0 : image.pixels.shape[0], 0 : image.pixels.shape[1]]
    top, left = ((side - COMPARED) // 2 for side in pixels.shape[:2])
    middle = np.ascontiguousarray(pixels[top : top + COMPARED, left : left + COMPARED])
    compute = choose(device, precision)
    loaded = library.load(model, compute.device)
    source = ContinuousImage(Picture(from_array(middle, "middle")), loaded, compute)
    whole = axis.whole(COMPARED, COMPARED * COMPARED_SCALE)
    return source.grid(whole, whole, bits=16)[0].astype(np.float64)


def exports(source: str, model: str, device: str) -> Iterator[dict[str, Any]]:
    """Yields the speed of an export to each format, megapixels a second."""
    with tempfile.TemporaryDirectory() as folder:
        for suffix in SUFFIXES:
            out = Path(folder) / f"out{suffix}"
            written = render.run(source, out, None, EXPORT_SCALE, model, device, "auto")
            width, height = written["size"]
            speed = width * height / written["ms"] / 1e3
            yield {"part": "export", "model": Path(model).name, "format": suffix, "mp_per_s": round(speed, 2)}
