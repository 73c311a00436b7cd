"""Drawn files: FITS."""

import numpy as np

from tests.engine.images.drawn.case import Case, as_rgb, deep_gray, gray


def card(keyword, value):
    text = f"{value:>20}" if not isinstance(value, str) else value
    return f"{keyword:<8}= {text}".ljust(80).encode()


def fits(samples, bits, *cards, kind=None):
    """samples: (…, H, W) from the top, of the type of `bits`."""
    axes = samples.shape[::-1]
    first = card("SIMPLE", f"{'T':>20}") if kind is None else card("XTENSION", f"'{kind:<8}'")
    head = first + card("BITPIX", bits) + card("NAXIS", len(axes))
    head += (
        b"".join(card(f"NAXIS{n + 1}", axis) for n, axis in enumerate(axes))
        + b"".join(cards)
        + b"END".ljust(80)
    )
    data = samples[..., ::-1, :].astype(samples.dtype.newbyteorder(">")).tobytes()
    return head.ljust(-(-len(head) // 2880) * 2880) + data.ljust(-(-len(data) // 2880) * 2880, b"\0")


def fits_cases():
    slope = deep_gray() / 65535
    right, said = as_rgb(deep_gray()), "scaled"
    yield Case("FITS", "8 bits", {"bits": "8", "model": "gray"}, lambda: fits(gray(), 8), as_rgb(gray()))
    yield Case(
        "FITS",
        "16 bits",
        {"bits": "signed 16", "model": "gray"},
        lambda: fits((slope * 3000 - 500).astype(np.int16), 16),
        right,
        tolerance=1,
        notice=said,
    )
    unsigned = (deep_gray() // 16).astype(np.int32)
    yield Case(
        "FITS",
        "unsigned 16 bits",
        {"bits": "16", "model": "gray"},
        lambda: fits((unsigned - 32768).astype(np.int16), 16, card("BZERO", 32768), card("BSCALE", 1)),
        right,
        tolerance=1,
        notice="from 0 to 4095",
    )
    yield Case(
        "FITS",
        "32 bits",
        {"bits": "signed 32", "model": "gray"},
        lambda: fits((slope * 1e6).astype(np.int32), 32),
        right,
        tolerance=1,
        notice=said,
    )
    for bits in (32, 64):
        yield Case(
            "FITS",
            f"floats of {bits} bits",
            {"bits": f"float {bits}", "model": "gray"},
            lambda bits=bits: fits((slope * 0.25 + 7).astype(f"f{bits // 8}"), -bits),
            right,
            tolerance=1,
            notice=said,
        )
    cube = np.stack([slope, 1 - slope]).astype(np.float32)
    yield Case(
        "FITS",
        "planes",
        {"bits": "float 32", "model": "gray", "pages": "the first"},
        lambda: fits(cube, -32),
        right,
        tolerance=1,
        notice="2 pages",
    )
    empty = card("SIMPLE", f"{'T':>20}") + card("BITPIX", 8) + card("NAXIS", 0) + b"END".ljust(80)
    yield Case(
        "FITS",
        "an extension",
        {"bits": "float 32", "model": "gray", "storage": "extension"},
        lambda: empty.ljust(2880) + fits(cube[0], -32, kind="IMAGE"),
        right,
        tolerance=1,
        notice=said,
    )
