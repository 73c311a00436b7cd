"""The selected part of the picture: drawn with the mouse, moved with keys, and laid over the canvas.

It takes the mouse's events before the canvas does, as long as they concern it. The window's thread.
"""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.geometry import orientation
from engine.geometry.viewport import Region
from engine.session.events import PictureOpened
from viewer.base import formatting
from viewer.base.language import tr
from viewer.canvas import painter
from viewer.canvas.canvas import Canvas
from viewer.selection import region as regions
from viewer.selection.region import GRIPS, Grip

REACH = 9
"""Logical px from an edge within which a hand takes hold of it."""
HANDLE = 8
"""Logical px along a handle's sides."""
SHADE = QColor(0, 0, 0, 110)
"""What lies on all that is not selected."""
CURSORS = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (0, 0): Qt.CursorShape.SizeAllCursor,
}
"""By grip; (0, 0) is all of it."""


class SelectionOverlay(QWidget):
    """region: what is selected, source px, or None. choosing: whether the next drag draws another one."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Selection"))
        self.region: Region | None = None
        self.choosing = False
        self._canvas = canvas
        self._size = (1, 1)
        self._lies = orientation.UPRIGHT
        self._path: Path | None = None
        self._grip: Grip | None = None
        self._from: tuple[Fraction, Fraction] = (Fraction(0), Fraction(0))
        self._before: Region | None = None
        canvas.installEventFilter(self)
        canvas.setMouseTracking(True)
        canvas.view_changed.connect(self.update)
        self.hide()

    # What commands ask for.

    def choose(self) -> None:
        """The next drag draws one. Asked for again instead of a drag: the middle half of what is in sight."""
        if self.choosing:
            view, quarter = self._canvas.view, Fraction(1, 4)
            corners = (
                view.source(float(view.width * at), float(view.height * at)) for at in (quarter, 1 - quarter)
            )
            self._leave()
            self._select(regions.between(*corners, regions.step(view.scale), self._size))
        else:
            self.choosing = True
            self._canvas.setCursor(Qt.CursorShape.CrossCursor)
            self._select(self.region)

    def drop(self) -> bool:
        """Selects nothing. Returns whether there was something to leave."""
        there = self.choosing or self.region is not None
        self._leave()
        self._select(None)
        return there

    def nudge(self, dx: int, dy: int) -> bool:
        """Moves it by keys. Returns whether there is one."""
        if self.region is None:
            return False
        by = regions.stride(self._canvas.view.scale)
        self._select(regions.moved(self.region, dx * by, dy * by, self._size))
        return True

    def grow(self, dx: int, dy: int) -> None:
        """Moves its right and bottom edges by keys."""
        if self.region is not None:
            x, y, width, height = self.region
            by = regions.stride(self._canvas.view.scale)
            corner = x + max(width + dx * by, by), y + max(height + dy * by, by)
            self._select(regions.between((x, y), corner, regions.step(self._canvas.view.scale), self._size))

    def open(self, opened: PictureOpened) -> None:
        """Another picture drops it; in one that was turned, or read again, it stays where it was."""
        by = orientation.composed(orientation.inverse(self._lies), opened.orientation)
        again = opened.path is not None and opened.path == self._path and opened.size == self._size
        if self.region is not None and opened.rotated:
            x, y, width, height = self.region
            ends = (
                orientation.rotated_point(by, self._size, *corner)
                for corner in ((x, y), (x + width, y + height))
            )
            (left, top), (right, bottom) = ends
            self.region = min(left, right), min(top, bottom), abs(right - left), abs(bottom - top)
        elif not again:
            self.drop()
        self._size, self._lies, self._path = opened.size, opened.orientation, opened.path
        self._select(self.region)

    # The mouse, before the canvas has it.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes what concerns the selection."""
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        if not isinstance(event, QMouseEvent) or not self._canvas.isEnabled():
            return False
        left = event.button() == Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonPress and left:
            return self._press(event.position())
        if kind == QEvent.Type.MouseMove:
            return self._move(event)
        if kind == QEvent.Type.MouseButtonRelease and left and self._grip is not None:
            self._grip = None
            self._leave()
            self._select(self.region)
            return True
        return False

    def _press(self, at: QPointF) -> bool:
        self._from, self._before = self._source(at), self.region
        if self.choosing:
            self._grip, self.region = (1, 1), None
        else:
            self._grip = self._grip_at(at)
        return self._grip is not None

    def _move(self, event: QMouseEvent) -> bool:
        if self._grip is None:
            if event.buttons() == Qt.MouseButton.NoButton and self.region is not None:
                self._point(self._grip_at(event.position()))
            return False
        to, of = self._source(event.position()), regions.step(self._canvas.view.scale)
        if self.choosing:
            self._select(regions.between(self._from, to, of, self._size))
        elif self._before is not None and self._grip == (0, 0):
            dx, dy = (round((b - a) / of) * of for a, b in zip(self._from, to, strict=True))
            self._select(regions.moved(self._before, dx, dy, self._size))
        elif self._before is not None:
            # a rectangle without an area is passed over on the way to the other side
            self._select(regions.dragged(self._before, self._grip, to, of, self._size) or self.region)
        return True

    def _grip_at(self, at: QPointF) -> Grip | None:
        """Which edges are under a hand; (0, 0): it is within; None: it is outside."""
        if self.region is None:
            return None
        frame, ratio = QRectF(self._frame()), self.devicePixelRatioF()
        at = QPointF(*(px / ratio for px in self._canvas.device_px(at)))
        if not frame.adjusted(-REACH, -REACH, REACH, REACH).contains(at):
            return None
        x = (abs(at.x() - frame.right()) < REACH) - (abs(at.x() - frame.left()) < REACH)
        y = (abs(at.y() - frame.bottom()) < REACH) - (abs(at.y() - frame.top()) < REACH)
        return x, y

    def _point(self, grip: Grip | None) -> None:
        if self.choosing:
            return
        if grip is None:
            self._canvas.unsetCursor()
        else:
            self._canvas.setCursor(CURSORS[grip])

    def _source(self, at: QPointF) -> tuple[Fraction, Fraction]:
        return self._canvas.view.source(*self._canvas.device_px(at))

    def _leave(self) -> None:
        self.choosing, self._grip = False, None
        self._canvas.unsetCursor()

    def _select(self, region: Region | None) -> None:
        self.region = region
        self.setAccessibleDescription("" if region is None else self._words(region))
        self.setGeometry(self._canvas.rect())
        self.setVisible(region is not None)
        self.update()

    # What is seen of it.

    def _frame(self) -> QRect:
        """Logical px; where it begins or ends out of sight, just outside of the canvas."""
        assert self.region is not None
        frame, ratio = painter.region_rect(self._canvas.view, self.region), self.devicePixelRatioF()
        return QRectF(
            frame.x() / ratio, frame.y() / ratio, frame.width() / ratio, frame.height() / ratio
        ).toRect()

    def _words(self, region: Region) -> str:
        sides = " × ".join(f"{float(side):.6g}" for side in region[2:])
        return tr("{size} px, {ratio}").format(size=sides, ratio=formatting.ratio(*region[2:]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In each pane shade around it, a line that is seen on any picture, handles; in the first its size."""
        if self.region is None:
            return
        frame, ratio = self._frame(), self.devicePixelRatioF()
        with QPainter(self) as draw:
            for pane in self._canvas.panes:
                # a pane may begin amid a logical px
                place = QRectF(*(px / ratio for px in pane.getRect())).toRect() & self.rect()
                draw.save()
                draw.setClipRect(place)
                draw.translate(place.topLeft())
                _draw(draw, frame, place.size())
                if pane.topLeft().isNull():
                    self._label(draw, frame, place.size())
                draw.restore()

    def _label(self, draw: QPainter, frame: QRect, pane: QSize) -> None:
        assert self.region is not None
        words = self._words(self.region)
        box = draw.fontMetrics().boundingRect(words).adjusted(-8, -4, 8, 4)
        above = frame.top() - box.height() - 8
        box.moveTo(frame.left(), above if above >= 4 else frame.top() + 8)
        room = QRect(QPoint(0, 0), pane).adjusted(4, 4, -4, -4)
        box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width())))
        box.moveTop(max(room.top(), min(box.top(), room.bottom() - box.height())))
        draw.fillRect(box, QColor(0, 0, 0, 190))
        draw.setPen(Qt.GlobalColor.white)
        draw.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _draw(draw: QPainter, frame: QRect, pane: QSize) -> None:
    around = QPainterPath()
    around.addRect(QRectF(QPointF(0, 0), pane.toSizeF()))
    around.addRect(QRectF(frame))
    draw.fillPath(around, SHADE)
    draw.setPen(Qt.GlobalColor.black)
    draw.drawRect(frame.adjusted(0, 0, -1, -1))
    draw.setPen(QPen(Qt.GlobalColor.white, 1, Qt.PenStyle.DashLine))
    draw.drawRect(frame.adjusted(0, 0, -1, -1))
    for grip in GRIPS:
        handle = QRect(0, 0, HANDLE, HANDLE)
        handle.moveCenter(_on(frame, grip))
        draw.fillRect(handle, Qt.GlobalColor.black)
        draw.fillRect(handle.adjusted(1, 1, -1, -1), Qt.GlobalColor.white)


def _on(frame: QRect, grip: Grip) -> QPoint:
    """Where a grip's handle sits."""
    across = {-1: frame.left(), 0: frame.center().x(), 1: frame.right()}
    down = {-1: frame.top(), 0: frame.center().y(), 1: frame.bottom()}
    return QPoint(across[grip[0]], down[grip[1]])
