"""A list of pages at the left of what it selects; in a narrow window a drop-down above it."""

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from viewer.widgets.qt_items import append_item
from viewer.widgets.side_list import side_list

NARROW = 540
"""Width below which the list is a drop-down, logical px."""


class ListedPages(QWidget):
    """`chosen`: the user chose a page, by its number. name: of the list, for screen readers. width: its, logical px."""

    chosen = Signal(int)

    def __init__(self, name: str, width: int, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.list, self.drop_down = side_list(name, width), QComboBox()
        self.drop_down.setAccessibleName(name)
        self.drop_down.setMinimumContentsLength(1)  # long names do not widen the window
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.list)
        self._box.addWidget(self.drop_down)
        self._box.addWidget(page, 1)
        self.drop_down.hide()
        for signal in (self.list.currentRowChanged, self.drop_down.currentIndexChanged):
            signal.connect(self._choose)

    def add(self, *names: str) -> None:
        """Appends pages, without choosing one."""
        blockers = QSignalBlocker(self.list), QSignalBlocker(self.drop_down)
        for name in names:
            append_item(self.list, name).setToolTip(name)
            self.drop_down.addItem(name)
        del blockers

    def mark(self, number: int) -> None:
        """Marks a page as the one that is shown."""
        blockers = QSignalBlocker(self.list), QSignalBlocker(self.drop_down)
        self.list.setCurrentRow(number)
        self.drop_down.setCurrentIndex(number)
        del blockers

    def minimumSizeHint(self) -> QSize:
        # the list is no obstacle: a narrow window has the drop-down
        page = self._page.minimumSizeHint()
        return QSize(page.width(), page.height() + self.drop_down.sizeHint().height() + self._box.spacing())

    def _choose(self, number: int) -> None:
        self.mark(number)
        self.chosen.emit(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, way = self.width() < NARROW, QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self.list.setHidden(narrow)
        self.drop_down.setVisible(narrow)
