"""A stream that ends parsers which read a file in tiny steps.

Pillow's parsers are Python and read a comment byte by byte, or millions of empty segments. 60 MB of those took 20 s.
"""

from pathlib import Path
from typing import Any, BinaryIO

from engine.base.errors import ImageError
from engine.base.messages import message

MOST_READS = 100_000
"""Reads beyond those that their bytes earn: a third of a second. A photo takes a few hundred."""
BYTES_PER_READ = 100
"""Bytes that earn a further read. A GIF takes two reads for a block of 256 bytes, whatever its length."""


class BoundedReads:
    """Passes everything on to the stream, and weighs the calls of `read` and `readline` against the bytes they return.

    Raises ImageError about `path` when MOST_READS more were made than the bytes earned.
    """

    def __init__(self, stream: BinaryIO, path: Path) -> None:
        self._stream = stream
        self._path = path
        self._left = MOST_READS * BYTES_PER_READ

    def read(self, size: int = -1) -> bytes:
        """Reads at most `size` bytes."""
        return self._weighed(self._stream.read(size))

    def readline(self, size: int = -1) -> bytes:
        """Reads a line of at most `size` bytes."""
        return self._weighed(self._stream.readline(size))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _weighed(self, data: bytes) -> bytes:
        self._left += len(data) - BYTES_PER_READ
        if self._left < 0:
            reason = message("has more parts than a picture needs")
            raise ImageError(self._path, reason, message("download or save the file again"))
        return data
