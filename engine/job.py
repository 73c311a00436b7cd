"""What the engine can be asked to do. No torch."""

from dataclasses import dataclass
from pathlib import Path

from engine.errand import Errand, Measure
from engine.image import Image
from engine.resources import Resources
from engine.sentence import mark
from engine.trace import Line
from engine.trust import Kind
from engine.viewport import Region, Viewport


@dataclass(frozen=True)
class Open:
    """Open a file, or show a picture that is in memory already, in an orientation (engine/orientation.py)."""

    source: Path | Image
    orientation: int = 0


@dataclass(frozen=True)
class Turn:
    """Turn the picture, by an orientation relative to the one it has."""

    by: int


@dataclass(frozen=True)
class Use:
    """Decode with this model: a name, or a file's path."""

    model: str


@dataclass(frozen=True)
class Equip:
    """Use so much of the machine."""

    resources: Resources


@dataclass(frozen=True)
class Take:
    """Hand out the source px that a region of the picture touches."""

    region: Region


@dataclass(frozen=True)
class Look:
    """Show this view. asked: time.perf_counter() of the request.

    exact: whether what comes close to the model's own is replaced by it in the end. moving: amid a gesture.
    references: what it is to be compared with (engine/references.py).
    """

    number: int
    view: Viewport
    asked: float
    exact: bool
    moving: bool
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class Export:
    """Write a region (None: the whole picture) as a picture of `size` (width, height) px.

    fidelity: the model's share, the rest is bicubic.
    """

    path: Path
    region: Region | None
    size: tuple[int, int]
    fidelity: float = 1.0


@dataclass(frozen=True)
class Trace:
    """Tell what lies along this line."""

    number: int
    line: Line


@dataclass(frozen=True)
class Doubt:
    """Tell how far this view is to be trusted."""

    number: int
    kind: Kind
    view: Viewport


Aside = Trace | Doubt
"""What is made beside a view, when it is there; of each kind only the newest is wanted."""
Command = Open | Turn | Take | Use | Equip
Job = Command | Look | Aside | Errand | Export | Measure
TASKS: dict[type, str] = {
    Open: mark("open"),
    Turn: mark("open"),
    Take: mark("copy"),
    Use: mark("model"),
    Equip: mark("engine"),
    Export: mark("export"),
}
"""What a failure is of, as events.Failed names it; see `task`."""


def task(job: Job) -> str:
    """What a failure of a job is of."""
    return TASKS.get(type(job), mark("models") if isinstance(job, Errand | Measure) else mark("view"))
