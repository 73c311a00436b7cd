"""What is new: the changes of this version."""

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from viewer.base.language import tr
from viewer.help import changes
from viewer.widgets.markdown_view import MarkdownView

SIZE = (720, 560)
"""Logical px."""


class WhatsNew(QDialog):
    """Shows the newest part of the changelog, which is in English."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        newest = changes.newest()
        self.setWindowTitle(tr("What is new"))
        heading = QLabel(tr("New in Unpixel {version}").format(version=newest.version), wordWrap=True)
        heading.setProperty("title", True)
        self.view = MarkdownView(heading.text())
        self.view.setMarkdown(newest.text)
        column = QVBoxLayout(self)
        column.addWidget(heading)
        column.addWidget(self.view, 1)
        self.resize(*SIZE)
