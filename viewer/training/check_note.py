"""The result of the check of the images: a few lines, and all of them on request."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from viewer.base.language import tr


class CheckNote(QWidget):
    """summary: the lines that are always shown. details: shown while `more` is pressed. Both are labels."""

    def __init__(self) -> None:
        super().__init__()
        self.summary, self.details = (
            note(tr("Result of the image check")),
            note(tr("Details of the image check")),
        )
        self.more = QToolButton(text=tr("Details"), checkable=True, autoRaise=True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.toggled.connect(self._unfold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.summary)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.details)
        self.show_result("", "")

    def show_result(self, text: str, details: str) -> None:
        """Shows another result, without its details. details: "" for none."""
        self.summary.setText(text)
        self.details.setText(details)
        self.more.setChecked(False)
        self.more.setVisible(bool(details))
        self._unfold(False)

    def _unfold(self, shown: bool) -> None:
        self.more.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self.details.setVisible(shown)


def note(name: str) -> QLabel:
    """Returns a label for an explanation below a field. name: what it is, for screen readers."""
    label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("faint", True)
    label.setAccessibleName(name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
