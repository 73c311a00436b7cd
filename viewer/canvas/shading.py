"""Whether the graphics card draws the picture of a canvas; what it draws then. The window's thread.

OpenGL is loaded when it is switched on, never before.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QBrush, QPainter, QRegion

from engine.base.errors import DeviceError
from engine.geometry.viewport import Viewport
from engine.session.events import CoefficientsReady, Grade, Tile
from engine.session.requests import Held
from viewer.canvas import painter
from viewer.canvas.layers import Layers
from viewer.canvas.pane_parts import LayersOf, Part
from viewer.canvas.screen_colours import Screen

if TYPE_CHECKING:
    from viewer.canvas.graphics import Graphics


class Shading(QObject):
    """Gives the layers of the picture one that the graphics card draws (viewer/canvas/shaded_layer.py), while it is on.

    current: returns the layers that are shown. `switched`: the view is to be requested again. `failed`: the driver
    cannot draw any more, by a Message that says why; it is off from then on.
    """

    switched = Signal()
    failed = Signal(object)

    def __init__(self, current: Callable[[], Layers | None], parent: QObject) -> None:
        super().__init__(parent)
        self._current = current
        self.on = self._failing = False
        self._graphics: Graphics | None = None

    def use(self, on: bool) -> None:
        """Switches it on or off."""
        if on != self.on:
            self.on, self._failing = on, False
            if (layers := self._current()) is not None:
                self.begin(layers)
            self.switched.emit()

    def begin(self, layers: Layers) -> None:
        """Prepares the layers of a picture."""
        if layers.shaded is not None:
            layers.shaded.clear()
        layers.shaded = None
        if self.on:
            from viewer.canvas.shaded_layer import ShadedLayer

            layers.shaded = ShadedLayer(layers.size, self._fail)
        self._free_textures()

    def _free_textures(self) -> None:
        """Frees the textures of the picture before."""
        if self._graphics is not None:
            self._graphics.free_unused()

    def paint(
        self,
        draw: QPainter,
        view: Viewport,
        parts: list[Part],
        layers_of: LayersOf,
        now: float,
        behind: QBrush | None,
        screen: Screen | None,
    ) -> bool:
        """Draws the parts of a pane, as `Graphics.drawn`. Returns whether it did: it is off, or the driver failed."""
        if not self.on or self._failing:
            return False
        try:
            for part in parts:
                colours = None if screen is None else screen.table
                drawn = self.opened().drawn(view, part, layers_of, now, behind, colours)
                if drawn is not None:
                    draw.drawImage(drawn[0].topLeft(), drawn[1])
        except DeviceError as error:
            self._fail(error)
            return False
        return True

    def opened(self) -> "Graphics":
        """Opens the driver and compiles all shaders of images, with the first call. Raises DeviceError."""
        if self._graphics is None:
            from viewer.canvas.graphics import Graphics

            self._graphics = Graphics()
        return self._graphics

    @property
    def held(self) -> tuple[Held, ...]:
        """What the graphics card holds of the model, for the request of a view; nothing where the processor draws."""
        layers = self._current()
        return () if layers is None or layers.shaded is None else layers.shaded.held

    def put(self, done: CoefficientsReady) -> None:
        """Gives polynomials to the graphics card."""
        layers = self._current()
        if layers is not None and layers.shaded is not None:
            layers.shaded.put(done)

    def end_map(self, view: Viewport) -> None:
        """Drops the polynomials, since another model makes others. What they show is kept as a tile meanwhile."""
        layers = self._current()
        if layers is None or layers.shaded is None:
            return
        rect = painter.picture_rect(view, layers.size)
        if not rect.isEmpty() and (QRegion(rect) - layers.shaded.covered(view, rect)).isEmpty():
            x, y = view.origin
            try:
                pixels = self.opened().pixels(view, layers, rect)
            except DeviceError as error:
                self._fail(error)
            else:
                layers.put(Tile(view.scale, x + rect.x(), y + rect.y(), pixels, Grade.PASSING))
        layers.shaded.clear()

    def _fail(self, error: DeviceError) -> None:
        """Switches it off after the frame that is being painted."""
        self._failing = True
        QTimer.singleShot(0, self, lambda: self.use(False))
        self.failed.emit(error.message)
