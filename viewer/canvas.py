"""The picture on the screen: where the user looks, and what hands do about it. The window's thread.

Qt counts in logical px, the view (engine/viewport.py) in device px: `_ratio` device px to a logical one, also 1.25.
"""

from functools import partial
from math import ceil, inf, log2
from time import perf_counter

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyle, QWidget

from engine.events import Opened, TilesDone
from engine.viewport import LARGEST, SMALLEST, Viewport, fitting, held, lattice, panned, resized, zoomed
from viewer import checkerboard, gestures, painter
from viewer.animation import Zoom
from viewer.compare import panes
from viewer.compare.comparison import MODEL, Comparison
from viewer.compare.drawing import Drawing
from viewer.compare.reference_layers import ReferenceLayers
from viewer.layers import Layers

FRAME = 16
"""Milliseconds between frames, and at least between two views asked for."""
REST = 50
"""Milliseconds without a movement after which a gesture counts as over: three frames."""
STEP = 2 ** (1 / gestures.STEPS_PER_OCTAVE)
"""What a key zooms by."""
STICKY = 0.03
"""Octaves around 1:1 and the fitting scale in which a zoom comes to rest exactly there."""
DRAGGING = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)


class Canvas(QWidget):
    """Shows one picture. `looked`: the Viewport to be asked of the engine, and whether it is amid a gesture. `moved`:
    the view is another.

    `painted`: a frame was, in so many milliseconds.
    """

    looked = Signal(object, bool)
    moved = Signal()
    painted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)
        self.setAccessibleName("Picture")
        self.layers: Layers | None = None
        self.view = fitting((1, 1), 1, 1)
        self.comparison = Comparison()
        self.fitted = True
        self.follows = False
        """Whether the model is quick enough to be asked for each frame of a gesture."""
        self.clock = perf_counter
        self._complete = False  # all of the view that was asked for last is there
        self._picture = 0
        self._references: ReferenceLayers | None = None
        self._drawing = Drawing()
        self._zoom: Zoom | None = None
        self._dragged: QPointF | None = None
        self._asked: tuple[object, ...] | None = None  # what the view last asked for shows
        self._animation = QTimer(self, interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
        self._animation.timeout.connect(self._advance)
        self._request = QTimer(self, interval=FRAME, singleShot=True)
        self._request.timeout.connect(self._ask)
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._ask)
        self._fading = QTimer(self, interval=FRAME, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._fading.timeout.connect(self._fade)

    # What the engine tells.

    def open(self, opened: Opened, keep_view: bool) -> None:
        """Shows another picture, fitted, or the same one read again, where the user looks already."""
        same = keep_view and self.layers is not None and self.layers.size == opened.size
        self.layers = Layers(opened.size, opened.preview)
        self._references = ReferenceLayers(self.layers)
        self._picture = opened.picture
        self._asked = None
        self._stop()
        if same:
            self._show(self.view)
        else:
            self.fitted = True
            self._show(self._fit_view())

    def put(self, done: TilesDone) -> None:
        """Takes tiles in; those of a picture that is gone are let go."""
        if self.layers is None or self._references is None or done.picture != self._picture:
            return
        if done.reference:
            self._references.put(done, self._target())
            self.update()
            return
        now = self.clock() if self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) else -inf
        for tile in done.tiles:
            self.layers.put(tile, now)
        self.layers.prune(self._target())
        self._fade()

    def leave_model(self) -> None:
        """Another model decodes from now on."""
        if self.layers is not None:
            self.layers.leave_model()

    def settle(self) -> None:
        """The view that was asked for last is complete: what only stood in for it goes when it has faded in."""
        if self.layers is not None:
            self._complete = True
            self._fade()

    def _fade(self) -> None:
        if self.layers is None:
            return
        self.update()
        if self.layers.fading(self.clock()):
            self._fading.start()
        elif self._complete:
            self._complete = False
            self.layers.settle()

    def ask_again(self) -> None:
        """The same view, as if it were another: what is asked of the engine has changed."""
        self._asked = None
        self._request_soon()

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

    def toggle_fit(self, at: tuple[float, float]) -> None:
        """From anywhere to 1:1 at device px `at`, from there to fit."""
        if self.view.scale == 1.0 and not self.fitted:
            self.fit()
        elif self.fitted and self._fit_view().scale == 1.0:
            self._zoom_to(2.0, at)  # a picture that fits at 1:1: both would be the same
        else:
            self._zoom_to(1.0, at)

    def pan(self, dx: float, dy: float) -> None:
        """Moves the view over the picture by device px."""
        if self.layers is not None and not self.fitted:
            self._stop()
            self._move(held(panned(self.view, dx, dy), self.layers.size))

    def visible(self) -> QImage | None:
        """The part of the picture that is in sight, in device px, transparent where the picture is."""
        if self.layers is None:
            return None
        rect = painter.picture_rect(self.view, self.layers.size)
        image = QImage(self.view.width, self.view.height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as draw:
            self._paint_pane(draw, MODEL, inf)
        return image.copy(rect)

    # The view.

    @property
    def _ratio(self) -> float:
        return self.devicePixelRatioF()

    @property
    def panes(self) -> list[QRect]:
        """Where each lies, device px; of all of them the last column and row perhaps in part."""
        width, height = ceil(self.width() * self._ratio), ceil(self.height() * self._ratio)
        return panes.laid_out(len(self.comparison.shown), width, height)

    def _size(self) -> tuple[int, int]:
        """A pane's, device px."""
        return self.panes[0].width(), self.panes[0].height()

    def _fit_view(self) -> Viewport:
        return fitting(self.layers.size if self.layers else (1, 1), *self._size())

    def _target(self) -> Viewport:
        """The view that an animation is on its way to."""
        if self._zoom is None or self.layers is None:
            return self.view
        if self.fitted:
            return self._fit_view()
        return held(zoomed(self.view, self._zoom.target, self._zoom.x, self._zoom.y), self.layers.size)

    def _zoom_to(self, scale: float, at: tuple[float, float] | None = None) -> None:
        if self.layers is None:
            return
        scale, at = self._bounded(scale), at or (self.view.width / 2, self.view.height / 2)
        self.fitted = scale == self._fit_view().scale
        self._zoom = Zoom(self.view.scale, scale, *at, self.clock())
        self._animation.start()
        self._request_soon()

    def _bounded(self, scale: float) -> float:
        """Held within what makes sense for this picture, and drawn to 1:1 and the fitting scale."""
        fit = self._fit_view().scale
        scale = min(max(scale, SMALLEST, fit / 8), LARGEST)
        return next((rest for rest in (1.0, fit) if abs(log2(scale / rest)) < STICKY), scale)

    def _advance(self) -> None:
        if self._zoom is None or self.layers is None:
            self._stop()
            return
        now, zoom = self.clock(), self._zoom
        view = held(zoomed(self.view, zoom.scale(now), zoom.x, zoom.y), self.layers.size)
        if zoom.over(now):
            view = self._target()
            self._stop()
        self._show(view)

    def _stop(self) -> None:
        self._zoom = None
        self._animation.stop()

    def _show(self, view: Viewport) -> None:
        if self.layers is not None and view.scale != self.view.scale:
            self.layers.show_all()
        self.view = view
        self.update()
        self.moved.emit()
        self._request_soon()

    def _request_soon(self) -> None:
        if self.layers is not None and not self._request.isActive():
            self._request.start()

    def _ask(self) -> None:
        # A costly model would have done nothing of the scales between when the last of them is reached.
        view = self.view if self.follows else self._target()
        moving = self._rest.isActive() or view != self._target()
        shown = (moving, view.scale, view.origin, view.width, view.height)
        if shown != self._asked:
            self._asked = shown
            self._complete = False
            self.looked.emit(view, moving)

    def _move(self, view: Viewport) -> None:
        """Shows a view amid a gesture of which nobody knows when it ends."""
        self._rest.start()
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
        view = self._fit_view() if self.fitted else held(resized(target, *self._size()), self.layers.size)
        self._show(view)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._resize()
        elif isinstance(event, QNativeGestureEvent) and (zoom := gestures.pinch(event)):
            self._zoom_at_once(zoom.factor, event.position())
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        intent = gestures.wheel(event)
        if isinstance(intent, gestures.PanBy):
            self.pan(-intent.dx * self._ratio, -intent.dy * self._ratio)
        elif intent.smooth:
            self._zoom_to(self._target().scale * intent.factor, self._device(event.position()))
        else:
            self._zoom_at_once(intent.factor, event.position())
        event.accept()

    def _zoom_at_once(self, factor: float, position: QPointF) -> None:
        if self.layers is not None:
            self._stop()
            self.fitted = False
            scale = min(max(self.view.scale * factor, SMALLEST, self._fit_view().scale / 8), LARGEST)
            self._move(held(zoomed(self.view, scale, *self._device(position)), self.layers.size))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in DRAGGING and self.layers is not None:
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            moved, self._dragged = event.position() - self._dragged, event.position()
            self.pan(-moved.x() * self._ratio, -moved.y() * self._ratio)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() in DRAGGING:
            self._dragged = None
            self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle_fit(self._device(event.position()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        began = perf_counter()
        self._paint()
        self.painted.emit((perf_counter() - began) * 1e3)

    def _paint(self) -> None:
        with QPainter(self) as draw:
            draw.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Dark))
            if self.layers is None:
                return
            self._to_device_px(draw)
            for rect, pane in zip(self.panes, self.comparison.shown, strict=True):
                draw.translate(rect.topLeft())
                if not self.layers.opaque:
                    dark = self.palette().color(QPalette.ColorRole.Window).lightness() < 128
                    board = checkerboard.brush(dark, self._ratio)
                    draw.fillRect(painter.picture_rect(self.view, self.layers.size), board)
                self._paint_pane(draw, pane, self.clock())
                draw.translate(-rect.topLeft())

    def _paint_pane(self, draw: QPainter, pane: str, now: float) -> None:
        assert self._references is not None
        of = partial(self._references.of, scale=self.view.scale)
        self._drawing.paint(draw, self.view, pane, self.comparison, of, now)

    def _to_device_px(self, draw: QPainter) -> None:
        """Makes the painter's px the screen's own: at a fractional ratio a widget may begin amid one."""
        draw.scale(1 / self._ratio, 1 / self._ratio)
        corner = draw.deviceTransform()
        draw.translate(round(corner.dx()) - corner.dx(), round(corner.dy()) - corner.dy())

    def _device(self, position: QPointF) -> tuple[float, float]:
        """A place in the canvas, as one of its pane's."""
        x, y = position.x() * self._ratio, position.y() * self._ratio
        corner = panes.corner(self.panes, x, y)
        return x - corner.x(), y - corner.y()

    def _cursor(self) -> tuple[float, float] | None:
        """The cursor's place in device px, while it is over the canvas."""
        position = self.mapFromGlobal(self.cursor().pos())
        return (
            self._device(QPointF(position)) if self.rect().contains(position) and self.underMouse() else None
        )
