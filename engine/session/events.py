"""Events, the answers of the engine: frozen values, safe to hand to another thread. No torch, no Qt.

Every event carries `request`, the number of the request that it answers (engine/session/requests.py). The number of
the request that opened or rotated a picture is also the picture's number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.decoding.uncertainty import UncertaintyMap
from engine.export.file_crop import CropPreview
from engine.geometry.local_basis import EnsembleWeights
from engine.geometry.tile_index import TileIndex
from engine.images.area import Area
from engine.images.file_info import FileInfo
from engine.images.pages import SINGLE, Pages
from engine.session.requests import Task

Pixels = NDArray[np.uint8]


class Grade(IntEnum):
    """How close a tile is to the model's own answer. Of two tiles at one place the higher grade is shown.

    SKETCH: bicubic. SAMPLED: interpolated from samples of the model (engine/decoding/sampling.py). PASSING: the model's
    own answer for one frame of a gesture, replaced by the next frame. EXACT: the model's own answer.
    """

    SKETCH = 0
    SAMPLED = 1
    PASSING = 2
    EXACT = 3


@dataclass(frozen=True)
class Tile:
    """A rectangle of the view at one scale, ready for the screen.

    x, y: its corner, px of the lattice of `scale` (engine/geometry/viewport.py). pixels: (h, w, 4) uint8 blue, green,
    red, alpha, premultiplied, read-only. close: of a sampled tile, which of the exact tiles in it would look the same,
    (rows, cols) bool.
    """

    scale: float
    x: int
    y: int
    pixels: Pixels
    grade: Grade
    close: NDArray[np.bool_] | None = None


@dataclass(frozen=True)
class ShownFrame:
    """A frame of an animation that plays. pixels: as PictureOpened.preview; None if it is damaged. ms: its duration."""

    pixels: Pixels | None
    ms: int


@dataclass(frozen=True)
class PictureOpened:
    """A picture is open. request: also the picture's number, which its tiles carry. size: (width, height) source px.

    preview: (h, w, 4) uint8 as in Tile, the whole picture, reduced if it is very large. bits: per sample, 8 or 16.
    orientation: as in engine/geometry/orientation.py. rotated: it is the picture that was open before, rotated.
    pages: which picture of its file it is.
    """

    request: int
    size: tuple[int, int]
    name: str
    path: Path | None
    notices: tuple[Message, ...]
    preview: Pixels
    bits: int = 8
    orientation: int = 0
    rotated: bool = False
    pages: Pages = SINGLE


@dataclass(frozen=True)
class PictureConverting:
    """A large picture is being converted, and opened after that. The engine still has the picture before.

    request: of the opening. size: (width, height) source px. done: 0 to 1. preview: as PictureOpened.preview, the
    picture reduced; rows that are not decoded yet are transparent. None if there is none. After the first one that has
    any, PictureOpened follows, of this picture or, if it cannot be opened, of the picture before.
    """

    request: int
    size: tuple[int, int]
    name: str
    done: float
    preview: Pixels | None


@dataclass(frozen=True)
class OpenCancelled:
    """The opening was cancelled (Session.cancel_open). The picture before stays."""

    request: int


@dataclass(frozen=True)
class PictureSource:
    """The pixels of the picture that was opened; follows PictureOpened.

    pixels: (H, W, 3) sRGB, alpha: (H, W) or None, uint8 or uint16; the engine's own, read-only. file: None for a
    picture that came from no file. values: (H, W) or (H, W, 3) float32, the file's own where `pixels` cannot hold them.
    """

    request: int
    pixels: Area
    alpha: Area | None
    file: FileInfo | None
    values: Area | None = None


@dataclass(frozen=True)
class PictureNoticed:
    """What was found out of the open picture after it was opened. request: the picture's number."""

    request: int
    notices: tuple[Message, ...]


@dataclass(frozen=True)
class Preloaded:
    """A neighbour of the picture is decoded: opening it takes no time."""

    request: int
    path: Path


@dataclass(frozen=True)
class PixelsCopied:
    """Source pixels of a region. pixels: (h, w, 4) uint8 red, green, blue, alpha, not premultiplied."""

    request: int
    pixels: Pixels


@dataclass(frozen=True)
class ModelReady:
    """A model decodes from now on; answers UseModel, or Reconfigure.

    max_scale: the largest scale it was trained at, 0 for a model without training. precision: fp32, bf16 or fp16.
    requested: the name or path it was requested by. quick: it can follow a gesture frame by frame.
    upsampling: latents per source px along a side.
    """

    request: int
    name: str
    max_scale: float
    device: Message
    precision: str
    requested: str
    quick: bool
    upsampling: int = 1


@dataclass(frozen=True)
class TilesReady:
    """Tiles of a view. picture: the number of the picture.

    cell: the view's; tiles of another cell belong to another image. reference: the name of the reference that made
    them; empty for the model.
    """

    request: int
    picture: int
    tiles: tuple[Tile, ...]
    cell: float = 1.0
    reference: str = ""


