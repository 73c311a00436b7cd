"""What is exported, and how. No torch."""

from dataclasses import dataclass
from pathlib import Path

from engine.export.options import DEFAULT, FileOptions
from engine.geometry.viewport import Region


@dataclass(frozen=True)
class ExportRequest:
    """An image file of a region of the picture, in the orientation that it is shown in.

    path: its suffix selects the format. region: source px; None is the whole picture. size: (width, height) of the file
    in px. options: of the file. fidelity: the model's share of each colour, 0 to 1; the rest is bicubic. model: a
    name, or a file's path; None for the one that decodes when the export begins.
    """

    path: Path
    region: Region | None
    size: tuple[int, int]
    options: FileOptions = DEFAULT
    fidelity: float = 1.0
    model: str | None = None
