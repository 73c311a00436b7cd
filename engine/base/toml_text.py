"""Texts as TOML writes them."""

import json


def quoted(text: str) -> str:
    """Returns a text in quotes, so that no content of it is read as anything else.

    A byte of a file name that is no text stays the lone surrogate that Python makes of it.
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")  # the one control that JSON leaves
