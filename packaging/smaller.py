"""Makes the libraries of a bundle for Linux smaller. Needs strip, as and ld of binutils."""

import platform
import struct
import subprocess
from pathlib import Path

HEADER = b"\x7fELF"
RETURN_NULL = {"x86_64": "xorl %eax, %eax\nret", "aarch64": "mov x0, #0\nret"}
LOADED = 1
"""Kind of a segment of an ELF file."""
WORTH = 100_000
"""Bytes; smaller libraries have few symbols."""
UNUSED = ("av.libs/libx265-*.so.*", "x265_api_get")
"""libavcodec's encoder of HEVC, 21 MB. Unpixel's films are H.264, VP9 and AV1; HEIC has an x265 of its own."""


def make(inside: Path) -> None:
    """Removes the symbols for debuggers, more than 170 MB of them, and replaces the encoder that is not used."""
    for library in sorted(inside.rglob("*.so*")):
        if library.is_symlink() or not library.is_file() or library.stat().st_size < WORTH:
            continue
        with library.open("rb") as file:
            is_library = file.read(4) == HEADER
        if is_library:
            _strip(library)
    pattern, function = UNUSED
    for library in inside.glob(pattern):
        version = library.name.rpartition(".")[2]
        _write_empty(library, f"{function}_{version}")


def _strip(library: Path) -> None:
    """Removes symbols. A library that was changed after it was linked (OpenBLAS, libvips) may not bear it: it stays."""
    smaller = library.with_suffix(".stripped")
    command = ["strip", "--strip-unneeded", "-o", smaller, library]
    done = subprocess.run(command, capture_output=True, check=True)
    if done.stderr or not is_aligned(smaller.read_bytes()):
        smaller.unlink()
    else:
        smaller.replace(library)


def is_aligned(library: bytes) -> bool:
    """Whether each segment of a 64-bit library lies where the system's loader can map it."""
    (table,) = struct.unpack_from("<Q", library, 32)
    size, count = struct.unpack_from("<HH", library, 54)
    for header in range(table, table + size * count, size):
        kind, _flags, offset, address = struct.unpack_from("<IIQQ", library, header)
        (alignment,) = struct.unpack_from("<Q", library, header + 48)
        if kind == LOADED and (address - offset) % max(alignment, 1):
            return False
    return True


def _write_empty(library: Path, function: str) -> None:
    """Replaces a library by one whose only function returns NULL, so that libavcodec lists no encoder of HEVC."""
    object_file = library.with_suffix(".o")
    code = f".text\n.globl {function}\n.type {function}, @function\n{function}:\n{RETURN_NULL[platform.machine()]}\n"
    subprocess.run(["as", "-o", object_file, "-"], input=code, text=True, check=True)
    library.unlink()
    subprocess.run(["ld", "-shared", "-soname", library.name, "-o", library, object_file], check=True)
    object_file.unlink()
