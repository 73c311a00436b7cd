"""Compares the picture with a second file: an engine session of its own decodes it for the same views.

Both pictures are linked by their widths and their middles, so a point of one lies on the same point of the other, also
where their sizes differ. The window's thread.
"""

from collections import OrderedDict
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF, Slot
from PySide6.QtGui import QImage, QPainter

from engine.base.printable import file_name
from engine.geometry.viewport import Viewport
from engine.images.suffixes import patterns
from engine.session import events
from engine.session.session import Session
from viewer.app.bridge import Bridge
from viewer.app.outdated import Outdated
from viewer.base.display_names import FILE
from viewer.base.language import tr, translated
from viewer.canvas.layers import Layers
from viewer.widgets import file_dialogs

if TYPE_CHECKING:
    from viewer.app.main_window import MainWindow

MOST_REQUESTS = 8
"""Requests whose answers are still of use."""
PREVIEW_SIDE = 2048
"""Px of the longer side of the second picture's preview, about."""
FORMAT = QImage.Format.Format_ARGB32_Premultiplied


class SecondFile(QObject):
    """It costs nothing before a file is chosen, and requests nothing while the file is not compared."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self._bridge: Bridge | None = None
        self._opened: events.PictureOpened | None = None
        self._requests: OrderedDict[int, tuple[Viewport, Viewport]] = OrderedDict()
        window.canvas.view_requested.connect(self._request)
        window.opening.shown.connect(lambda _opened: self._show_preview())
        window.bridge.event.connect(self._follow_model)

    def ask(self) -> None:
        """Asks for the file."""
        kinds = tr("Pictures ({suffixes});;All files (*)").format(suffixes=patterns())
        current = self._window.opening.current
        start = None if current is None else current.parent
        paths = file_dialogs.open_files(self._window, tr("Compare with file"), start, kinds)
        if paths:
            self.open(paths[0])

    def open(self, path: Path) -> None:
        """Compares with a file once it is open."""
        if self._session is None:
            self._bridge = Bridge(self)
            self._session = Session(self._bridge.post, self._window.settings.now.resources)
            self._bridge.is_outdated = Outdated(self._session.newest)
            self._bridge.event.connect(self._handle)
            self._session.use_model(self._window.active_model.model)
        self._session.open(path)

    def end(self) -> None:
        """Ends the second session: the window closes."""
        if self._session is not None and self._bridge is not None:
            self._session.close()
            self._bridge.close()

    @Slot(object)
    def _handle(self, event: events.Event) -> None:
        match event:
            case events.PictureOpened():
                self._opened = event
                self._requests.clear()
                self._show_preview()
                self._window.compare.offer_file(self._name)
                self._window.canvas.request_again()
            case events.TilesReady():
                self._put(event)
            case events.ModelReady():
                self._window.canvas.request_again()
            case events.Failed():
                self._window.notices.show_error(translated(event.message))

    @property
    def _name(self) -> str:
        """The name of the file as a reference."""
        assert self._opened is not None
        return FILE + file_name(self._opened.name)

    @Slot(object)
    def _follow_model(self, event: events.Event) -> None:
        if isinstance(event, events.ModelReady) and self._session is not None:
            self._session.use_model(event.requested)

    def _show_preview(self) -> None:
        """Gives the canvas the second picture in the shape of the first one."""
        first = self._window.opened
        if self._opened is not None and first is not None:
            preview = fitted_preview(self._opened, first)
            self._window.canvas.show_file(self._name, Layers(first.size, preview))
            self._window.compare.name_picture(file_name(first.name))

    @Slot(object, bool)
    def _request(self, view: Viewport, moving: bool) -> None:
        first, second = self._window.opened, self._opened
        if self._session is None or first is None or second is None:
            return
        if not self._window.canvas.comparison.shows_file:
            return
        linked = linked_view(view, first.size, second.size)
        number = self._session.request_view(linked, self._window.settings.now.exact_at_rest, moving)
        self._requests[number] = view, linked
        while len(self._requests) > MOST_REQUESTS:
            self._requests.popitem(last=False)

    def _put(self, done: events.TilesReady) -> None:
        """Shows tiles of the second picture where they are in the first one's view."""
        views = self._requests.get(done.request)
        if views is not None:
            tiles = tuple(placed_tile(tile, *views) for tile in done.tiles)
            self._window.canvas.put(replace(done, tiles=tiles, reference=self._name))


def _link(first: tuple[int, int], second: tuple[int, int]) -> tuple[Fraction, Fraction]:
    """Returns the first picture's px per px of the second, and the top of the second in px of the first."""
    factor = Fraction(first[0], second[0])
    return factor, (first[1] - second[1] * factor) / 2


def linked_view(view: Viewport, first: tuple[int, int], second: tuple[int, int]) -> Viewport:
    """Returns the view of the second picture that shows what a view of the first one does."""
    factor, top = _link(first, second)
    scale = float(Fraction(view.scale) * factor)
    return replace(view, left=view.left / factor, top=(view.top - top) / factor, scale=scale)


def placed_tile(tile: events.Tile, view: Viewport, linked: Viewport) -> events.Tile:
    """Returns a tile of a linked view as one of the first picture's view. Tiles may have half the view's scale."""
    share = Fraction(tile.scale) / Fraction(linked.scale)
    (x, y), (linked_x, linked_y) = view.origin, linked.origin
    return replace(
        tile,
        scale=float(Fraction(view.scale) * share),
        x=tile.x + round((x - linked_x) * share),
        y=tile.y + round((y - linked_y) * share),
    )


def fitted_preview(second: events.PictureOpened, first: events.PictureOpened) -> NDArray[np.uint8]:
    """Returns the second picture's preview in the shape of the first one's: (h, w, 4), black around it."""
    height, width = first.preview.shape[:2]
    while max(height, width) > PREVIEW_SIDE:
        height, width = (height + 1) // 2, (width + 1) // 2
    factor, top = _link(first.size, second.size)
    px = Fraction(width, first.size[0])
    place = QRectF(0, float(top * px), width, float(second.size[1] * factor * px))
    pixels = np.zeros((height, width, 4), np.uint8)
    pixels[..., 3] = 255
    source = np.ascontiguousarray(second.preview)
    image = QImage(source.data, source.shape[1], source.shape[0], 4 * source.shape[1], FORMAT)
    target = QImage(pixels.data, width, height, 4 * width, FORMAT)
    with QPainter(target) as draw:
        draw.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        draw.drawImage(place, image)
    return pixels
