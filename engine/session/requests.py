"""What the engine can be asked to do. No torch."""

from dataclasses import dataclass
from pathlib import Path

from engine.base.messages import mark
from engine.base.resources import Resources
from engine.decoding.line_profile import ProfileLine
from engine.decoding.uncertainty import UncertaintyKind
from engine.geometry.viewport import Region, Viewport
from engine.images.image import Image
from engine.session.model_requests import MeasureModel, ModelRequest


@dataclass(frozen=True)
class OpenPicture:
    """Open a file, or show a picture that is in memory already, in an orientation (engine/geometry/orientation.py)."""

    source: Path | Image
    orientation: int = 0


@dataclass(frozen=True)
class RotatePicture:
    """Turn the picture, by an orientation relative to the one it has."""

    by: int


@dataclass(frozen=True)
class UseModel:
    """Decode with this model: a name, or a file's path."""

    model: str


@dataclass(frozen=True)
class Reconfigure:
    """Use so much of the machine."""

    resources: Resources


@dataclass(frozen=True)
class CopyPixels:
    """Hand out the source px that a region of the picture touches."""

    region: Region


@dataclass(frozen=True)
class ViewRequest:
    """Show this view. asked: time.perf_counter() of the request.

    exact: whether what comes close to the model's own is replaced by it in the end. moving: amid a gesture.
    references: what it is to be compared with (engine/session/references.py).
    """

    number: int
    view: Viewport
    asked: float
    exact: bool
    moving: bool
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExportPicture:
    """Write a region (None: the whole picture) as a picture of `size` (width, height) px.

    fidelity: the model's share, the rest is bicubic.
    """

    path: Path
    region: Region | None
    size: tuple[int, int]
    fidelity: float = 1.0


@dataclass(frozen=True)
class ProfileRequest:
    """Tell what lies along this line."""

    number: int
    line: ProfileLine


@dataclass(frozen=True)
class UncertaintyRequest:
    """Tell how far this view is to be trusted."""

    number: int
    kind: UncertaintyKind
    view: Viewport


SideRequest = ProfileRequest | UncertaintyRequest
"""What is made beside a view, when it is there; of each kind only the newest is wanted."""
Command = OpenPicture | RotatePicture | CopyPixels | UseModel | Reconfigure
Request = Command | ViewRequest | SideRequest | ModelRequest | ExportPicture | MeasureModel
TASKS: dict[type, str] = {
    OpenPicture: mark("open"),
    RotatePicture: mark("open"),
    CopyPixels: mark("copy"),
    UseModel: mark("model"),
    Reconfigure: mark("engine"),
    ExportPicture: mark("export"),
}
"""What a failure is of, as events.Failed names it; see `task`."""


def task(job: Request) -> str:
    """What a failure of a job is of."""
    return TASKS.get(
        type(job), mark("models") if isinstance(job, ModelRequest | MeasureModel) else mark("view")
    )
