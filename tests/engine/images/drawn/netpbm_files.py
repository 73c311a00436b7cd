"""Drawn files: Netpbm: digits, bytes, PAM and PFM."""

import numpy as np

from tests.engine.images.drawn.case import (
    HEIGHT,
    WIDTH,
    Case,
    alpha,
    as_rgb,
    deep,
    deep_gray,
    from_bits,
    gray,
    in_bits,
    plain,
)
from tests.engine.images.drawn.writing import bits_of, saved


def pam(samples, most, kind):
    channels = 1 if samples.ndim == 2 else samples.shape[2]
    head = f"P7\n# drawn\nWIDTH {WIDTH}\nHEIGHT {HEIGHT}\nDEPTH {channels}\nMAXVAL {most}\nTUPLTYPE {kind}\nENDHDR\n"
    return head.encode() + samples.astype(">u2" if most > 255 else np.uint8).tobytes()


def text(kind, samples, most=None):
    head = f"{kind}\n# a comment\n{WIDTH} {HEIGHT}\n" + (f"{most}\n" if most else "")
    return (head + " ".join(map(str, samples.ravel()))).encode()


def netpbm_cases():
    facts = {"bits": "1", "model": "gray", "storage": "binary"}
    two = bits_of(gray())
    packed = b"P4 %d %d\n" % (WIDTH, HEIGHT) + np.packbits(1 - two, axis=1).tobytes()
    yield Case("PPM", "P4", facts, lambda: packed, as_rgb(two * np.uint8(255)))
    yield Case(
        "PPM", "P1", facts | {"storage": "digits"}, lambda: text("P1", 1 - two), as_rgb(two * np.uint8(255))
    )
    joined = f"P1\n{WIDTH} {HEIGHT}\n".encode() + b"".join(b"%d" % (1 - bit) for bit in two.ravel())
    yield Case(
        "PPM", "P1 without blanks", facts | {"storage": "digits"}, lambda: joined, as_rgb(two * np.uint8(255))
    )
    eight = {"bits": "8", "model": "RGB", "storage": "binary"}
    yield Case("PPM", "P6", eight, lambda: saved(plain(), "PPM"), plain())
    yield Case("PPM", "P3", eight | {"storage": "digits"}, lambda: text("P3", plain(), 255), plain())
    yield Case("PPM", "P5", eight | {"model": "gray"}, lambda: saved(gray(), "PPM"), as_rgb(gray()))
    for bits in (4, 10, 16):
        stored = in_bits(deep(), bits)
        kind = np.uint8 if bits <= 8 else ">u2"
        data = b"P6\n%d %d\n%d\n" % (WIDTH, HEIGHT, (1 << bits) - 1) + stored.astype(kind).tobytes()
        yield Case(
            "PPM",
            f"P6 of {bits} bits",
            eight | {"bits": str(bits)},
            lambda data=data: data,
            from_bits(stored, bits),
        )
    yield Case(
        "PPM",
        "P2 of 16 bits",
        {"bits": "16", "model": "gray", "storage": "digits"},
        lambda: text("P2", deep_gray(), 65535),
        as_rgb(deep_gray()),
    )
    straight = {"alpha": "straight", "storage": "binary"}
    yield Case(
        "PPM",
        "PAM RGB_ALPHA",
        straight | {"bits": "8", "model": "RGB"},
        lambda: pam(np.dstack([plain(), alpha()]), 255, "RGB_ALPHA"),
        as_rgb(plain(), alpha()),
    )
    deep_alpha = alpha().astype(np.uint16) * 257
    yield Case(
        "PPM",
        "PAM GRAYSCALE_ALPHA of 16 bits",
        straight | {"bits": "16", "model": "gray"},
        lambda: pam(np.dstack([deep_gray(), deep_alpha]), 65535, "GRAYSCALE_ALPHA"),
        as_rgb(deep_gray(), deep_alpha),
    )
    yield Case(
        "PPM", "PAM BLACKANDWHITE", facts, lambda: pam(two, 1, "BLACKANDWHITE"), as_rgb(two * np.uint8(255))
    )
    floats = {"bits": "float 32", "model": "RGB", "storage": "binary"}
    light = (deep() / 65535).astype("<f4")
    pfm = b"PF\n%d %d\n-1.0\n" % (WIDTH, HEIGHT) + light[::-1].tobytes()
    yield Case("PPM", "PFM", floats, lambda: pfm, deep())
    pfm_gray = b"Pf\n%d %d\n1.0\n" % (WIDTH, HEIGHT) + (deep_gray() / 65535).astype(">f4")[::-1].tobytes()
    yield Case(
        "PPM", "PFM gray, big-endian", floats | {"model": "gray"}, lambda: pfm_gray, as_rgb(deep_gray())
    )
    two_pictures = saved(plain(), "PPM") + saved(plain(), "PPM")
    yield Case(
        "PPM",
        "two pictures",
        eight | {"pages": "the first"},
        lambda: two_pictures,
        plain(),
        notice="first of",
    )
