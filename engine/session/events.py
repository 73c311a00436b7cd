"""What the engine's thread tells: frozen values, safe to hand to another thread. No torch, no Qt."""

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.decoding.uncertainty import UncertaintyMap
from engine.images.depth import Raster
from engine.images.file_info import FileInfo

Pixels = NDArray[np.uint8]


class Grade(IntEnum):
    """How near a tile is to the model's own answer: bicubic, from its samples (engine/decoding/sampling.py), its own.

    PASSING: its own, of all that a gesture shows just now; it takes the place of the one before.
    """

    SKETCH = 0
    SAMPLED = 1
    PASSING = 2
    EXACT = 3


@dataclass(frozen=True)
class Tile:
    """A piece of the picture at one scale, as a screen holds it.

    x, y: lattice px of its corner at `scale` (engine/geometry/viewport.py). pixels: (h, w, 4) uint8, blue, green, red, alpha,
    colours premultiplied; never written to again. Of two tiles of one scale that of the higher grade is to be shown.
    """

    scale: float
    x: int
    y: int
    pixels: Pixels
    grade: Grade


@dataclass(frozen=True)
class PictureOpened:
    """A picture is open. picture: its number, which its tiles carry. size: (width, height) source px.

    preview: (h, w, 4) uint8 as in Tile, the whole picture, reduced where it is very large. bits: of a sample, 8 or 16.
    orientation: how it lies (engine/geometry/orientation.py). turned: whether it is the picture before, turned.
    """

    picture: int
    size: tuple[int, int]
    name: str
    path: Path | None
    notices: tuple[Message, ...]
    preview: Pixels
    bits: int = 8
    orientation: int = 0
    turned: bool = False


@dataclass(frozen=True)
class Preloaded:
    """A neighbour of the picture is decoded: opening it takes no time."""

    path: Path


@dataclass(frozen=True)
class PictureSource:
    """What the picture that was opened is made of, after Opened.

    pixels: (H, W, 3) sRGB, alpha: (H, W) or None: the engine's own, of 8 bits or 16, never written to. facts: None
    without a file.
    """

    picture: int
    pixels: Raster
    alpha: Raster | None
    facts: FileInfo | None


@dataclass(frozen=True)
class ModelReady:
    """A model decodes from now on. max_scale: the largest scale it was trained at, 0 where there was no training.

    precision: fp32, bf16 or fp16. asked: what it was asked for by, a name or a path; asked so again it is the same.
    quick: it can follow a gesture frame by frame. finer: latents a source px, along a side.
    """

    name: str
    max_scale: float
    device: Message
    precision: str
    asked: str
    quick: bool
    finer: int = 1


@dataclass(frozen=True)
class TilesReady:
    """Tiles of a view. picture, view: the numbers they were asked with; older ones are to be dropped.

    cell: the view's; tiles of another one show another picture. reference: what they are made by, where that is not the
    model but something to compare it with.
    """

    picture: int
    view: int
    tiles: tuple[Tile, ...]
    cell: float = 1.0
    reference: str = ""


@dataclass(frozen=True)
class PixelsCopied:
    """A part of the picture as it is. pixels: (h, w, 4) uint8 red, green, blue, alpha, not premultiplied."""

    pixels: Pixels


@dataclass(frozen=True)
class ViewSettled:
    """All of a view is there in its best form, `ms` after it was asked for."""

    view: int
    ms: float


@dataclass(frozen=True)
class ReferencesSettled:
    """All that a view was to be compared with is there, too."""

    view: int


@dataclass(frozen=True)
class ProfileReady:
    """What lies along a line (engine/decoding/line_profile.py): the model's colours, bicubic's and the source's own px.

    number: that it was asked with. Each (count, 3) uint8 sRGB.
    """

    number: int
    model: Pixels
    bicubic: Pixels
    pixels: Pixels


@dataclass(frozen=True)
class UncertaintyReady:
    """How far a view is to be trusted. number: that it was asked with. doubts: None where the model cannot tell."""

    number: int
    doubts: UncertaintyMap | None


@dataclass(frozen=True)
class EngineStats:
    """How the engine does so far. hits, misses: tiles of views that were there already, and that had to be made.

    held: bytes by cache: codes, prepared, tiles, neighbours, all that references keep. px_per_s: device px decoded in a
    second, lately.
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
    """Something could not be done. task: open, model, engine, reference, view, copy, export or models.

    message: one line: subject, reason, remedy.
    """

    task: str
    message: Message


@dataclass(frozen=True)
class ModelSpeed:
    """Of a full-HD view at scale 4: what is done once for a place, and each decoding of it."""

    encode_ms: float
    decode_ms: float


@dataclass(frozen=True)
class ModelOffer:
    """A model that can be fetched. source: the package and its version, on PyPI."""

    name: str
    about: Message
    licence: str
    source: str


@dataclass(frozen=True)
class ModelsListed:
    """The names of the installed models, and those that can be had."""

    names: tuple[str, ...]
    offers: tuple[ModelOffer, ...]


@dataclass(frozen=True)
class ModelDescribed:
    """An installed model. licence: its text, or its short name. size: of its file, bytes. own: the user has added it.

    max_scale: as in ModelReady. card: Markdown, of its training and scores. speed: None where it was not measured.
    fault: why it does not load, if so; then the rest is empty.
    """

    name: str
    description: str
    licence: str
    parameters: int
    size: int
    max_scale: float
    path: Path | None
    own: bool
    card: str
    speed: ModelSpeed | None
    fault: Message | None


@dataclass(frozen=True)
class ModelMeasured:
    """A model's speed on this machine."""

    name: str
    speed: ModelSpeed


Event = (
    PictureOpened
    | Preloaded
    | PictureSource
    | ModelReady
    | TilesReady
    | PixelsCopied
    | ViewSettled
    | ReferencesSettled
    | ProfileReady
    | UncertaintyReady
    | EngineStats
    | ExportProgress
    | Exported
    | ExportCancelled
    | Failed
    | ModelsListed
    | ModelDescribed
    | ModelMeasured
)
