"""Text for people from strings of any origin, such as file names."""

import re

CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Characters that end lines, steer terminals, reverse text, or that the system's texts cannot hold."""
WHITE = "\t\n\r\v\f\u2028\u2029"
REPLACEMENT = "\ufffd"
MAX_LENGTH = 1000
"""Characters of one value; as many as a message can show."""


def one_line(text: str, limit: int = MAX_LENGTH) -> str:
    """Returns the text in one line of at most `limit` characters; what is too long loses its middle.

    Line ends and tabs become spaces, other control characters become REPLACEMENT.
    """
    if len(text) > limit:
        half = (limit - 1) // 2
        text = f"{text[:half]}…{text[-half:]}"
    return CONTROLS.sub(lambda found: " " if found[0] in WHITE else REPLACEMENT, text)


def lines(text: str, limit: int) -> str:
    """Returns the text, at most `limit` characters of it, with its line ends; each line as `one_line` returns it."""
    return "\n".join(one_line(line, limit) for line in text[:limit].splitlines())
