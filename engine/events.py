"""What the engine's thread tells: frozen values, safe to hand to another thread. No torch, no Qt."""

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


class Grade(IntEnum):
    """How near a tile is to the model's own answer: bicubic, from its samples (engine/sampling.py), its own.

    PASSING: its own, of all that a gesture shows just now; it takes the place of the one before.
    """

    SKETCH = 0
    SAMPLED = 1
    PASSING = 2
    EXACT = 3


@dataclass(frozen=True)
class Tile:
    """A piece of the picture at one scale, as a screen holds it.

    x, y: lattice px of its corner at `scale` (engine/viewport.py). pixels: (h, w, 4) uint8, blue, green, red, alpha,
    colours premultiplied; never written to again. Of two tiles of one scale that of the higher grade is to be shown.
    """

    scale: float
    x: int
    y: int
    pixels: NDArray[np.uint8]
    grade: Grade


@dataclass(frozen=True)
class Opened:
    """A picture is open. picture: its number, which its tiles carry. size: (width, height) source px.

    preview: (h, w, 4) uint8 as in Tile, the whole picture, reduced where it is very large.
    """

    picture: int
    size: tuple[int, int]
    name: str
    path: Path | None
    notices: tuple[str, ...]
    preview: NDArray[np.uint8]


@dataclass(frozen=True)
class ModelReady:
    """A model decodes from now on. max_scale: the largest scale it was trained at, 0 where there was no training.

    quick: it can follow a gesture frame by frame.
    """

    name: str
    max_scale: float
    device: str
    quick: bool


@dataclass(frozen=True)
class TilesDone:
    """Tiles of a view. picture, view: the numbers they were asked with; older ones are to be dropped.

    reference: what they are made by, where that is not the model but something to compare it with.
    """

    picture: int
    view: int
    tiles: tuple[Tile, ...]
    reference: str = ""


@dataclass(frozen=True)
class Settled:
    """All of a view is there in its best form, `ms` after it was asked for."""

    view: int
    ms: float


@dataclass(frozen=True)
class Compared:
    """All that a view was to be compared with is there, too."""

    view: int


@dataclass(frozen=True)
class Figures:
    """How the engine does so far. hits, misses: tiles of views that were there already, and that had to be made.

    held: bytes by cache: codes, prepared, tiles, all that references keep. px_per_s: device px decoded in a second,
    lately.
    """

    hits: int
    misses: int
    held: dict[str, int]
    px_per_s: float


@dataclass(frozen=True)
class ExportProgress:
    """done of total output px; px_per_s so far."""

    done: int
    total: int
    px_per_s: float


@dataclass(frozen=True)
class Exported:
    """A file was written and verified. ms: all of it."""

    path: Path
    size: tuple[int, int]
    ms: float


@dataclass(frozen=True)
class ExportCancelled:
    """The export was called off; no file was touched."""


@dataclass(frozen=True)
class Failed:
    """Something could not be done. task: open, model, reference, view or export.

    message: one line: subject, reason, remedy.
    """

    task: str
    message: str


Event = (
    Opened
    | ModelReady
    | TilesDone
    | Settled
    | Compared
    | Figures
    | ExportProgress
    | Exported
    | ExportCancelled
    | Failed
)
