"""Drawn files: SGI."""

import struct

import numpy as np

from tests.engine.images.drawn.case import HEIGHT, WIDTH, Case, alpha, as_rgb, deep, deep_gray, gray, plain


def sgi_packed(row):
    """Returns the run lengths of one row."""
    out, at = [], 0
    while at < len(row):
        end = at + 1
        while end < len(row) and end - at < 127 and row[end] == row[at]:
            end += 1
        if end - at > 2:
            out += [end - at, row[at]]
        else:
            end = min(at + 50, len(row))
            out += [0x80 | (end - at), *row[at:end]]
        at = end
    return np.array([*out, 0])


def sgi(samples, packed):
    samples = samples if samples.ndim == 3 else samples[..., None]
    kind = samples.dtype.newbyteorder(">")
    planes = samples[::-1].transpose(2, 0, 1)
    head = struct.pack(
        ">HBBHHHHII", 474, packed, samples.itemsize, 3, WIDTH, HEIGHT, len(planes), 0, 255
    ).ljust(512, b"\0")
    if not packed:
        return head + planes.astype(kind).tobytes()
    rows = [sgi_packed(row).astype(kind).tobytes() for plane in planes for row in plane]
    first = 512 + 8 * len(rows)
    starts = np.cumsum([first, *map(len, rows[:-1])])
    table = np.array([*starts, *map(len, rows)], ">u4").tobytes()
    return head + table + b"".join(rows)


def sgi_cases():
    pictures = (
        ("RGB", plain(), plain(), {"bits": "8", "model": "RGB"}),
        (
            "RGBA",
            np.dstack([plain(), alpha()]),
            as_rgb(plain(), alpha()),
            {"bits": "8", "model": "RGB", "alpha": "straight"},
        ),
        ("gray", gray(), as_rgb(gray()), {"bits": "8", "model": "gray"}),
        ("16 bits", deep(), deep(), {"bits": "16", "model": "RGB"}),
        ("gray of 16 bits", deep_gray(), as_rgb(deep_gray()), {"bits": "16", "model": "gray"}),
    )
    for name, samples, right, facts in pictures:
        for packed, storage in ((0, "plain"), (1, "run lengths")):
            yield Case(
                "SGI",
                f"{name}, {storage}",
                facts | {"storage": storage},
                lambda samples=samples, packed=packed: sgi(samples, packed),
                right,
            )
