"""Writes BMP files of every kind."""

import struct

import numpy as np

CALIBRATED, EMBEDDED, LINKED, SRGB = 0, 0x4D424544, 0x4C494E4B, 0x73524742


def info_header(width, height, bits, compression=0, colours=0, size=40):
    return struct.pack("<IiiHHIIiiII", size, width, height, 1, bits, compression, 0, 2835, 2835, colours, 0)


def core_header(width, height, bits):
    return struct.pack("<IHHHH", 12, width, height, 1, bits)


def v4_header(
    width, height, bits, masks=(0, 0, 0, 0), kind=SRGB, ends=(0,) * 9, gammas=(0,) * 3, profile=None
):
    """profile: (offset from the header, bytes), for V5."""
    fields = info_header(width, height, bits, 3 if any(masks) else 0, 0, 108 if profile is None else 124)
    fixed = [round(end * (1 << 30)) for end in ends] + [round(gamma * 65536) for gamma in gammas]
    fields += struct.pack("<4I", *masks) + struct.pack("<I", kind) + struct.pack("<9I3I", *fixed)
    return fields if profile is None else fields + struct.pack("<4I", 4, *profile, 0)


def padded(rows):
    """Pads rows (H, bytes) to multiples of four bytes."""
    return np.pad(rows, ((0, 0), (0, -rows.shape[1] % 4))).tobytes()


def whole(header, between, pixels, after=b""):
    """Puts the file header before. between: masks and palette."""
    start = 14 + len(header) + len(between)
    return struct.pack("<2sIHHI", b"BM", start + len(pixels), 0, 0, start) + header + between + pixels + after


def bmp_file(colours, bits=24, from_top=False, header=None, between=b""):
    """Returns a BMP of 24 bits of colours (H, W, 3), or of numbers or words (H, W) of other bits."""
    height, width = colours.shape[:2]
    stored = colours if from_top else colours[::-1]
    if bits == 24:
        rows = np.ascontiguousarray(stored[..., ::-1]).reshape(height, -1)
    elif bits > 8:
        rows = (
            np.ascontiguousarray(stored.astype("<u2" if bits == 16 else "<u4"))
            .view(np.uint8)
            .reshape(height, -1)
        )
    else:
        bitwise = stored[..., None] >> np.arange(bits - 1, -1, -1) & 1
        rows = np.packbits(bitwise.reshape(height, -1).astype(np.uint8), axis=1)
    head = header or info_header(width, -height if from_top else height, bits)
    return whole(head, between, padded(rows))


def palette(colours, entry=4):
    """Returns a palette of colours (n, 3) as it is stored."""
    return b"".join(bytes(colour[::-1]) + b"\0" * (entry - 3) for colour in colours.astype(np.uint8))


def runs(numbers, seed=0):
    """Returns a BMP of 8 bits that mixes runs and literals. numbers: (H, W). Its palette is a ramp of three colours."""
    random, parts = np.random.default_rng(seed), []
    for row in numbers[::-1]:
        at = 0
        while at < len(row):
            count = int(min(random.integers(1, 9), len(row) - at))
            if count >= 3 and random.integers(2):
                literal = row[at : at + count].tobytes()
                parts.append(bytes([0, count]) + literal + b"\0" * (count % 2))
            else:
                count = int(np.argmin(np.append(row[at : at + count] == row[at], False)))
                parts.append(bytes([count, row[at]]))
            at += count
        parts.append(b"\0\0")
    parts[-1] = b"\0\1"
    height, width = numbers.shape
    return whole(info_header(width, height, 8, 1), palette(ramp()), b"".join(parts))


def ramp(count=256):
    """Returns colours (count, 3) that all differ."""
    steps = np.arange(count)
    return np.stack([steps, 255 - steps, steps * 7 % 256], axis=-1).astype(np.uint8)
