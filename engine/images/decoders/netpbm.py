"""Netpbm: PBM, PGM and PPM in digits or bytes (P1 to P6), PAM (P7), and the floats of PFM (PF, Pf).

Pillow keeps 8 bits of their colours, reads them one sample at a time, and does not know PAM.
"""

import re
import warnings
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images.decoders.interleaved import from_integers, from_numbers
from engine.images.decoders.run_lengths import ends_early
from engine.images.head import Alpha, Head, Kind, Model
from engine.images.refusals import DamagedError, UnsupportedError
from engine.images.samples import Samples, Values
from engine.images.value_range import UNIT, Meaning

HEAD_BYTES = 1 << 16
"""Bytes in which the head must end, comments included."""
CHANNELS = {b"P1": 1, b"P2": 1, b"P3": 3, b"P4": 1, b"P5": 1, b"P6": 3, b"Pf": 1, b"PF": 3}
"""Samples of a pixel, by the first two bytes. PAM says it in its head."""
PLAIN, BITMAPS, FLOATS, PAM = (b"P1", b"P2", b"P3"), (b"P1", b"P4"), (b"Pf", b"PF"), b"P7"
TOKEN = re.compile(rb"(?:[ \t\r\n\v\f]|#[^\r\n]*)*([^ \t\r\n\v\f#]{1,32})")
COMMENT = re.compile(rb"#[^\r\n]*")
START = re.compile(rb"P[1-6fF](?:[ \t\r\n\v\f]+\d|[ \t\r\n\v\f]*#)|P7\n")
BLANKS = b" \t\r\n\v\f"
BLANK = re.compile(rb"[ \t\r\n\v\f]")
PIECE = 1 << 20
"""Bytes of text that are read at a time, to the end of a number."""


@dataclass(frozen=True)
class _Layout:
    """kind: the first two bytes. channels: samples of a pixel. most: white. offset: of the first sample.

    little: floats have their lowest byte first.
    """

    kind: bytes
    channels: int
    most: int
    offset: int
    little: bool = False


def is_netpbm(start: bytes) -> bool:
    """Whether a file that starts so is one: the kind, then a number, which a comment may precede."""
    return START.match(start) is not None


def read_head(stream: BinaryIO, _: int | None) -> Head:
    """Reads the head. Raises DamagedError or UnsupportedError."""
    stream.seek(0)
    data = stream.read(HEAD_BYTES)
    head = _pam_head(data) if data.startswith(PAM) else _head(data)
    return replace(head, notices=(message("first of several pictures"),)) if _has_more(stream, head) else head


