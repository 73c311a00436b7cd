"""The layout of the main window's central widget."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from viewer.training.controller import TrainingController
from viewer.widgets.notice_bar import NoticeBar


class CentralWidget(QWidget):
    """From top to bottom: the training bar, the pages with the messages, the training slider."""

    def __init__(self, pages: QStackedWidget, training: TrainingController, notices: NoticeBar) -> None:
        super().__init__()
        self._training, self._notices = training, notices
        self._stage = QGridLayout()
        self._stage.addWidget(pages, 0, 0)
        self._stage.setSpacing(0)
        self.place_notices()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(training.bar)
        column.addLayout(self._stage, 1)
        column.addWidget(training.slider)

    def place_notices(self) -> None:
        """Puts messages over the picture, which keeps its size; in the training tab, below its buttons."""
        self._stage.addWidget(self._notices, int(self._training.shown), 0, Qt.AlignmentFlag.AlignBottom)
        self._notices.raise_()
