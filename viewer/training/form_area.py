"""The scroll area of the form: it scrolls beside the run, and shows the whole form where it stands above the run."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class FormArea(QScrollArea):
    """whole: whether it is as high as the form, which another scroll area then scrolls."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.whole = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def show_whole(self, whole: bool) -> None:
        """Changes whether it is as high as the form."""
        self.whole = whole
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return least.expandedTo(QSize(0, self.widget().sizeHint().height())) if self.whole else least

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.whole:
            self.updateGeometry()  # the form has other rows
        return super().eventFilter(watched, event)
