"""The scroll area of one column of the training tab: it scrolls on its own, or is as large as its contents."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class ColumnArea(QScrollArea):
    """width: preferred one, logical px. whole: it is as large as its contents, which another scroll area scrolls."""

    def __init__(self, inside: QWidget, width: int) -> None:
        super().__init__(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.whole = False
        self._preferred = width
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def show_whole(self, whole: bool) -> None:
        """Changes whether it is as large as its contents."""
        self.whole = whole
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Preferred if whole else policy.Ignored)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._preferred, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least, inside = super().minimumSizeHint(), self.widget()
        whole = QSize(inside.minimumSizeHint().width(), inside.sizeHint().height())
        return least.expandedTo(whole) if self.whole else least

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.whole:
            self.updateGeometry()  # the contents have other rows
        return super().eventFilter(watched, event)