def _has_more(stream: BinaryIO, head: Head) -> bool:
    """Whether another picture follows."""
    layout: _Layout = head.parsed
    if layout.kind in PLAIN:
        return False
    bits = 1 if layout.kind == b"P4" else 32 if head.kind is Kind.FLOAT else 8 * (1 + (layout.most > 255))
    stream.seek(layout.offset + -(-head.width * layout.channels * bits // 8) * head.height)
    return is_netpbm(stream.read(8))


def _head(data: bytes) -> Head:
    kind, position, fields = data[:2], 2, list[bytes]()
    for _ in range(2 if kind in BITMAPS else 3):
        found = TOKEN.match(data, position)
        if found is None:
            raise DamagedError(message("the head has no end"))
        fields.append(found[1])
        position = found.end()
    size, channels = (_whole(fields[0]), _whole(fields[1])), CHANNELS[kind]
    model = Model.GRAY if channels == 1 else Model.RGB
    if kind in FLOATS:
        layout = _Layout(kind, channels, 1, position + 1, _scale(fields[2]) < 0)
        return Head("PPM", *size, 32, Kind.FLOAT, model, parsed=layout)
    most = 1 if kind in BITMAPS else _most(fields[2])
    layout = _Layout(kind, channels, most, position + 1)
    return Head("PPM", *size, most.bit_length(), model=model, parsed=layout)


def _pam_head(data: bytes) -> Head:
    head, end, _ = data.partition(b"ENDHDR\n")
    if not end:
        raise DamagedError(message("the head has no end"))
    lines = [line.split(None, 1) for line in COMMENT.sub(b"", head[2:]).splitlines()]
    fields = {line[0]: line[1].strip() for line in lines if len(line) == 2}
    width, height, channels = (_whole(fields.get(name, b"")) for name in (b"WIDTH", b"HEIGHT", b"DEPTH"))
    most = _most(fields.get(b"MAXVAL", b""))
    if not 1 <= channels <= 4:
        raise UnsupportedError(message("{count} channels", count=channels))
    inks = channels == 4 and fields.get(b"TUPLTYPE") == b"CMYK"
    model = Model.CMYK if inks else Model.GRAY if channels < 3 else Model.RGB
    alpha = Alpha.STRAIGHT if channels % 2 == 0 and not inks else Alpha.NONE
    layout = _Layout(PAM, channels, most, len(head) + len(end))
    return Head("PPM", width, height, most.bit_length(), model=model, alpha=alpha, parsed=layout)


def _whole(text: bytes) -> int:
    if not text.isdigit() or len(text) > 10:
        raise DamagedError(message("the head lacks a number"))
    return int(text)


def _most(text: bytes) -> int:
    most = _whole(text)
    if not 0 < most < 65536:
        raise DamagedError(message("the value of white is {most}", most=most))
    return most


def _scale(text: bytes) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise DamagedError(message("the head lacks a number")) from error


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture. Raises DamagedError."""
    layout: _Layout = head.parsed
    stream.seek(layout.offset)
    if head.kind is Kind.FLOAT:
        return from_numbers(_floats(stream, head), head, notices, Meaning(UNIT))
    count = head.width * head.height * layout.channels
    stored: NDArray[Any]
    if layout.kind == b"P4":
        stored = _packed_bits(stream, head)
    elif layout.kind == b"P1":
        stored = _digits(stream.read(), count)
    elif layout.kind in PLAIN:
        stored = _numbers(stream.read(), count)
    else:
        stored = _read(stream, count, np.dtype(np.uint8 if layout.most < 256 else ">u2"))
    if len(stored) < count:
        raise ends_early(len(stored), count)
    return from_integers(stored.reshape(head.height, head.width, layout.channels), head, layout.most)


def _read(stream: BinaryIO, count: int, kind: np.dtype[Any]) -> NDArray[Any]:
    data = stream.read(count * kind.itemsize)
    found = np.frombuffer(data[: len(data) // kind.itemsize * kind.itemsize], kind)
    return found.astype(kind.newbyteorder("="), copy=False)


def _floats(stream: BinaryIO, head: Head) -> Values:
    """Returns (H, W, C); the file has the lowest row first."""
    layout: _Layout = head.parsed
    count = head.width * head.height * layout.channels
    found: Values = _read(stream, count, np.dtype("<f4" if layout.little else ">f4"))
    if len(found) < count:
        raise ends_early(len(found), count)
    return found.reshape(head.height, head.width, layout.channels)[::-1]


def _packed_bits(stream: BinaryIO, head: Head) -> NDArray[np.uint8]:
    """Reads a bitmap of 8 pixels a byte, in which 1 is black."""
    stride = -(-head.width // 8)
    rows = _read(stream, stride * head.height, np.dtype(np.uint8))
    whole = rows[: len(rows) // stride * stride].reshape(-1, stride) if stride else rows.reshape(0, 0)
    return 1 - np.unpackbits(whole, axis=1)[:, : head.width].ravel()


def _digits(text: bytes, count: int) -> NDArray[np.uint8]:
    """Reads a bitmap in digits, which need no blanks between them; 1 is black."""
    digits = COMMENT.sub(b" ", text).translate(None, BLANKS)[:count]
    if digits.strip(b"01"):
        raise DamagedError(message("its numbers are wrong"))
    return 1 - (np.frombuffer(digits, np.uint8) - np.uint8(ord("0")))


def _numbers(text: bytes, count: int) -> NDArray[np.uint16]:
    """Reads numbers in digits, up to what is no number."""
    text = COMMENT.sub(b" ", text) if b"#" in text else text
    out, filled, position = np.empty(count, np.uint16), 0, 0
    while filled < count and position < len(text):
        end = BLANK.search(text, min(position + PIECE, len(text)))
        piece = text[position : end.start() if end else len(text)]
        found = _piece_numbers(piece.strip())[: count - filled]
        out[filled : filled + len(found)] = np.clip(found, 0, 65535)
        filled, position = filled + len(found), position + len(piece) + 1
    return out[:filled]


def _piece_numbers(text: bytes) -> NDArray[np.int64]:
    if not text:  # numpy makes one zero of it
        return np.empty(0, np.int64)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of text that is no number, where it ends
        return np.fromstring(text, np.int64, sep=" ")
