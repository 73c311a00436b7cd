"""A stream that ends parsers which read a file in tiny steps.

Pillow's parsers are Python and read a comment byte by byte, or millions of empty segments. 60 MB of those took 20 s.
"""

from pathlib import Path
from typing import Any, BinaryIO

from engine.base.errors import ImageError
from engine.base.messages import message

MOST_READS = 100_000
"""Reads of a file of any length: a third of a second. A photo takes a few hundred."""
BYTES_PER_READ = 1024
"""A longer file gets one more read for each of these bytes: a PNG has a chunk for every few thousand."""


class BoundedReads:
    """Passes everything on to the stream, and counts the calls of `read` and `readline`.

    Raises ImageError about `path` from the call after the last that the file's size allows.
    """

    def __init__(self, stream: BinaryIO, path: Path, file_bytes: int) -> None:
        self._stream = stream
        self._path = path
        self._left = MOST_READS + file_bytes // BYTES_PER_READ

    def read(self, size: int = -1) -> bytes:
        """Reads at most `size` bytes."""
        self._count()
        return self._stream.read(size)

    def readline(self, size: int = -1) -> bytes:
        """Reads a line of at most `size` bytes."""
        self._count()
        return self._stream.readline(size)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            reason = message("has more parts than a picture needs")
            raise ImageError(self._path, reason, message("download or save the file again"))