@dataclass(frozen=True)
class CoefficientsReady:
    """Polynomials of a view's latents, for a window that evaluates them itself (engine/geometry/local_basis.py).

    picture, reference: as in TilesReady. map: the number of their map; each picture and model has its own. size: of the
    map, (height, width) latents, one per source px. tiles: by their place in the map, (h, order, w, c) float16, see
    ContinuousImage.coefficients. alpha: the same of a transparent picture's alpha, bicubic.
    """

    request: int
    picture: int
    map: int
    size: tuple[int, int]
    order: int
    weighting: EnsembleWeights
    tiles: Mapping[TileIndex, NDArray[np.float16]]
    alpha: Mapping[TileIndex, NDArray[np.float16]] | None = None
    reference: str = ""


@dataclass(frozen=True)
class ViewSettled:
    """All tiles of a view are there in their final grade, `ms` after the request."""

    request: int
    ms: float


@dataclass(frozen=True)
class EncodedAhead:
    """What the next views will probably show is encoded. Dropped without an answer if there was other work to do."""

    request: int


@dataclass(frozen=True)
class ReferencesSettled:
    """All references that a view is compared with are there, too."""

    request: int


@dataclass(frozen=True)
class ProfileReady:
    """Colours along a line: the model's, bicubic's and the source's own, each (count, 3) uint8 sRGB."""

    request: int
    model: Pixels
    bicubic: Pixels
    pixels: Pixels


@dataclass(frozen=True)
class UncertaintyReady:
    """How uncertain a view is. values: None if the model cannot tell."""

    request: int
    values: UncertaintyMap | None


@dataclass(frozen=True)
class EngineStats:
    """Counters of the engine after a view. hits, misses: tiles of views that were cached, and that had to be made.

    cached: bytes by cache. px_per_s: device px decoded per second, a running mean.
    """

    request: int
    hits: int
    misses: int
    cached: dict[str, int]
    px_per_s: float


@dataclass(frozen=True)
class ExportProgress:
    """done of total output px are written; px_per_s is the mean so far."""

    request: int
    done: int
    total: int
    px_per_s: float


@dataclass(frozen=True)
class Exported:
    """A file was written and verified. ms: from begin to end."""

    request: int
    path: Path
    size: tuple[int, int]
    ms: float


@dataclass(frozen=True)
class ExportCancelled:
    """The export was cancelled; no file was touched."""

    request: int


@dataclass(frozen=True)
class ExportPlanned:
    """What an exported file will hold; answers PreviewExport first.

    bits: per sample. notices: what of the picture it will not hold. refusal: why it cannot be written, and the remedy;
    None if nothing is known that would hinder it. memory: bytes that it takes beyond the caches, about.
    """

    request: int
    bits: int
    notices: tuple[Message, ...]
    refusal: tuple[Message, Message] | None
    memory: int


@dataclass(frozen=True)
class ExportPreviewed:
    """What a crop of an exported file will look like."""

    request: int
    preview: CropPreview


@dataclass(frozen=True)
class Failed:
    """A request could not be served. message: one line with subject, reason and remedy."""

    request: int
    task: Task
    message: Message


@dataclass(frozen=True)
class ModelSpeed:
    """Time of a full-HD view at scale 4 on this machine: encoding it once, and decoding it each time."""

    encode_ms: float
    decode_ms: float


@dataclass(frozen=True)
class ModelOffer:
    """A model that can be downloaded. source: the package and its version, on PyPI."""

    name: str
    about: Message
    licence: str
    source: str


@dataclass(frozen=True)
class ModelsListed:
    """The names of the installed models, and those that can be downloaded."""

    request: int
    names: tuple[str, ...]
    offers: tuple[ModelOffer, ...]


@dataclass(frozen=True)
class ModelDescribed:
    """An installed model. licence: its text, or its short name. size: of its file, bytes. own: the user has added it.

    max_scale: as in ModelReady. card: Markdown on training and scores. speed: None if it was not measured. fault: why
    it does not load; then the fields from the file are empty.
    """

    request: int
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

    request: int
    name: str
    speed: ModelSpeed


Event = (
    PictureOpened
    | PictureConverting
    | OpenCancelled
    | PictureSource
    | PictureNoticed
    | Preloaded
    | PixelsCopied
    | ModelReady
    | TilesReady
    | CoefficientsReady
    | ViewSettled
    | EncodedAhead
    | ReferencesSettled
    | ProfileReady
    | UncertaintyReady
    | EngineStats
    | ExportProgress
    | Exported
    | ExportCancelled
    | ExportPlanned
    | ExportPreviewed
    | Failed
    | ModelsListed
    | ModelDescribed
    | ModelMeasured
)
