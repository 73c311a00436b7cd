"""The six hints of the tour, and how much of it the user has seen. No widgets."""

from dataclasses import dataclass
from enum import Enum, auto

from engine.base.messages import mark
from viewer.base import state

SEEN = "tour"
"""Name in the state: how many hints were seen. All of them: the tour does not begin by itself again."""


class Gesture(Enum):
    """What the mouse does to the view, besides commands."""

    ENLARGE = auto()
    FIT = auto()


@dataclass(frozen=True)
class Hint:
    """text: {key} stands for the key of `command`. done_by, gesture: what also does what the text says."""

    text: str
    command: str
    done_by: tuple[str, ...] = ()
    gesture: Gesture | None = None


HINTS = (
    Hint(
        mark(
            "Turn the wheel over the picture, or press {key}: zoom in, as far as you like. Drag to move around."
        ),
        "zoom-in",
        gesture=Gesture.ENLARGE,
    ),
    Hint(
        mark("A double click, or {key}, fits the picture to the window again."),
        "fit",
        gesture=Gesture.FIT,
    ),
    Hint(
        mark("Zoom in and press {key}: left of the divider is plain enlargement. Esc ends the comparison."),
        "wipe",
        done_by=("flip", "side-by-side", "difference"),
    ),
    Hint(
        mark("{key} opens the inspector: colours, the file, how the photo was taken, a histogram."),
        "inspector",
    ),
    Hint(
        mark("{key} exports the picture at any size, as sharp as you see it."),
        "export",
        done_by=("export-folder", "export-film", "print"),
    ),
    Hint(
        mark("{key} finds any command by its name. The manual is in the Help menu."),
        "palette",
        done_by=("manual", "keys"),
    ),
)


def seen() -> int:
    """Returns how many hints were seen, 0 to all of them."""
    stored = state.read(SEEN)
    return min(max(stored, 0), len(HINTS)) if type(stored) is int else 0


def note_seen(count: int) -> None:
    """Stores how many hints were seen. A tour that is taken again does not lower the number."""
    if count > seen():
        state.store(SEEN, count)
