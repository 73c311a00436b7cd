"""Messages between the app and its child: JSON objects of limited length. Nothing that comes in is trusted.

A frame is a head of 8 bytes, the protocol's version and the length, and then the JSON text. The app's frames may carry
descriptors of open files (SCM_RIGHTS). JSON and not pickle: a child that a file has taken over must not be able to run
code in the app.
"""

import json
import socket
import struct
from typing import Any

VERSION = 1
MAX_BYTES = 1 << 18
"""Length of a message. The largest are the notices about a damaged picture."""
HEAD = struct.Struct("<II")
PIECE = 1 << 16

Json = dict[str, Any]
BEGUN: Json = {"begun": True}
"""The child's first message about a job: from here on the file may be to blame for what happens to the child."""


class ProtocolError(Exception):
    """The other side sent something that is no message of this version."""


def send(channel: socket.socket, message: Json, descriptors: tuple[int, ...] = ()) -> None:
    """Sends a message with descriptors of open files. Raises OSError, and ValueError for a message that is too long."""
    text = json.dumps(message).encode()
    if len(text) > MAX_BYTES:
        raise ValueError(f"a message of {len(text)} bytes")
    head = HEAD.pack(VERSION, len(text))
    if descriptors:
        socket.send_fds(channel, [head], descriptors)
    else:
        channel.sendall(head)
    channel.sendall(text)


class Inbox:
    """Puts messages together from the bytes of a stream."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def add(self, piece: bytes) -> None:
        """Adds bytes that have come in."""
        self._bytes += piece

    def take(self) -> Json | None:
        """Returns the next message; None if it is not complete yet. Raises ProtocolError."""
        if len(self._bytes) < HEAD.size:
            return None
        version, length = HEAD.unpack_from(self._bytes)
        if version != VERSION or length > MAX_BYTES:
            raise ProtocolError(f"version {version}, {length} bytes")
        end = HEAD.size + length
        if len(self._bytes) < end:
            return None
        text = bytes(self._bytes[HEAD.size : end])
        del self._bytes[:end]
        return _parsed(text)


def _parsed(text: bytes) -> Json:
    try:
        message = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ProtocolError("no JSON") from error
    if not isinstance(message, dict):
        raise ProtocolError("no JSON object")
    return message
