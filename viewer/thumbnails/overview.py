"""The overview: all pictures of the folder in the whole window."""

from PySide6.QtCore import QSize

from viewer.base.language import tr
from viewer.thumbnails.list_view import ThumbnailList

THUMBNAIL = QSize(160, 120)
"""Logical px."""


class Overview(ThumbnailList):
    """A grid. Enter opens the chosen picture."""

    def __init__(self) -> None:
        super().__init__(THUMBNAIL, named=True, rows=True, at_once=False)
        self.setAccessibleName(tr("Overview"))
