"""The open picture, as far as models matter: its kind. The window's thread."""

import numpy as np

from engine.images.area import Area
from engine.session.events import Event, PictureOpened, PictureSource
from viewer.models.picture_kind import kind_of


class OpenPicture:
    """Follows the engine's events. The kind is told when it is first asked for: an opening never waits for it."""

    def __init__(self) -> None:
        self._pixels: Area | None = None
        self._kind: str | None = None
        self._told = False

    def handle(self, event: Event) -> None:
        """Notes another picture. A rotated one keeps its kind."""
        match event:
            case PictureOpened(rotated=False):
                self._pixels, self._kind, self._told = None, None, False
            case PictureSource() if not self._told:
                self._pixels = event.pixels

    @property
    def kind(self) -> str | None:
        """The kind (picture_kind.kind_of). None without a picture, and for a large one that is read from its file."""
        if isinstance(self._pixels, np.ndarray):
            self._kind, self._told = kind_of(self._pixels), True
            self._pixels = None
        return self._kind
