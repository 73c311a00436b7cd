"""Overlay of the selected region: the user draws and resizes it with the mouse, or moves it with keys.

An event filter handles mouse events of the selection before the canvas receives them. Runs in the window's thread.
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

GRAB_DISTANCE = 9
"""Distance from an edge within which the mouse grabs it, in logical px."""
HANDLE_SIZE = 8
"""Side length of a handle, in logical px."""
SHADE = QColor(0, 0, 0, 110)
"""Colour over everything outside the selection."""
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
"""Cursor shape by grip; (0, 0) moves the whole region."""


class SelectionOverlay(QWidget):
    """Transparent widget over the canvas.

    region: the selected region in source px, or None. choosing: True while the next drag draws a new region.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Selection"))
        self.region: Region | None = None
        self.choosing = False
        self._canvas = canvas
        self._size = (1, 1)
        self._orientation = orientation.UPRIGHT
        self._path: Path | None = None
        self._grip: Grip | None = None
        self._drag_start: tuple[Fraction, Fraction] = (Fraction(0), Fraction(0))
        self._region_before: Region | None = None
        canvas.installEventFilter(self)
        canvas.view_changed.connect(self.update)
        self.hide()

    # Called by commands.

    def choose(self) -> None:
        """Lets the next drag draw a region. A second call selects the middle half of the viewport instead."""
        if self.choosing:
            view, quarter = self._canvas.view, Fraction(1, 4)
            corners = (
                view.source(float(view.width * share), float(view.height * share))
                for share in (quarter, 1 - quarter)
            )
            self._end_choosing()
            self._select(regions.between(*corners, regions.step(view.scale), self._size))
        else:
            self.choosing = True
            self._canvas.setCursor(Qt.CursorShape.CrossCursor)
            self._select(self.region)

    def drop(self) -> bool:
        """Clears the selection and corners choosing. Returns whether either was active."""
        active = self.choosing or self.region is not None
        self._end_choosing()
        self._select(None)
        return active

    def nudge(self, dx: int, dy: int) -> bool:
        """Moves the region by (dx, dy) key strides. Returns whether there is a region."""
        if self.region is None:
            return False
        stride = regions.stride(self._canvas.view.scale)
        self._select(regions.moved(self.region, dx * stride, dy * stride, self._size))
        return True

    def grow(self, dx: int, dy: int) -> None:
        """Moves the right and bottom edges by (dx, dy) key strides."""
        if self.region is not None:
            x, y, width, height = self.region
            stride = regions.stride(self._canvas.view.scale)
            corner = x + max(width + dx * stride, stride), y + max(height + dy * stride, stride)
            self._select(regions.between((x, y), corner, regions.step(self._canvas.view.scale), self._size))

    def open(self, opened: PictureOpened) -> None:
        """Handles an opened picture: another file clears the selection; a rotation or a reload keeps it in area."""
        rotation = orientation.composed(orientation.inverse(self._orientation), opened.orientation)
        reloaded = opened.path is not None and opened.path == self._path and opened.size == self._size
        if self.region is not None and opened.rotated:
            x, y, width, height = self.region
            corners = (
                orientation.rotated_point(rotation, self._size, *corner)
                for corner in ((x, y), (x + width, y + height))
            )
            (left, top), (right, bottom) = corners
            self.region = min(left, right), min(top, bottom), abs(right - left), abs(bottom - top)
        elif not reloaded:
            self.drop()
        self._size, self._orientation, self._path = opened.size, opened.orientation, opened.path
        self._select(self.region)

    # Mouse events of the canvas.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handles mouse events that draw, resize or move the region. Returns whether the canvas must not get them."""
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
            self._end_choosing()
            self._select(self.region)
            return True
        return False

    def _press(self, position: QPointF) -> bool:
        self._drag_start, self._region_before = self._source(position), self.region
        if self.choosing:
            self._grip, self.region = (1, 1), None
        else:
            self._grip = self._grip_at(position)
        return self._grip is not None

    def _move(self, event: QMouseEvent) -> bool:
        if self._grip is None:
            if event.buttons() == Qt.MouseButton.NoButton and self.region is not None:
                self._set_cursor(self._grip_at(event.position()))
            return False
        to, grid = self._source(event.position()), regions.step(self._canvas.view.scale)
        if self.choosing:
            self._select(regions.between(self._drag_start, to, grid, self._size))
        elif self._region_before is not None and self._grip == (0, 0):
            dx, dy = (round((b - a) / grid) * grid for a, b in zip(self._drag_start, to, strict=True))
            self._select(regions.moved(self._region_before, dx, dy, self._size))
        elif self._region_before is not None:
            # Passing the opposite edge gives an empty rectangle for a moment: the previous one stays.
            self._select(
                regions.dragged(self._region_before, self._grip, to, grid, self._size) or self.region
            )
        return True

    def _grip_at(self, position: QPointF) -> Grip | None:
        """Returns the edges near a position of the canvas in logical px; (0, 0): inside the region; None: outside."""
        if self.region is None:
            return None
        frame, ratio = QRectF(self._frame()), self.devicePixelRatioF()
        position = QPointF(*(px / ratio for px in self._canvas.device_px(position)))
        if not frame.adjusted(-GRAB_DISTANCE, -GRAB_DISTANCE, GRAB_DISTANCE, GRAB_DISTANCE).contains(
            position
        ):
            return None
        x = (abs(position.x() - frame.right()) < GRAB_DISTANCE) - (
            abs(position.x() - frame.left()) < GRAB_DISTANCE
        )
        y = (abs(position.y() - frame.bottom()) < GRAB_DISTANCE) - (
            abs(position.y() - frame.top()) < GRAB_DISTANCE
        )
        return x, y

    def _set_cursor(self, grip: Grip | None) -> None:
        if self.choosing:
            return
        if grip is None:
            self._canvas.unsetCursor()
        else:
            self._canvas.setCursor(CURSORS[grip])

    def _source(self, position: QPointF) -> tuple[Fraction, Fraction]:
        return self._canvas.view.source(*self._canvas.device_px(position))

    def _end_choosing(self) -> None:
        self.choosing, self._grip = False, None
        self._canvas.unsetCursor()

    def _select(self, region: Region | None) -> None:
        self.region = region
        self.setAccessibleDescription("" if region is None else self._size_text(region))
        self.setGeometry(self._canvas.rect())
        self.setVisible(region is not None)
        self.update()

    # Painting.

    def _frame(self) -> QRect:
        """Returns the region's rectangle in logical px. Edges out of view are just outside the canvas."""
        assert self.region is not None
        frame, ratio = painter.region_rect(self._canvas.view, self.region), self.devicePixelRatioF()
        return QRectF(
            frame.x() / ratio, frame.y() / ratio, frame.width() / ratio, frame.height() / ratio
        ).toRect()

    def _size_text(self, region: Region) -> str:
        sides = " × ".join(f"{float(side):.6g}" for side in region[2:])
        return tr("{size} px, {ratio}").format(size=sides, ratio=formatting.ratio(*region[2:]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints shade, outline and handles in each pane, and the region's size in the first one."""
        if self.region is None:
            return
        frame, ratio = self._frame(), self.devicePixelRatioF()
        with QPainter(self) as draw:
            for pane in self._canvas.panes:
                # A pane may begin within a logical px.
                area = QRectF(*(px / ratio for px in pane.getRect())).toRect() & self.rect()
                draw.save()
                draw.setClipRect(area)
                draw.translate(area.topLeft())
                _draw_region(draw, frame, area.size())
                if pane.topLeft().isNull():
                    self._draw_size(draw, frame, area.size())
                draw.restore()

    def _draw_size(self, draw: QPainter, frame: QRect, pane: QSize) -> None:
        assert self.region is not None
        text = self._size_text(self.region)
        box = draw.fontMetrics().boundingRect(text).adjusted(-8, -4, 8, 4)
        above = frame.top() - box.height() - 8
        box.moveTo(frame.left(), above if above >= 4 else frame.top() + 8)
        bounds = QRect(QPoint(0, 0), pane).adjusted(4, 4, -4, -4)
        box.moveLeft(max(bounds.left(), min(box.left(), bounds.right() - box.width())))
        box.moveTop(max(bounds.top(), min(box.top(), bounds.bottom() - box.height())))
        draw.fillRect(box, QColor(0, 0, 0, 190))
        draw.setPen(Qt.GlobalColor.white)
        draw.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _draw_region(draw: QPainter, frame: QRect, pane: QSize) -> None:
    around = QPainterPath()
    around.addRect(QRectF(QPointF(0, 0), pane.toSizeF()))
    around.addRect(QRectF(frame))
    draw.fillPath(around, SHADE)
    draw.setPen(Qt.GlobalColor.black)
    draw.drawRect(frame.adjusted(0, 0, -1, -1))
    draw.setPen(QPen(Qt.GlobalColor.white, 1, Qt.PenStyle.DashLine))
    draw.drawRect(frame.adjusted(0, 0, -1, -1))
    for grip in GRIPS:
        handle = QRect(0, 0, HANDLE_SIZE, HANDLE_SIZE)
        handle.moveCenter(_handle_center(frame, grip))
        draw.fillRect(handle, Qt.GlobalColor.black)
        draw.fillRect(handle.adjusted(1, 1, -1, -1), Qt.GlobalColor.white)


def _handle_center(frame: QRect, grip: Grip) -> QPoint:
    """Returns the centre of a grip's handle."""
    across = {-1: frame.left(), 0: frame.center().x(), 1: frame.right()}
    down = {-1: frame.top(), 0: frame.center().y(), 1: frame.bottom()}
    return QPoint(across[grip[0]], down[grip[1]])
