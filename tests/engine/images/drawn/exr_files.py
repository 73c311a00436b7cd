"""Drawn files: OpenEXR."""

import tempfile
from pathlib import Path

import numpy as np
import OpenEXR

from tests.engine.images.drawn.case import Case, alpha, as_rgb, deep, deep_gray, shown_light


def exr(channels, **header):
    """Returns a file. channels: arrays by name."""
    stored = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage} | header
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.exr")
        OpenEXR.File(
            stored, {name: np.ascontiguousarray(samples) for name, samples in channels.items()}
        ).write(str(path))
        return path.read_bytes()


def rgb_channels(light, names="RGB"):
    return {name: light[..., place] for place, name in enumerate(names)}


def tiles_of(side):
    description = OpenEXR.TileDescription()
    description.xSize = description.ySize = side
    return description


def exr_cases():
    light = (deep() / 65535).astype(np.float32)
    half = light.astype(np.float16)
    facts = {"model": "RGB"}
    for name in ("NO", "RLE", "ZIPS", "ZIP", "PIZ", "PXR24", "B44", "DWAA"):
        loss = {"PXR24": 0.2, "B44": 7, "DWAA": 8}.get(name, 0.1)
        compression = getattr(OpenEXR, f"{name}_COMPRESSION")
        yield Case(
            "EXR",
            f"half, {name}",
            facts | {"bits": "float 16", "storage": name},
            lambda compression=compression: exr(rgb_channels(half), compression=compression),
            shown_light(half),
            tolerance=loss,
        )
    yield Case(
        "EXR",
        "float",
        facts | {"bits": "float 32"},
        lambda: exr(rgb_channels(light)),
        shown_light(light),
        tolerance=0.1,
    )
    tiles = {"type": OpenEXR.tiledimage, "tiles": tiles_of(16)}
    yield Case(
        "EXR",
        "tiles",
        facts | {"storage": "tiles"},
        lambda: exr(rgb_channels(light), **tiles),
        shown_light(light),
        tolerance=0.1,
    )
    gray_light = (deep_gray() / 65535).astype(np.float32)
    yield Case(
        "EXR",
        "gray",
        {"model": "gray", "bits": "float 32"},
        lambda: exr({"Y": gray_light}),
        as_rgb(shown_light(gray_light)),
        tolerance=0.1,
    )
    part = alpha().astype(np.float32) / 255
    premultiplied = rgb_channels(light * part[..., None]) | {"A": part}
    yield Case(
        "EXR",
        "premultiplied",
        facts | {"alpha": "premultiplied"},
        lambda: exr(premultiplied),
        as_rgb(shown_light(light), alpha().astype(np.uint16) * 257),
        tolerance=0.1,
    )
    layer = {f"lamp.{name}": plane for name, plane in rgb_channels(light).items()}
    yield Case(
        "EXR",
        "a layer alone",
        facts | {"pages": "first layer"},
        lambda: exr(layer),
        shown_light(light),
        tolerance=0.1,
        notice="layer lamp",
    )
    bright = light * np.float32(1.5)
    yield Case(
        "EXR",
        "brighter than white",
        facts | {"bits": "float 32"},
        lambda: exr(rgb_channels(bright)),
        shown_light(bright),
        tolerance=0.1,
        notice="shown as white",
    )
    dazzling = light * 1000 + 2
    white = float(np.quantile(dazzling.max(2), 0.99))
    yield Case(
        "EXR",
        "all brighter than white",
        facts | {"bits": "float 32"},
        lambda: exr(rgb_channels(dazzling)),
        shown_light(dazzling / white),
        tolerance=0.3,
        notice="shown darker",
    )
