"""What is new: the newest version of the changelog, and whether this start is the first one after an update. No Qt."""

import re
from pathlib import Path
from typing import NamedTuple

from engine.base.version import VERSION, as_numbers
from viewer.base import state

CHANGELOG = Path(__file__).resolve().parents[2] / "assets" / "help" / "CHANGELOG.md"
VERSION_HEADING = re.compile(r"^## (\S+).*\n", re.MULTILINE)
LAST_USED = "version"
"""Name in the state: the newest version that was used on this computer."""


class Changes(NamedTuple):
    """What a version changed. text: Markdown, in English."""

    version: str
    text: str


def newest() -> Changes:
    """Returns the changes of the version that is at the top of the changelog."""
    changelog = CHANGELOG.read_text(encoding="utf-8")
    headings = list(VERSION_HEADING.finditer(changelog))
    end = headings[1].start() if len(headings) > 1 else len(changelog)
    return Changes(headings[0][1], changelog[headings[0].end() : end].strip())


def is_new() -> bool:
    """Whether an older version was used last. The answer is yes once: this version is noted as used."""
    last, this = _last_used(), as_numbers(VERSION)
    if last is not None and last >= this:
        return False
    state.store(LAST_USED, VERSION)
    return last is not None


def _last_used() -> tuple[int, ...] | None:
    """Returns the newest version that was used; None before the first start, or if the state has no valid one."""
    try:
        return as_numbers(state.read(LAST_USED))
    except (TypeError, ValueError):
        return None
