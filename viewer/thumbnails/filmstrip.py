"""The filmstrip: a row of the folder's pictures below the picture."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QWidget

from viewer.base.language import tr
from viewer.thumbnails.list_view import ThumbnailList

THUMBNAIL = QSize(88, 60)
"""Logical px."""


class Filmstrip(QDockWidget):
    """It has no title: it is closed as it was opened."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(tr("Filmstrip"), window, objectName="filmstrip")
        self.list = ThumbnailList(THUMBNAIL, named=True, rows=False, at_once=True)
        self.list.setAccessibleName(tr("Filmstrip"))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self.list.horizontalScrollBar().sizeHint().height()
        self.list.setFixedHeight(self.list.cell.height() + bar)
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setTitleBarWidget(QWidget())
        self.setWidget(self.list)
