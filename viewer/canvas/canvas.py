"""The picture on the screen: where the user looks, and what hands do about it. The window's thread.

Qt counts in logical px, the view (engine/geometry/viewport.py) in device px: `_ratio` device px to a logical one, also 1.25.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import partial
from math import ceil, floor, inf, log2
from time import perf_counter

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyle, QWidget

from engine.geometry import orientation
from engine.geometry.viewport import (
    MAX_SCALE,
    MIN_SCALE,
    Region,
    Viewport,
    centred_on,
    clamped,
    fitting,
    lattice,
    panned,
    resized,
    rotated,
    transferred,
    zoomed,
)
from engine.session.events import PictureOpened, TilesReady
from viewer.base.language import tr
from viewer.canvas import animation, checkerboard, gestures, painter, panes
from viewer.canvas.animation import Flight, Glide, Motion, Zoom
from viewer.canvas.comparison import MODEL, Comparison
from viewer.canvas.comparison_drawing import Drawing
from viewer.canvas.layers import Layers
from viewer.canvas.pointer_input import PointerInput
from viewer.canvas.reference_layers import ReferenceLayers
from viewer.canvas.view_timer import FRAME, ViewTimer

STEP = 2 ** (1 / gestures.STEPS_PER_OCTAVE)
"""What a key zooms by."""
STICKY = 0.03
"""Octaves around 1:1 and the fitting scale in which a zoom comes to rest exactly there."""


class Canvas(QWidget):
    """Shows one picture. `looked`: the Viewport to be asked of the engine, and whether it is amid a gesture. `moved`:
    the view is another.

    `painted`: a frame was, in so many milliseconds. `taken`: a drag is to carry the view out of the window.
    """

    looked = Signal(object, bool)
    moved = Signal()
    painted = Signal(float)
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(tr("Picture"))
        self.layers: Layers | None = None
        self.view = fitting((1, 1), 1, 1)
        self.comparison = Comparison()
        self.fitted = True
        self.follows = False
        """Whether the model is quick enough to be asked for each frame of a gesture."""
        self.over: list[Callable[[QPainter, Viewport, str], None]] = []
        """What else is drawn over the picture in each frame, in order; in device px of the view, which a pane
        of comparison.shown has."""
        self.clock = perf_counter
        self._complete = False  # all of the view that was asked for last is there
        self._drawn = -inf  # when a frame began, by perf_counter
        self._picture = 0
        self._lies = orientation.UPRIGHT
        self._motion: Motion | None = None
        self._hands = PointerInput(self, self.taken.emit)
        self._references: ReferenceLayers | None = None
        self._drawing = Drawing()
        self._asking = ViewTimer(self._wanted, self)
        self._asking.due.connect(self._ask)
        self._animation = QTimer(self, interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
        self._animation.timeout.connect(self._advance)
        self._fading = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._fading.timeout.connect(self._fade)

    # What the engine tells.

    def open(self, opened: PictureOpened, keep_view: bool) -> None:
        """Shows a picture: fitted, or seen as close and as far across as the one before; or that one, turned."""
        before, lay, self._lies = self.layers, self._lies, opened.orientation
        by = (
            orientation.composed(orientation.inverse(lay), self._lies)
            if opened.rotated
            else orientation.UPRIGHT
        )
        target = self._target()
        self.layers = Layers(opened.size, opened.preview)
        self._references = ReferenceLayers(self.layers)
        self._asking.forget()
        self._stop()
        if before is None or self.fitted or not (keep_view or opened.rotated):
            self.fitted = True
            self._show(self._fit_view())
        elif opened.rotated:
            self._show(clamped(rotated(target, by, before.size), opened.size))
        else:
            self._show(transferred(target, before.size, opened.size))

    def put(self, done: TilesReady) -> None:
        """Adds tiles to the layers; tiles of another cell than the view's are dropped."""
        if self.layers is None or self._references is None:
            return
        if done.cell != self.view.cell:
            return
        if done.reference:
            self._references.put(done, self._target())
            self._freshen()
            return
        now = self.clock() if self._animated else -inf
        for tile in done.tiles:
            self.layers.put(tile, now)
        self.layers.prune(self._target())
        self._freshen()

    def leave_model(self) -> None:
        """Another model decodes from now on."""
        if self.layers is not None:
            self.layers.leave_model()

    def settle(self) -> None:
        """The view that was asked for last is complete: what only stood in for it goes when it has faded in."""
        if self.layers is not None:
            self._complete = True
            self._freshen()

    def _freshen(self) -> None:
        """Draws what has come a frame after the last at the soonest: amid a gesture its next frame does it before."""
        if not self._fading.isActive():
            self._fading.start(max(0, FRAME - floor(min(perf_counter() - self._drawn, 1) * 1e3)))

    def _fade(self) -> None:
        if self.layers is None:
            return
        self.update()
        if self.layers.fading(self.clock()):
            self._fading.start(FRAME)
        elif self._complete:
            self._complete = False
            self.layers.settle()

    def ask_again(self) -> None:
        """The same view, as if it were another: what is asked of the engine has changed."""
        if self.layers is not None:
            self._asking.again()

    def compare(self, comparison: Comparison) -> None:
        """Shows the model's picture and others in another way. What is there already is seen with the next frame."""
        before, self.comparison = self.comparison, comparison
        if len(before.shown) != len(comparison.shown):
            self._resize()
        if not set(comparison.references) <= set(before.references):
            self.ask_again()
        if (before.mode, before.blending) != (comparison.mode, comparison.blending):
            self._drawing.rest()
        self.update()

    # What commands ask for. x, y: device px of the view; the middle where none is given.

    @property
    def fills(self) -> bool:
        """Whether some of the picture lies outside of the view."""
        if self.layers is None or self.fitted:
            return False
        (width, height), scale = self.layers.size, self.view.scale
        return lattice(width, scale) > self.view.width or lattice(height, scale) > self.view.height

    def fit(self) -> None:
        """The whole picture, but not enlarged."""
        self._zoom_to(self._fit_view().scale)

    def zoom_to(self, scale: float) -> None:
        """A scale, at the cursor if it is over the canvas."""
        self._zoom_to(scale, self._cursor())

    def zoom_by(self, factor: float) -> None:
        """Closer by a factor, at the cursor if it is over the canvas."""
        self._zoom_to(self._target().scale * factor, self._cursor())

    def go_to(self, x: Fraction, y: Fraction, scale: float) -> None:
        """Brings (x, y) source px to the middle, at a scale; what is far away is there at once."""
        if self.layers is None:
            return
        scale = min(max(scale, MIN_SCALE, self._fit_view().scale / 8), MAX_SCALE)
        target = clamped(centred_on(x, y, scale, *self._size(), self.view.cell), self.layers.size)
        self.fitted = False
        self._stop()
        if self._animated and animation.followable(self.view, target):
            self._begin(Flight(self.view, target, self.clock()))
        else:
            self._show(target)

    def fill_with(self, region: Region) -> None:
        """All of a part of the picture, source px, as large as it can be."""
        x, y, width, height = region
        scale = min(self.view.width / width, self.view.height / height)
        self.go_to(x + width / 2, y + height / 2, float(scale))

    def toggle_fit(self, at: tuple[float, float]) -> None:
        """From anywhere to 1:1 at device px `at`, from there to fit."""
        if self.view.scale == 1.0 and not self.fitted:
            self.fit()
        elif self.fitted and self._fit_view().scale == 1.0:
            self._zoom_to(2.0, at)  # a picture that fits at 1:1: both would be the same
        else:
            self._zoom_to(1.0, at)

    def look_at(self, x: Fraction, y: Fraction, scale: float) -> None:
        """Source px (x, y) in the view's middle, at once."""
        if self.layers is not None:
            self._stop()
            self.fitted = False
            self._move(clamped(centred_on(x, y, scale, *self._size(), self.view.cell), self.layers.size))

    def zoom_smoothly(self, factor: float, at: tuple[float, float]) -> None:
        """Closer by a factor, in a moment."""
        self._zoom_to(self._target().scale * factor, at)

    def zoom_at_once(self, factor: float, at: tuple[float, float]) -> None:
        """Closer by a factor, as fingers do it: they are the animation."""
        if self.layers is not None:
            self._stop()
            self.fitted = False
            scale = min(max(self.view.scale * factor, MIN_SCALE, self._fit_view().scale / 8), MAX_SCALE)
            self._move(clamped(zoomed(self.view, scale, *at), self.layers.size))

    def pan(self, dx: float, dy: float) -> None:
        """Moves the view over the picture by device px."""
        if self.layers is not None and not self.fitted:
            self._stop()
            self._move(clamped(panned(self.view, dx, dy), self.layers.size))

    def glide(self, dx: float, dy: float) -> None:
        """Lets the view go on over the picture, at first by device px a second; where no motion is wanted it stays."""
        if self.layers is not None and not self.fitted and self._animated:
            self._begin(Glide(self.view, dx, dy, self.clock()))

    def halt(self) -> None:
        """Ends a glide where it is."""
        if isinstance(self._motion, Glide):
            self._stop()

    def ask_for(self, cell: float) -> None:
        """Another cell around each px, in device px; see Viewport."""
        if cell != self.view.cell:
            self.view = replace(self.view, cell=cell)
            self.leave_model()  # its tiles of the last cell stand in until there are others
            self.moved.emit()
            self.ask_again()

    def visible(self, region: Region | None = None, pane: str = MODEL) -> QImage | None:
        """The part of the picture, or of a region of it, that is in sight in a pane, in device px; None: nothing is."""
        if self.layers is None:
            return None
        rect = painter.picture_rect(self.view, self.layers.size)
        if region is not None:
            rect &= painter.region_rect(self.view, region)
        if rect.isEmpty():
            return None
        image = QImage(self.view.width, self.view.height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as draw:
            self._paint_pane(draw, pane, inf)
        return image.copy(rect)

    # The view.

    @property
    def _ratio(self) -> float:
        return self.devicePixelRatioF()

    @property
    def _animated(self) -> bool:
        """Whether the desktop wants motion."""
        return self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0

    @property
    def panes(self) -> tuple[QRect, ...]:
        """Where each lies, device px; of all of them the last column and row perhaps in part."""
        width, height = ceil(self.width() * self._ratio), ceil(self.height() * self._ratio)
        return panes.laid_out(len(self.comparison.shown), width, height)

    def _size(self) -> tuple[int, int]:
        """A pane's, device px."""
        return self.panes[0].width(), self.panes[0].height()

    def _fit_view(self) -> Viewport:
        view = fitting(self.layers.size if self.layers else (1, 1), *self._size())
        return replace(view, cell=self.view.cell)

    def _target(self) -> Viewport:
        """The view that an animation is on its way to."""
        if self._motion is None or self.layers is None:
            return self.view
        if self.fitted:
            return self._fit_view()
        return clamped(self._motion.end(self.view), self.layers.size)

    def _zoom_to(self, scale: float, at: tuple[float, float] | None = None) -> None:
        if self.layers is None:
            return
        scale, at = self._bounded(scale), at or (self.view.width / 2, self.view.height / 2)
        self.fitted = scale == self._fit_view().scale
        self._begin(Zoom(self.view.scale, scale, *at, self.clock()))

    def _begin(self, motion: Motion) -> None:
        self._motion = motion
        self._animation.start()
        self._asking.soon()

    def _bounded(self, scale: float) -> float:
        """Held within what makes sense for this picture, and drawn to 1:1 and the fitting scale."""
        fit = self._fit_view().scale
        scale = min(max(scale, MIN_SCALE, fit / 8), MAX_SCALE)
        return next((rest for rest in (1.0, fit) if abs(log2(scale / rest)) < STICKY), scale)

    def _advance(self) -> None:
        if self._motion is None or self.layers is None:
            self._stop()
            return
        now, target = self.clock(), self._target()
        view = clamped(self._motion.view(self.view, now), self.layers.size)
        if self._motion.over(now) or view == target:
            view = target
            self._stop()
        self._show(view)

    def _stop(self) -> None:
        self._motion = None
        self._animation.stop()

    def _show(self, view: Viewport) -> None:
        if self.layers is not None and view.scale != self.view.scale:
            self.layers.show_all()
        self.view = view
        self.update()
        self.moved.emit()
        if self.layers is not None:
            self._asking.soon()

    def _wanted(self) -> tuple[Viewport, bool]:
        """The view to ask for, and whether it is on the way to another."""
        target = self._target()
        # A costly model would have done nothing of the scales between when the last of them is reached.
        return (self.view, self.view != target) if self.follows else (target, False)

    def _ask(self, view: Viewport, moving: bool) -> None:
        self._complete = False
        self.looked.emit(view, moving)

    def _move(self, view: Viewport) -> None:
        """Shows a view amid a gesture of which nobody knows when it ends."""
        self._asking.gesture()
        self._show(view)

    # What Qt tells.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize()

    def _resize(self) -> None:
        if self.layers is None:
            return
        target = self._target()
        self._stop()
        view = self._fit_view() if self.fitted else clamped(resized(target, *self._size()), self.layers.size)
        self._show(view)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._resize()
        return self._hands.gesture(event) or super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._hands.wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hands.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hands.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hands.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._hands.double(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        began = perf_counter()
        if event.rect() == self.rect():
            self._drawn = began
            if self._fading.isActive():
                self._fading.start(FRAME)
        # what lies on the canvas and changes has the little under it drawn anew
        logical = event.rect()
        corner, size = QPointF(logical.topLeft()) * self._ratio, QSizeF(logical.size()) * self._ratio
        self._paint(QRectF(corner, size).toAlignedRect().adjusted(-1, -1, 1, 1))
        self.painted.emit((perf_counter() - began) * 1e3)

    def _paint(self, dirty: QRect) -> None:
        """dirty: device px of the canvas, and a px more: its own may begin amid one."""
        with QPainter(self) as draw:
            self._to_device_px(draw)
            self._paint_beside(draw, dirty)
            if self.layers is None:
                return
            for rect, pane in zip(self.panes, self.comparison.shown, strict=True):
                draw.translate(rect.topLeft())
                if not self.layers.opaque:
                    dark = self.palette().color(QPalette.ColorRole.Window).lightness() < 128
                    board = checkerboard.brush(dark, self._ratio)
                    draw.fillRect(painter.picture_rect(self.view, self.layers.size), board)
                self._paint_pane(draw, pane, self.clock(), dirty.translated(-rect.topLeft()))
                for lay in self.over:
                    lay(draw, self.view, pane)
                draw.translate(-rect.topLeft())

    def _paint_beside(self, draw: QPainter, dirty: QRect) -> None:
        """What no picture covers: filling all would take as long as a frame of the picture does."""
        beside = QRegion(dirty)
        if self.layers is not None:
            shown = painter.picture_rect(self.view, self.layers.size)
            for rect in self.panes:
                beside -= shown.translated(rect.topLeft()) & rect
        draw.setClipRegion(beside)
        draw.fillRect(dirty, self.palette().color(QPalette.ColorRole.Dark))
        draw.setClipping(False)

    def _paint_pane(self, draw: QPainter, pane: str, now: float, within: QRect | None = None) -> None:
        assert self._references is not None
        of = partial(self._references.of, scale=self.view.scale)
        self._drawing.paint(draw, self.view, pane, self.comparison, of, now, within)

    def _to_device_px(self, draw: QPainter) -> None:
        """Makes the painter's px the screen's own: at a fractional ratio a widget may begin amid one."""
        draw.scale(1 / self._ratio, 1 / self._ratio)
        corner = draw.deviceTransform()
        draw.translate(round(corner.dx()) - corner.dx(), round(corner.dy()) - corner.dy())

    def device(self, position: QPointF) -> tuple[float, float]:
        """Logical px of the canvas as device px of the view, in the pane that they lie in."""
        x, y = position.x() * self._ratio, position.y() * self._ratio
        corner = panes.corner(self.panes, x, y)
        return x - corner.x(), y - corner.y()

    def _cursor(self) -> tuple[float, float] | None:
        """The cursor's place in device px, while it is over the canvas."""
        position = self.mapFromGlobal(self.cursor().pos())
        return (
            self.device(QPointF(position)) if self.rect().contains(position) and self.underMouse() else None
        )
