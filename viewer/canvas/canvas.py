"""The canvas: the widget that shows the picture. It runs in the window's thread.

Qt counts in logical px, a Viewport (engine/geometry/viewport.py) in device px. `_ratio` is the number of device px in a
logical px; it may be fractional, such as 1.25. Where the view is and how it moves is viewer/canvas/navigation.py.
"""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from math import ceil, floor, inf
from time import perf_counter

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyle, QWidget

from engine.geometry import orientation
from engine.geometry.viewport import Region, Viewport
from engine.session.events import CoefficientsReady, PictureOpened, Pixels, TilesReady
from engine.session.requests import Held
from viewer.base.language import tr
from viewer.canvas import background, painter, panes
from viewer.canvas.comparison import MODEL, Comparison
from viewer.canvas.layers import Layers
from viewer.canvas.navigation import Navigation
from viewer.canvas.pane_parts import Part, parts
from viewer.canvas.pointer_input import PointerInput
from viewer.canvas.raster import Raster
from viewer.canvas.reference_layers import ReferenceLayers
from viewer.canvas.screen_colours import Converted, Screen
from viewer.canvas.shading import Shading
from viewer.canvas.view_timer import FRAME


class Canvas(QWidget):
    """Shows one picture.

    `view_requested`: a Viewport to request from the engine, and whether a gesture or an animation is in progress.
    `view_changed`: the view is another one. `painted`: a frame was painted, in this many milliseconds.
    `drag_out_requested`: a drag is to carry the view out of the window.
    """

    view_requested = Signal(object, bool)
    view_changed = Signal()
    painted = Signal(float)
    drag_out_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(tr("Picture"))
        self.layers: Layers | None = None
        self.comparison = Comparison()
        self.overlays: list[Callable[[QPainter, Viewport, str], None]] = []
        """Painters of what is drawn over the picture in each frame, in order. Each gets a painter in device px of
        the view, the view, and which entry of comparison.pane_names the pane has."""
        self.navigation = Navigation(self._pane_size, self._is_animated, perf_counter)
        self.navigation.view_changed.connect(self._show_view)
        self.navigation.requests.due.connect(self._request)
        self._complete = False  # the engine has finished the last requested view
        self._painted_at = -inf  # when the last full frame began, by perf_counter
        self._orientation = orientation.UPRIGHT
        self._pointer = PointerInput(self, self.navigation, self.device_px, self.drag_out_requested.emit)
        # only now: all send an event, and `event` needs _pointer
        self.navigation.setParent(self)
        self.setMouseTracking(True)
        self.shading = Shading(lambda: self.layers, self)
        self.shading.switched.connect(self.request_again)
        self._references: ReferenceLayers | None = None
        self.background = background.THEME
        self._screen: Screen | None = None
        self.playing = False
        """Whether frames of an animation are shown: nothing is requested, and tiles of the paused frame are dropped."""
        self._raster = Raster()
        self._repaint = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._repaint.timeout.connect(self._continue_fade)

    @property
    def view(self) -> Viewport:
        """The part of the picture that is shown now, amid an animation too."""
        return self.navigation.view

    @property
    def fitted(self) -> bool:
        """Whether the whole picture is shown, and stays so when the window's size changes."""
        return self.navigation.fitted

    @property
    def is_idle(self) -> bool:
        """Whether nothing moves or fades in, and no view is about to be requested."""
        return self.navigation.is_settled and not self._repaint.isActive()

    # From the engine.

    def open(self, opened: PictureOpened, keep_view: bool) -> None:
        """Shows a picture: fitted, with the current scale and relative position, or the current one, rotated."""
        rotation = None
        if opened.rotated:
            rotation = orientation.composed(orientation.inverse(self._orientation), opened.orientation)
        self._orientation = opened.orientation
        self.layers = Layers(opened.size, opened.preview)
        self._references = ReferenceLayers(self.layers)
        self.shading.begin(self.layers)
        self.navigation.open(opened.size, keep_view, rotation)

    def show_frame(self, preview: Pixels) -> None:
        """Shows a frame of the open animation, without tiles. preview: as PictureOpened's."""
        if self.layers is not None:
            self.layers = Layers(self.layers.size, preview)
            self._references = ReferenceLayers(self.layers)
            self.update()

    def show_file(self, name: str, layers: Layers) -> None:
        """Takes the layers of a second file, in the shape of the picture, under its name as a reference."""
        if self._references is not None:
            self._references.set_file(name, layers)
            self.update()

    def put(self, done: TilesReady | CoefficientsReady) -> None:
        """Adds tiles to the layers, or polynomials. Tiles of another cell than the view's are dropped."""
        if self.layers is None or self._references is None or self.playing:
            return
        if isinstance(done, TilesReady) and done.cell != self.view.cell:
            return
        if done.reference:
            self._references.put(done, self.navigation.target)
        elif isinstance(done, CoefficientsReady):
            self.shading.put(done)
        else:
            now = self.navigation.clock() if self._is_animated() else -inf
            for tile in done.tiles:
                self.layers.put(tile, now)
            self.layers.prune(self.navigation.target)
        self._repaint_soon()

    @property
    def held(self) -> tuple[Held, ...]:
        """What the graphics card holds of the model and of what it is compared with, for the request of a view."""
        references = () if self._references is None else self._references.held(self.comparison.references)
        return (*self.shading.held, *references)

    def mark_outdated(self) -> None:
        """Marks all that a model made as outdated: there is another one. It is drawn until tiles of that arrive."""
        if self.layers is not None:
            self.shading.end_map(self.view)
            self.layers.mark_outdated()

    def settle(self) -> None:
        """Notes that the last requested view is complete. Its stand-ins are dropped once it has faded in."""
        if self.layers is not None:
            self._complete = True
            self._repaint_soon()

    def _repaint_soon(self) -> None:
        """Repaints at least one frame after the last one. Amid a gesture, the gesture's next frame comes first."""
        if not self._repaint.isActive():
            self._repaint.start(max(0, FRAME - floor(min(perf_counter() - self._painted_at, 1) * 1e3)))

    def _continue_fade(self) -> None:
        if self.layers is None:
            return
        self.update()
        if self.layers.fading(self.navigation.clock()):
            self._repaint.start(FRAME)
        elif self._complete:
            self._complete = False
            self.layers.settle()

    # From commands and controllers.

    def zoom_to(self, scale: float) -> None:
        """Zooms to a scale, at the cursor if it is over the canvas, else at the middle."""
        self.navigation.zoom_to(scale, self._cursor())

    def zoom_by(self, factor: float) -> None:
        """Multiplies the scale, at the cursor if it is over the canvas, else at the middle."""
        self.navigation.zoom_by(factor, self._cursor())

    def request_again(self) -> None:
        """Requests the same viewport again: the settings or the references have changed."""
        if self.layers is not None:
            self.navigation.requests.again()

    def compare(self, comparison: Comparison) -> None:
        """Changes the comparison. Cached tiles show with the next frame; missing references are requested."""
        before, self.comparison = self.comparison, comparison
        if len(before.pane_names) != len(comparison.pane_names):
            self.navigation.resize()
        file_appears = comparison.shows_file and not before.shows_file
        if file_appears or not set(comparison.references) <= set(before.references):
            self.request_again()
        if (before.mode, before.blending) != (comparison.mode, comparison.blending):
            self._raster.free()
        self.update()

    def set_background(self, name: str) -> None:
        """Sets the background (viewer/canvas/background.py)."""
        if name != self.background:
            self.background = name
            self.update()

    def set_screen(self, screen: Screen | None) -> None:
        """Converts what is painted from sRGB (viewer/canvas/screen_colours.py); None: as it is."""
        if screen is not self._screen:
            self._screen = screen
            self.update()

    def set_cell(self, cell: float) -> None:
        """Sets the cell: the query footprint of each px, in device px; see Viewport."""
        if cell != self.view.cell:
            self.navigation.view = replace(self.view, cell=cell)
            if self.layers is not None:
                self.layers.mark_outdated()  # they stand in until tiles of the new cell arrive
            self.view_changed.emit()
            self.request_again()

    def visible(self, region: Region | None = None, pane: str = MODEL) -> QImage | None:
        """Renders what a pane shows of the picture, or of a region of it (source px), in device px.

        Returns None if nothing of it is in view. pane: an entry of comparison.pane_names.
        """
        if self.layers is None:
            return None
        rect = painter.picture_rect(self.view, self.layers.size)
        if region is not None:
            rect &= painter.region_rect(self.view, region)
        if rect.isEmpty():
            return None
        return self._rendered(rect, pane)

    def whole(self) -> QImage | None:
        """Returns the whole picture, reduced if it is very large; None if there is none."""
        return None if self.layers is None else self.layers.preview.images[0, 0].image

    def colour(self, x: int, y: int, pane: str = MODEL) -> QColor:
        """Returns the colour that a pane shows at its device px (x, y), of a comparison too, without overlays."""
        return self._rendered(QRect(x, y, 1, 1), pane).pixelColor(0, 0)

    def _rendered(self, rect: QRect, pane: str) -> QImage:
        """Renders a rectangle of a pane, in device px."""
        image = QImage(rect.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as draw:
            draw.translate(-rect.topLeft())
            self._paint_parts(draw, self.view, parts(self.view, pane, self.comparison, rect), inf)
        return image

    def paint_model(self, draw: QPainter, view: Viewport) -> None:
        """Paints another view of the model's picture as on the screen, and what is behind its transparent parts."""
        shown = [Part(QRect(0, 0, view.width, view.height), MODEL)]
        self._paint_parts(draw, view, shown, inf, self._behind, self._screen)

    # Panes and coordinates.

    @property
    def panes(self) -> tuple[QRect, ...]:
        """Rectangles of the panes, in device px. The last column and row may extend beyond the widget."""
        width, height = ceil(self.width() * self._ratio), ceil(self.height() * self._ratio)
        return panes.laid_out(len(self.comparison.pane_names), width, height)

    def device_px(self, position: QPointF) -> tuple[float, float]:
        """Converts logical px of the canvas to device px of the pane at that position."""
        x, y = position.x() * self._ratio, position.y() * self._ratio
        corner = panes.corner(self.panes, x, y)
        return x - corner.x(), y - corner.y()

    def pane_at(self, position: QPointF) -> str:
        """Returns which entry of comparison.pane_names the pane at logical px of the canvas has."""
        corner = panes.corner(self.panes, position.x() * self._ratio, position.y() * self._ratio)
        at = [pane.topLeft() for pane in self.panes].index(corner)
        return self.comparison.pane_names[at]

    @property
    def _ratio(self) -> float:
        return self.devicePixelRatioF()

    def _pane_size(self) -> tuple[int, int]:
        return self.panes[0].width(), self.panes[0].height()

    def _is_animated(self) -> bool:
        """Returns whether the desktop wants motion."""
        return self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0

    def _cursor(self) -> tuple[float, float] | None:
        """Returns the cursor's position in device px of its pane, None while it is elsewhere."""
        position = self.mapFromGlobal(self.cursor().pos())
        over_canvas = self.rect().contains(position) and self.underMouse()
        return self.device_px(QPointF(position)) if over_canvas else None

    def _show_view(self, rescaled: bool) -> None:
        if self.layers is not None and rescaled:
            self.layers.end_fades()
        self.update()
        self.view_changed.emit()

    def _request(self, view: Viewport, moving: bool) -> None:
        self._complete = False
        if not self.playing:
            self.view_requested.emit(view, moving)

    # Events from Qt.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.resize()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.navigation.resize()
        return self._pointer.gesture(event) or super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pointer.wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        began = perf_counter()
        if event.rect() == self.rect():
            self._painted_at = began
            if self._repaint.isActive():
                self._repaint.start(FRAME)
        # A child widget that changes repaints only the small part of the canvas under it.
        logical = event.rect()
        corner, size = QPointF(logical.topLeft()) * self._ratio, QSizeF(logical.size()) * self._ratio
        self._paint(QRectF(corner, size).toAlignedRect().adjusted(-1, -1, 1, 1))
        self.painted.emit((perf_counter() - began) * 1e3)

    # Painting.

    def _paint(self, dirty: QRect) -> None:
        """Paints a part of the canvas. dirty: device px, and 1 px more, as the widget may begin within a device px."""
        with QPainter(self) as draw:
            self._align_to_device_px(draw)
            self._paint_surround(draw, dirty)
            self._paint_picture(draw, dirty)
            for rect, pane in zip(self.panes, self.comparison.pane_names, strict=True):
                draw.translate(rect.topLeft())
                for paint_overlay in self.overlays if self.layers is not None else ():
                    paint_overlay(draw, self.view, pane)
                draw.translate(-rect.topLeft())

    def _paint_picture(self, draw: QPainter, dirty: QRect) -> None:
        """Paints the picture in each pane, and what is behind its transparent parts."""
        if self.layers is None:
            return
        now = self.navigation.clock()
        for rect, pane in zip(self.panes, self.comparison.pane_names, strict=True):
            draw.translate(rect.topLeft())
            shown = parts(self.view, pane, self.comparison, dirty.translated(-rect.topLeft()))
            self._paint_parts(draw, self.view, shown, now, self._behind, self._screen)
            draw.translate(-rect.topLeft())

    @property
    def _behind(self) -> QBrush | None:
        """What is seen through transparent px; None for a picture without."""
        if self.layers is None or self.layers.opaque:
            return None
        return background.behind(self.background, self.palette(), self._ratio)

    def _paint_surround(self, draw: QPainter, dirty: QRect) -> None:
        """Fills what no picture covers. Filling everything would take as long as painting the picture."""
        surround = QRegion(dirty)
        if self.layers is not None:
            picture = painter.picture_rect(self.view, self.layers.size)
            for rect in self.panes:
                surround -= picture.translated(rect.topLeft()) & rect
        draw.setClipRegion(surround)
        draw.fillRect(dirty, background.surround(self.background, self.palette(), self._ratio))
        draw.setClipping(False)

    def _paint_parts(
        self,
        draw: QPainter,
        view: Viewport,
        shown: list[Part],
        now: float,
        behind: QBrush | None = None,
        screen: Screen | None = None,
    ) -> None:
        """Paints the parts of a view at time `now`: by the graphics card, or by the processor.

        behind: what is seen through transparent px. screen: the conversion from sRGB; None for none.
        """
        if self.layers is None or self._references is None:
            return
        layers_of = partial(self._references.layers_of, scale=view.scale)
        if self.shading.paint(draw, view, shown, layers_of, now, behind, screen):
            return
        within = QRect()
        for part in shown:
            within |= part.rect
        with Converted(draw, within, screen) if screen is not None else nullcontext(draw) as target:
            if behind is not None:
                target.fillRect(painter.picture_rect(view, self.layers.size) & within, behind)
            self._raster.paint(target, view, shown, layers_of, now)

    def _align_to_device_px(self, draw: QPainter) -> None:
        """Scales the painter to device px. At a fractional ratio a widget may begin within a device px."""
        draw.scale(1 / self._ratio, 1 / self._ratio)
        corner = draw.deviceTransform()
        draw.translate(round(corner.dx()) - corner.dx(), round(corner.dy()) - corner.dy())
