"""Makes TIFFs that no library writes, tag by tag."""

import struct

CODES = {1: "B", 2: "c", 3: "H", 4: "I", 5: "II", 7: "B"}
"""Codes of `struct` by the types of numbers."""
BYTE, SHORT, LONG, RATIONAL = 1, 3, 4, 5
WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, FILL_ORDER, OFFSETS, CHANNELS, ROWS, COUNTS = (
    256, 257, 258, 259, 262, 266, 273, 277, 278, 279,
)  # fmt: skip


def tiff(width, height, bits, photometric, data, channels=1, order="<", **more):
    """Returns a TIFF of one strip. more: t339=(SHORT, [3]) and the like are further tags, or replace these."""
    tags = {
        WIDTH: (LONG, [width]),
        HEIGHT: (LONG, [height]),
        BITS: (SHORT, [bits] * channels),
        COMPRESSION: (SHORT, [1]),
        PHOTOMETRIC: (SHORT, [photometric]),
        OFFSETS: (LONG, [0]),
        CHANNELS: (SHORT, [channels]),
        ROWS: (LONG, [height]),
        COUNTS: (LONG, [len(data)]),
    }
    tags |= {int(name[1:]): value for name, value in more.items()}
    return b"".join(_parts(tags, data, order))


def _parts(tags, data, order):
    start = 8 + 2 + 12 * len(tags) + 4
    extra = b""
    entries = b""
    stored = {tag: _packed(kind, values, order) for tag, (kind, values) in tags.items()}
    place = start + sum(len(each) + len(each) % 2 for each in stored.values() if len(each) > 4)
    stored[OFFSETS] = struct.pack(order + "I", place)
    for tag, (kind, values) in sorted(tags.items()):
        count = len(values) // len(CODES[kind])
        value = stored[tag]
        if len(value) > 4:
            at, extra = start + len(extra), extra + value + b"\0" * (len(value) % 2)
            value = struct.pack(order + "I", at)
        entries += struct.pack(order + "HHI", tag, kind, count) + value.ljust(4, b"\0")
    yield (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "IH", 8, len(tags))
    yield entries + struct.pack(order + "I", 0) + extra + data


def _packed(kind, values, order):
    return struct.pack(order + CODES[kind][0] * len(values), *values)
