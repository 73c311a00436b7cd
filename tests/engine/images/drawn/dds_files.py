"""Drawn files: DDS."""

import struct

import imagecodecs
import numpy as np

from tests.engine.images.drawn.case import HEIGHT, WIDTH, Case, alpha, as_rgb, gray, plain, shown_light


def dds(
    flags, bits=0, masks=(0, 0, 0, 0), letters=b"\0\0\0\0", data=b"", number=None, width=WIDTH, height=HEIGHT
):
    head = struct.pack(
        "<4s7I44x2I4sI4I5I",
        b"DDS ",
        124,
        0x1007,
        height,
        width,
        0,
        0,
        0,
        32,
        flags,
        letters,
        bits,
        *masks,
        0x1000,
        0,
        0,
        0,
        0,
    )
    extension = b"" if number is None else struct.pack("<5I", number, 3, 0, 1, 0)
    return head + extension + data


def bc_block_case(name, letters, number, size, judge):
    """Random blocks, which every decoder must understand alike. judge: the number of imagecodecs."""
    data = np.random.default_rng(5).integers(0, 256, size * 16 * 12, np.uint8).tobytes()
    draw = lambda: dds(4, letters=letters, data=data, number=number)  # noqa: E731
    channels = {4: (), 5: (2,), 6: (3,)}.get(judge, (4,))
    right = imagecodecs.bcn_decode(data, judge, shape=(HEIGHT, WIDTH, *channels))
    if judge == 5:
        right = np.dstack([right, np.zeros((HEIGHT, WIDTH), np.uint8)])
    if judge == 6:
        light = np.nan_to_num(right.astype(np.float32), posinf=65504)
        mostly_white = (light.mean(2) > 1).mean() >= 0.5
        white = max(1, np.quantile(light.max(2), 0.99)) if mostly_white else 1
        right = shown_light(light / white)
    right = as_rgb(right) if right.ndim == 2 else right
    facts = {
        "bits": "float 16" if judge == 6 else "8",
        "model": "gray" if judge == 4 else "RGB",
        "storage": name,
    }
    if judge in (1, 2, 3, 7):
        facts["alpha"] = "straight"
    return Case("DDS", name, facts, draw, right, tolerance=1)


def dds_cases():
    yield bc_block_case("BC1", b"DXT1", None, 8, 1)
    yield bc_block_case("BC2", b"DXT3", None, 16, 2)
    yield bc_block_case("BC3", b"DXT5", None, 16, 3)
    yield bc_block_case("BC4", b"ATI1", None, 8, 4)
    yield bc_block_case("BC5", b"ATI2", None, 16, 5)
    yield bc_block_case("BC6", b"DX10", 95, 16, 6)
    yield bc_block_case("BC7", b"DX10", 98, 16, 7)
    plain_facts = {"bits": "8", "model": "RGB", "storage": "plain"}
    bgra = np.dstack([plain()[..., ::-1], alpha()])
    masks = 0xFF0000, 0xFF00, 0xFF, 0xFF000000
    yield Case(
        "DDS",
        "32 bits",
        plain_facts | {"alpha": "straight"},
        lambda: dds(0x41, 32, masks, data=bgra.tobytes()),
        as_rgb(plain(), alpha()),
    )
    yield Case(
        "DDS",
        "24 bits",
        plain_facts,
        lambda: dds(0x40, 24, (*masks[:3], 0), data=plain()[..., ::-1].tobytes()),
        plain(),
    )
    sixes = np.stack(
        [(plain()[..., k].astype(np.uint16) * most + 127) // 255 for k, most in enumerate((31, 63, 31))], -1
    )
    words = (sixes[..., 0] << 11 | sixes[..., 1] << 5 | sixes[..., 2]).astype("<u2")
    yield Case(
        "DDS",
        "16 bits",
        {"bits": "5", "model": "RGB", "storage": "plain"},
        lambda: dds(0x40, 16, (0xF800, 0x7E0, 0x1F, 0), data=words.tobytes()),
        np.rint(sixes * (255 / np.array([31, 63, 31]))).astype(np.uint8),
    )
    yield Case(
        "DDS",
        "gray",
        {"bits": "8", "model": "gray", "storage": "plain"},
        lambda: dds(0x20000, 8, (0xFF, 0, 0, 0), data=gray().tobytes()),
        as_rgb(gray()),
    )
    yield Case(
        "DDS",
        "DX10 of 32 bits",
        plain_facts | {"alpha": "straight"},
        lambda: dds(4, letters=b"DX10", number=28, data=np.dstack([plain(), alpha()]).tobytes()),
        as_rgb(plain(), alpha()),
    )
