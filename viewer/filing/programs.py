"""The programs that the user has chosen as files, the latest first."""

from viewer.base import state
from viewer.filing.applications import Application

MAX_PROGRAMS = 6
STATE_KEY = "programs"


def remembered() -> list[Application]:
    """Returns the programs. Some may no longer be installed: that is only checked when one is used."""
    stored = state.read(STATE_KEY)
    entries = stored if isinstance(stored, list) else []
    return [found for entry in entries if (found := _parsed(entry)) is not None][:MAX_PROGRAMS]


def remember(program: Application) -> None:
    """Puts a program at the front."""
    kept = [program, *(other for other in remembered() if other != program)][:MAX_PROGRAMS]
    state.store(STATE_KEY, [[each.name, *each.command] for each in kept])


def _parsed(entry: object) -> Application | None:
    """Returns a stored program; None if the entry is damaged."""
    if (
        not isinstance(entry, list)
        or len(entry) < 2
        or not all(isinstance(part, str) and part for part in entry)
    ):
        return None
    return Application(entry[0], tuple(entry[1:]))
