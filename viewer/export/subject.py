"""What an export dialog is about: the picture, how it is viewed, and the models. No widgets."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from engine.geometry.viewport import Region, Viewport, visible_region
from engine.session.events import PictureOpened

OPAQUE = 255


@dataclass(frozen=True)
class ExportSubject:
    """selection: source px, if there is one. fidelity: weight of the model in the view, 0 to 1.

    note: text that tells how the exported picture differs from the screen; empty for none. model: the one that decodes,
    by name or path. models: names of those that are installed.
    """

    opened: PictureOpened
    view: Viewport
    selection: Region | None = None
    fidelity: float = 1.0
    note: str = ""
    model: str = ""
    models: tuple[str, ...] = ()

    @property
    def whole(self) -> Region:
        """The region of the whole picture, source px."""
        width, height = self.opened.size
        return Fraction(0), Fraction(0), Fraction(width), Fraction(height)

    @property
    def visible(self) -> Region:
        """The region that the view shows, source px."""
        return visible_region(self.view, self.opened.size)

    @property
    def near(self) -> Path:
        """The picture's file, or a path like one."""
        return self.opened.path or Path.home() / self.opened.name

    @property
    def has_alpha(self) -> bool:
        """Whether anything of the picture is transparent."""
        return bool((self.opened.preview[..., 3] != OPAQUE).any())
