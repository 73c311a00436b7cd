"""A list of files as thumbnails, in one row or in a grid, of any number: only what is visible is made."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from engine.base.printable import file_name
from viewer.thumbnails.loader import Loader

MARGIN, FRAME = 5, 2
"""Logical px between the edge of an item and its thumbnail; width of the frame of the current one."""
REQUEST_DELAY = 20
"""Milliseconds after a scroll, until the visible thumbnails are requested."""
Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole


class Files(QAbstractListModel):
    """The files, as texts of their paths."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.paths: Sequence[str] = ()
        self._rows: dict[str, int] = {}

    def show(self, paths: Sequence[str]) -> None:
        """Replaces all files."""
        self.beginResetModel()
        self.paths = paths
        self._rows = {path: row for row, path in enumerate(paths)}
        self.endResetModel()

    def row(self, path: str) -> int | None:
        """Returns the row of a file; None if it is not there."""
        return self._rows.get(path)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.paths)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        if role in (ROLE.DisplayRole, ROLE.ToolTipRole, ROLE.AccessibleTextRole):
            return file_name(Path(self.paths[index.row()]).name)
        return None


class ThumbnailDelegate(QStyledItemDelegate):
    """Draws a thumbnail, with a name below it if there is room for one. cell: size of an item, logical px."""

    def __init__(self, view: "ThumbnailList", loader: Loader, cell: QSize, thumbnail: QSize) -> None:
        super().__init__(view)
        self._loader, self._view = loader, view
        self.use_size(cell, thumbnail)

    def use_size(self, cell: QSize, thumbnail: QSize) -> None:
        """Takes other sizes, logical px."""
        self._cell, self._thumbnail = cell, thumbnail

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self._cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        path = self._view.files.paths[index.row()]
        room = QRect(
            option.rect.left(), option.rect.top(), option.rect.width(), self._thumbnail.height() + 2 * MARGIN
        )
        place = QRect(0, 0, self._thumbnail.width(), self._thumbnail.height())
        place.moveCenter(room.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        image = self._loader.image(path)
        if image is None or image.isNull():
            _draw_placeholder(painter, option.palette, place, path, failed=image is not None)
        else:
            place = _draw(painter, place, image, self._view.devicePixelRatioF())
        if current:
            _draw_frame(painter, option.palette, place, self._view.hasFocus())
        if option.rect.height() > room.height():
            name = option.rect.adjusted(MARGIN, room.height(), -MARGIN, -1)
            _draw_name(painter, option, name, file_name(Path(path).name), current)
        painter.restore()


def _draw(painter: QPainter, place: QRect, image: QImage, ratio: float) -> QRect:
    """Draws an image into the middle of a place. Returns where it is."""
    target = QRect(0, 0, max(round(image.width() / ratio), 1), max(round(image.height() / ratio), 1))
    target.moveCenter(place.center())
    painter.drawImage(target, image)
    return target


def _draw_placeholder(painter: QPainter, palette: QPalette, place: QRect, path: str, failed: bool) -> None:
    square = QRect(0, 0, min(place.width(), place.height()), min(place.width(), place.height()))
    square.moveCenter(place.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(QPalette.ColorRole.Mid))
    painter.drawRoundedRect(square, 4, 4)
    if failed:
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(
            square, Qt.AlignmentFlag.AlignCenter, Path(path).suffix.removeprefix(".").upper()[:5]
        )


def _draw_frame(painter: QPainter, palette: QPalette, place: QRect, focused: bool) -> None:
    colour = QColor(palette.color(QPalette.ColorRole.Accent))
    painter.setPen(QPen(colour, FRAME + 1 if focused else FRAME))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(-FRAME, -FRAME, FRAME, FRAME), 3, 3)


def _draw_name(
    painter: QPainter, option: QStyleOptionViewItem, place: QRect, name: str, current: bool
) -> None:
    font = option.font
    font.setBold(current)
    painter.setFont(font)
    painter.setPen(option.palette.color(QPalette.ColorRole.WindowText))
    text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)


