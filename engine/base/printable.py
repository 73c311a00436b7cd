"""Text for people from strings of any origin, such as file names."""

import os
import re

CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Characters that end lines, steer terminals, reverse text, or that the system's texts cannot hold."""
WHITE = re.compile("[\t\n\r\v\f\u2028\u2029]")
SHORT_ESCAPES = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
BYTES = range(0xDC80, 0xDD00)
"""What Python makes of a byte in a file name that is no UTF-8: the byte plus 0xDC00."""
MAX_LENGTH = 1000
"""Characters of one value; as many as a message can show."""


def is_text(text: str) -> bool:
    """Whether a string holds nothing that stands for a byte that is no text: Qt would drop it."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def one_line(text: str, limit: int = MAX_LENGTH) -> str:
    """Returns the text in one line of at most `limit` characters; what is too long loses its middle.

    Line ends and tabs become spaces; other control characters are written as escapes, such as \\x1b.
    """
    return file_name(WHITE.sub(" ", _shortened(text, limit)), limit)


def file_name(path: str | os.PathLike[str], limit: int = MAX_LENGTH) -> str:
    """Returns a file's name or path in one line of at most `limit` characters, as `one_line` does.

    Line ends are escapes as well (\\n), and a byte that is no UTF-8 is one of two digits (\\xe9): different names look
    different.
    """
    text = CONTROLS.sub(lambda found: _escape(found[0]), _shortened(os.fspath(path), limit))
    return _shortened(text, limit)


def lines(text: str, limit: int) -> str:
    """Returns the text, at most `limit` characters of it, with its line ends; each line as `one_line` returns it."""
    return "\n".join(one_line(line, limit) for line in text[:limit].splitlines())


def _shortened(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    half = (limit - 1) // 2
    return f"{text[:half]}…{text[-half:]}"


def _escape(character: str) -> str:
    code = ord(character)
    if code in BYTES:
        return f"\\x{code - 0xDC00:02x}"
    return SHORT_ESCAPES.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
