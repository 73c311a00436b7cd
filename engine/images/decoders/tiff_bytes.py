"""The bytes of a TIFF's strips and tiles. What a damaged file declares beyond its end is never allocated."""

from typing import Any


def bytes_in_file(page: Any) -> tuple[int, ...]:
    """Returns how many of the declared bytes of each strip or tile the file has."""
    end = page.parent.filehandle.size
    return tuple(
        max(0, min(count, end - offset))
        for offset, count in zip(page.dataoffsets, page.databytecounts, strict=False)
    )


def read(page: Any, index: int, count: int) -> bytes:
    """Returns `count` bytes of a strip or tile, as many as `bytes_in_file` tells at most."""
    file = page.parent.filehandle
    file.seek(page.dataoffsets[index])
    data: bytes = file.read(count)
    return data
