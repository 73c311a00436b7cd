"""Requests to the engine: frozen values. Each has a number, which its answers repeat. No torch.

Numbers come from one counter of the session (engine/session/session.py), so a later request has the larger number.
"""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Literal

from engine.base.file_stamp import Stamp
from engine.base.messages import mark
from engine.base.resources import Resources
from engine.decoding.line_profile import ProfileLine
from engine.decoding.uncertainty import UncertaintyKind
from engine.export.export_request import ExportRequest
from engine.geometry.tile_index import TileIndex
from engine.geometry.viewport import Region, Viewport
from engine.images.image import Image

DEMO: Literal["demo"] = "demo"
"""The source of the picture that Unpixel draws itself."""


class Task(Enum):
    """What a request is about: how its failure is routed, and which requests it supersedes."""

    OPEN = auto()
    PLAY = auto()
    MODEL = auto()
    ENGINE = auto()
    COPY = auto()
    VIEW = auto()
    REFERENCE = auto()
    PROFILE = auto()
    UNCERTAINTY = auto()
    LENS = auto()
    AHEAD = auto()
    EXPORT = auto()
    PREVIEW = auto()
    MODELS = auto()


SUBJECTS = {
    Task.OPEN: mark("open"),
    Task.PLAY: mark("open"),
    Task.MODEL: mark("model"),
    Task.ENGINE: mark("engine"),
    Task.COPY: mark("copy"),
    Task.VIEW: mark("view"),
    Task.REFERENCE: mark("view"),
    Task.PROFILE: mark("view"),
    Task.UNCERTAINTY: mark("view"),
    Task.LENS: mark("view"),
    Task.AHEAD: mark("view"),
    Task.EXPORT: mark("export"),
    Task.PREVIEW: mark("export"),
    Task.MODELS: mark("models"),
}
"""The subject of a message about a failure that concerns no file."""


@dataclass(frozen=True)
class OpenPicture:
    """Opens a file, a picture in memory, or the demo, in an orientation (engine/geometry/orientation.py).

    page: of the file, from 0; None for the picture that it shows first.
    """

    number: int
    source: Path | Image | Literal["demo"]
    orientation: int = 0
    page: int | None = None


@dataclass(frozen=True)
class RotatePicture:
    """Changes the orientation of the open picture. by: an orientation relative to its present one."""

    number: int
    by: int


@dataclass(frozen=True)
class CopyPixels:
    """Asks for the source pixels that a region of the picture touches."""

    number: int
    region: Region


@dataclass(frozen=True)
class UseModel:
    """Decodes with another model from now on. model: a name, or a file's path."""

    number: int
    model: str


@dataclass(frozen=True)
class Reconfigure:
    """Changes the device, precision, threads and cache sizes that the engine may use."""

    number: int
    resources: Resources


@dataclass(frozen=True)
class Held:
    """The polynomials that a window holds to evaluate them itself (events.CoefficientsReady).

    reference: as in events.TilesReady. map: the number of their map; 0 before the first. tiles: which tiles of it.
    budget: bytes that it has room for.
    """

    reference: str
    map: int
    tiles: frozenset[TileIndex]
    budget: int


@dataclass(frozen=True)
class ViewRequest:
    """Asks for the tiles of a view.

    requested_at: time.perf_counter() of the request. exact: whether the model's own tiles replace approximate ones even
    where they would look the same. moving: amid a gesture. references: what the view is compared with
    (engine/session/references.py). held: what a window evaluates itself, of the model and of references; of all else it
    gets pixels.
    """

    number: int
    view: Viewport
    requested_at: float
    exact: bool
    moving: bool
    references: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()


@dataclass(frozen=True)
class ProfileRequest:
    """Asks for the colours along a line."""

    number: int
    line: ProfileLine


@dataclass(frozen=True)
class UncertaintyRequest:
    """Asks how uncertain the colours of a view are."""

    number: int
    kind: UncertaintyKind
    view: Viewport


@dataclass(frozen=True)
class LensRequest:
    """Asks for the tiles of a second view of the picture: a part of the first one, enlarged further."""

    number: int
    view: Viewport


@dataclass(frozen=True)
class EncodeAhead:
    """Encodes what the views after `view` will probably show (engine/geometry/coming_view.py).

    at: x, y of the pointer in the view, device px.
    """

    number: int
    view: Viewport
    at: tuple[float, float]


@dataclass(frozen=True)
class ExportOrigin:
    """What opens the picture of an export again, once the session shows another one.

    source, page, orientation: as in OpenPicture. stamp: of the file when the export was requested
    (engine/base/file_stamp.py); None if it does not matter.
    """

    source: Path | Image | Literal["demo"]
    page: int | None = None
    orientation: int = 0
    stamp: Stamp | None = None


@dataclass(frozen=True)
class ExportPicture:
    """Writes an image file.

    picture: number of the request that opened or rotated the picture that is meant; None: the one that is open.
    origin: what opens the picture if it is not the open one any more; None: then the export fails.
    """

    number: int
    export: ExportRequest
    picture: int | None = None
    origin: ExportOrigin | None = None


@dataclass(frozen=True)
class PreviewExport:
    """Asks what a crop of an exported file will look like. crop: x, y, width, height in px of the file.

    picture: as in ExportPicture.
    """

    number: int
    export: ExportRequest
    crop: tuple[int, int, int, int]
    picture: int | None = None


@dataclass(frozen=True)
class ListModels:
    """Asks which models are installed, and then for the description of each."""

    number: int


@dataclass(frozen=True)
class DescribeModel:
    """Asks for the description of an installed model."""

    number: int
    model: str


@dataclass(frozen=True)
class AddModel:
    """Copies the model of a file to the user's models."""

    number: int
    path: Path


@dataclass(frozen=True)
class RemoveModel:
    """Deletes one of the user's models."""

    number: int
    model: str


@dataclass(frozen=True)
class MeasureModel:
    """Measures a model's speed on this machine. again: even if it was measured before."""

    number: int
    model: str
    again: bool


Command = OpenPicture | RotatePicture | CopyPixels | UseModel | Reconfigure
"""Requests that change the engine's state or read it; they run in order and before views."""
SideRequest = ProfileRequest | UncertaintyRequest | LensRequest | PreviewExport
"""Requests about a view that run once it is complete; of each type only the newest counts."""
ModelRequest = ListModels | DescribeModel | AddModel | RemoveModel
"""Requests about the installed models; they run after views."""
Request = Command | ViewRequest | SideRequest | ModelRequest | MeasureModel | EncodeAhead | ExportPicture

TASKS: dict[type, Task] = {
    OpenPicture: Task.OPEN,
    RotatePicture: Task.OPEN,
    CopyPixels: Task.COPY,
    UseModel: Task.MODEL,
    Reconfigure: Task.ENGINE,
    ViewRequest: Task.VIEW,
    ProfileRequest: Task.PROFILE,
    UncertaintyRequest: Task.UNCERTAINTY,
    LensRequest: Task.LENS,
    EncodeAhead: Task.AHEAD,
    ExportPicture: Task.EXPORT,
    PreviewExport: Task.PREVIEW,
    ListModels: Task.MODELS,
    DescribeModel: Task.MODELS,
    AddModel: Task.MODELS,
    RemoveModel: Task.MODELS,
    MeasureModel: Task.MODELS,
}


def task_of(request: Request) -> Task:
    """Returns what a request is about."""
    return TASKS[type(request)]
