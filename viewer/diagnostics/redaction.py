"""Keeps of a log what tells of the program, and drops what may tell of the user: an allow-list, line by line. No Qt.

Kept are times, levels, modules, places in the program's own code, types of errors, and messages of those types that
Python words itself. Everything else may hold the name of a file.
"""

import re
import sysconfig
from pathlib import Path, PurePath

PROGRAM = Path(__file__).resolve().parents[2]
LIBRARIES = tuple(Path(sysconfig.get_path(name)) for name in ("purelib", "platlib", "stdlib", "platstdlib"))
"""The folders of installed packages come before the standard library, which contains them."""
ELSEWHERE = "…"
WORDED_BY_PYTHON = (
    "TypeError",
    "AttributeError",
    "NameError",
    "ZeroDivisionError",
    "RecursionError",
    "IndexError",
)
"""Types whose messages name types and attributes, not values."""

ENTRY = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]{1,10} [\w.]{1,100}) \[[^\]]{0,100}\] (.*)")
QT_FUNCTION = re.compile(r"Q[A-Za-z]{1,60}::[A-Za-z]{1,60}\b")
"""Qt's messages begin with the function that writes them."""
FRAME = re.compile(r'  File "(.{1,4000})", line (\d{1,9}),? in (\S{1,200})')
RAISED = re.compile(r"  raised ([\w.]{1,200}): ?(.*)")
QUOTED = re.compile(r"'[^']*'?|\"[^\"]*\"?")
SEPARATOR = re.compile(r"[/\\]")
FATAL = re.compile(r"(Fatal Python error): [A-Za-z ]{1,60}")
THREAD = re.compile(r"(?:Current thread|Thread) 0x[0-9a-f]{1,16}")


def redacted(text: str) -> str:
    """Returns the lines of a log, or of what faulthandler wrote, without anything that the user named."""
    kept = (_redacted_line(line) for line in text.split("\n"))
    return "".join(f"{line}\n" for line in kept if line is not None)


def _redacted_line(line: str) -> str | None:
    if entry := ENTRY.fullmatch(line):
        function = QT_FUNCTION.match(entry[2]) if entry[1].endswith(" qt") else None
        return f"{entry[1]} {function[0]}" if function else entry[1]
    if frame := FRAME.fullmatch(line):
        place = _place(frame[1])
        # A frame that is not the program's may be anything.
        return f"  {place}:{frame[2]} {frame[3]}" if place != ELSEWHERE else f"  {ELSEWHERE}"
    if raised := RAISED.fullmatch(line):
        worded = raised[1].removeprefix("builtins.") in WORDED_BY_PYTHON and not SEPARATOR.search(raised[2])
        return f"  raised {raised[1]}" + (f": {QUOTED.sub(_identifier, raised[2])}" if worded else "")
    dumped = FATAL.match(line) or THREAD.match(line)
    return dumped[0] if dumped else None


def _identifier(quoted: re.Match[str]) -> str:
    """Returns a quoted name of the program, such as 'int'; anything else in quotes is dropped."""
    return quoted[0] if quoted[0][1:-1].isidentifier() else ELSEWHERE


def _place(filename: str) -> str:
    """Returns a file of the program or of a library relative to its folder; ELSEWHERE for any other."""
    path = PurePath(filename)
    for folder in (PROGRAM, *LIBRARIES):
        if path.is_relative_to(folder) and ".." not in path.parts:
            return path.relative_to(folder).as_posix()
    return ELSEWHERE
