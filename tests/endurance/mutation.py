"""Damages files: single bits, bytes of extreme values, ends cut off, parts of two files, lengths, repeated parts."""

import zlib
from collections.abc import Callable, Sequence

import numpy as np

from tests.endurance.spans import Span, spans

Random = np.random.Generator
EXTREME = (0, 1, 0x7F, 0x80, 0xFE, 0xFF)
HEAD = 400
"""Half of the damage is done to this many bytes at the begin, where most decisions of a decoder come from."""


def mutated(random: Random, files: Sequence[bytes]) -> bytes:
    """Returns one of `files` with one or two kinds of damage."""
    data = files[random.integers(len(files))]
    for _ in range(random.integers(1, 3)):
        mutation = MUTATIONS[random.integers(len(MUTATIONS))]
        data = mutation(random, data, files)
        if len(data) < 4:
            break
    return _with_checksums(data) if random.random() < 0.7 else data


def _position(random: Random, data: bytes) -> int:
    reach = min(HEAD, len(data)) if random.random() < 0.5 else len(data)
    return int(random.integers(reach))


def _flip_bits(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(random.integers(1, 9)):
        changed[_position(random, data)] ^= 1 << random.integers(8)
    return bytes(changed)


def _extreme_bytes(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    at = _position(random, data)
    for k in range(at, min(at + int(random.choice([1, 2, 4, 8])), len(data))):
        changed[k] = EXTREME[random.integers(len(EXTREME))]
    return bytes(changed)


def _truncate(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    return data[: random.integers(len(data) + 1)]


def _splice(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    """The begin of the file, and the end of another one."""
    other = files[random.integers(len(files))]
    return data[: _position(random, data)] + other[_position(random, other) :]


def _insert_noise(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    at = _position(random, data)
    return data[:at] + random.bytes(int(random.integers(1, 64))) + data[at:]


def _edit_length(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    found = spans(data)
    if not found:
        return _extreme_bytes(random, data, files)
    span, changed = _one(random, found), bytearray(data)
    largest = (1 << 8 * span.size) - 1
    before = int.from_bytes(data[span.field : span.field + span.size], span.order)
    values = (
        0,
        1,
        2,
        before + 1,
        before - 1,
        2 * before,
        largest,
        largest // 2 + 1,
        largest // 2,
        before ^ 1 << 16,
    )
    value = max(0, values[random.integers(len(values))]) & largest
    changed[span.field : span.field + span.size] = value.to_bytes(span.size, span.order)
    return bytes(changed[: len(data)])


def _repeat_span(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    found = spans(data)
    if not found:
        return _splice(random, data, files)
    span, target = _one(random, found), _one(random, found)
    part = data[span.start : span.end] * int(random.choice([1, 1, 2, 30]))
    return data[: target.start] + part + data[target.start :]


def _remove_span(random: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    found = spans(data)
    if not found:
        return _truncate(random, data, files)
    span = _one(random, found)
    return data[: span.start] + data[span.end :]


def _one(random: Random, found: list[Span]) -> Span:
    return found[random.integers(len(found))]


def _with_checksums(data: bytes) -> bytes:
    """Repairs the checksums of a PNG, so that its damage gets past them."""
    if data[:4] != b"\x89PNG":
        return data
    changed = bytearray(data)
    for span in spans(data):
        checksum = zlib.crc32(data[span.start + 4 : span.end - 4])
        changed[span.end - 4 : span.end] = checksum.to_bytes(4, "big")
    return bytes(changed)


MUTATIONS: tuple[Callable[[Random, bytes, Sequence[bytes]], bytes], ...] = (
    _flip_bits,
    _flip_bits,
    _extreme_bytes,
    _extreme_bytes,
    _truncate,
    _splice,
    _insert_noise,
    _edit_length,
    _edit_length,
    _repeat_span,
    _remove_span,
)