class ThumbnailList(QListView):
    """chosen: the path of a file that the user chose: by Enter or a double click; with `at_once` by arrows and a click.

    thumbnail: largest size of one, logical px. named: whether names are below them. rows: whether it is a grid.
    """

    chosen = Signal(object)

    def __init__(self, thumbnail: QSize, named: bool, rows: bool, at_once: bool) -> None:
        super().__init__()
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Dark)  # as around the picture
        self.files, self._rows, self._at_once = Files(self), rows, at_once
        self._named = named
        self._cell = self._cell_of(thumbnail)
        self.loader = Loader(thumbnail * self.devicePixelRatioF())
        self.loader.loaded.connect(self._show_loaded)
        self.setModel(self.files)
        self._delegate = ThumbnailDelegate(self, self.loader, self._cell, thumbnail)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(rows)
        if rows:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setVerticalScrollBarPolicy(
                Qt.ScrollBarPolicy.ScrollBarAlwaysOn
            )  # the columns share what is left
        self.setGridSize(self._cell)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._request_soon)
            bar.setSingleStep(self._cell.height() // 3)
        self._timer = QTimer(self, singleShot=True, interval=REQUEST_DELAY)
        self._timer.timeout.connect(self._request)
        self.activated.connect(self._choose)
        if at_once:
            self.clicked.connect(self._choose)

    def _cell_of(self, thumbnail: QSize) -> QSize:
        line = self.fontMetrics().height() + MARGIN if self._named else 0
        return QSize(thumbnail.width() + 2 * MARGIN, thumbnail.height() + 2 * MARGIN + line)

    def use_size(self, thumbnail: QSize) -> None:
        """Shows thumbnails of another size, logical px."""
        self._cell = self._cell_of(thumbnail)
        self.loader.use_size(thumbnail * self.devicePixelRatioF())
        self._delegate.use_size(self._cell, thumbnail)
        self._share_width()
        self.doItemsLayout()
        self._scroll_to_current()
        self._request_soon()

    @property
    def cell(self) -> QSize:
        """Size of an item, logical px."""
        return self._cell

    @property
    def current(self) -> str | None:
        """The path of the current file."""
        row = self.currentIndex().row()
        return self.files.paths[row] if row >= 0 else None

    def show_files(self, paths: Sequence[str], current: str | None) -> None:
        """Shows files, and which of them is the current one."""
        if paths is not self.files.paths:
            self.files.show(paths)
        row = None if current is None else self.files.row(current)
        index = QModelIndex() if row is None else self.files.index(row)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if index.isValid():
            hint = self.ScrollHint.EnsureVisible if self._rows else self.ScrollHint.PositionAtCenter
            self.scrollTo(index, hint)
        self._request_soon()

    def visible_paths(self) -> list[str]:
        """Returns the files that are visible, in order."""
        count, area = len(self.files.paths), self.viewport().rect()
        if not count or not self.isVisible():
            return []
        columns = max((area.width() - 1) // self.gridSize().width(), 1) if self._rows else 1
        step = self.gridSize().height() if self._rows else self.gridSize().width()
        offset, length = (
            (self.verticalOffset(), area.height()) if self._rows else (self.horizontalOffset(), area.width())
        )
        first = offset // step * columns
        last = ((offset + length) // step + 1) * columns
        return list(self.files.paths[max(first, 0) : min(last, count)])

    def close_loader(self) -> None:
        """Ends the thread that loads."""
        self.loader.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_width()
        super().resizeEvent(event)
        self._request_soon()
        QTimer.singleShot(0, self, self._scroll_to_current)  # once the items have their new places

    def _share_width(self) -> None:
        """In a grid, the columns share what is left of the width."""
        if self._rows:
            width = self.viewport().width() - 1  # Qt wraps a row that is as wide as there is room
            columns = max(width // self._cell.width(), 1)
            self.setGridSize(QSize(max(width // columns, self._cell.width()), self._cell.height()))

    def _scroll_to_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._request_soon()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._at_once and self.hasFocus() and current.isValid():
            self._choose(current)

    def _choose(self, index: Index) -> None:
        self.chosen.emit(self.files.paths[index.row()])

    def _request_soon(self) -> None:
        self._timer.start()

    def _request(self) -> None:
        self.loader.want(self.visible_paths())

    def _show_loaded(self, path: str) -> None:
        row = self.files.row(path)
        if row is not None:
            self.update(self.files.index(row))
