"""What commands print: results on stdout as text or JSON, notices on stderr."""

import json
import sys
from pathlib import Path
from typing import Any

from engine.base import text_file


def notify(notices: list[str]) -> None:
    """Prints what was noticed about files on stderr, a line each."""
    for notice in notices:
        print(f"unpixel: {notice}", file=sys.stderr)


def show(result: Any, as_json: bool, text: str) -> None:
    """Prints a result as JSON or as text."""
    print(json.dumps(result) if as_json else text)


def write(result: dict[str, Any], target: str | None, text: str) -> int:
    """Prints a result as text, or as JSON if `target` is "-"; a file `target` gets it as JSON as well. Returns 0."""
    print(json.dumps(result) if target == "-" else text)
    if target not in (None, "-"):
        text_file.write(Path(target), json.dumps(result, indent=2) + "\n")
    return 0
