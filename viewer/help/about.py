"""About: the version, what Unpixel is, whom it is owed to, and the licences of all its parts."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.base.version import VERSION
from engine.session.events import ModelReady
from viewer.base.language import tr, translated
from viewer.commands import mnemonics
from viewer.help import credits, system_facts
from viewer.widgets import emblem
from viewer.widgets.listed_pages import ListedPages
from viewer.widgets.markdown_view import MarkdownView
from viewer.widgets.scroll_column import ScrollColumn

SIZE = (760, 560)
"""Logical px."""
LIST_WIDTH, LOGO = 220, 72
"""Logical px."""


class About(QDialog):
    """A list, whose first row is Unpixel itself. actions: of the window. ready: the active model, if there is one."""

    def __init__(self, parent: QWidget, actions: Mapping[str, QAction], ready: ModelReady | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Unpixel"))
        self.heading = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.heading.setProperty("strong", True)
        self.text = MarkdownView(tr("Licence"))
        self.page = _Page(actions, ready)
        licence = QWidget()
        column = QVBoxLayout(licence)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.text, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(ScrollColumn(self.page, SIZE[0] - LIST_WIDTH))
        self._stack.addWidget(licence)
        self.pages = ListedPages(tr("Parts and licences"), LIST_WIDTH, self._stack)
        self._credits = credits.credits()
        self.pages.add("Unpixel", *(credit.name for credit in self._credits))
        self.pages.mark(0)
        self.pages.chosen.connect(self._show)
        QVBoxLayout(self).addWidget(self.pages)
        self.resize(*SIZE)

    def _show(self, row: int) -> None:
        """Shows Unpixel itself, or the text of a credit."""
        self._stack.setCurrentIndex(min(row, 1))
        if row > 0:
            credit = self._credits[row - 1]
            self.heading.setText(credit.heading)
            self.text.setAccessibleName(credit.heading)
            show = self.text.setMarkdown if credit.markdown else self.text.setPlainText
            show(credit.text)


class _Page(QWidget):
    """What Unpixel is, and buttons for those who report a problem."""

    def __init__(self, actions: Mapping[str, QAction], ready: ModelReady | None) -> None:
        super().__init__()
        self._ready = ready
        logo = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        logo.setPixmap(emblem.pixmap(LOGO, self.devicePixelRatioF()))
        logo.setAccessibleName(tr("Unpixel logo"))
        column = QVBoxLayout(self)
        column.addWidget(logo)
        column.addWidget(_title(f"Unpixel {VERSION}"))
        device = ""
        if ready is not None:
            device = tr("In use: {device}, {precision}.").format(
                device=translated(ready.device), precision=ready.precision
            )
        for text in (
            tr(
                "An image viewer with unlimited zoom. A model turns each picture into a "
                "continuous function, a Local Implicit Image Function (Chen, Liu, Wang, CVPR "
                "2021), which is evaluated once per screen pixel."
            ),
            tr(
                "With thanks to Yinbo Chen, Sifei Liu and Xiaolong Wang for “Learning Continuous Image Representation "
                "with Local Implicit Image Function”, its code and its models, and to the authors of all parts that "
                "are listed here. Unpixel has the MIT licence."
            ),
            device,
            _graphics(),
        ):
            if text:
                column.addWidget(_paragraph(text))
        self.copy_button = QPushButton(tr("Copy version and system"))
        self.copy_button.clicked.connect(self._copy)
        column.addSpacing(8)
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        for id in ("whats-new", "log", "report"):
            button = QPushButton(mnemonics.plain(actions[id].text()), autoDefault=False)
            button.setToolTip(actions[id].toolTip())
            button.clicked.connect(actions[id].trigger)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(system_facts.text(self._ready))
        self.copy_button.setText(tr("Copied"))


def _graphics() -> str:
    """Returns what the graphics card can do for the picture; empty where nothing was measured."""
    from viewer.graphics import measurement

    found = measurement.stored()
    if found is None or found.fault:
        return ""
    if found.software:
        text = tr("Graphics: {renderer}, which is software and no faster than the processor.")
        return text.format(renderer=found.renderer)
    return tr("Graphics: {renderer}, {ms} ms a frame.").format(renderer=found.renderer, ms=found.ms)


def _title(text: str) -> QLabel:
    label = QLabel(text, alignment=Qt.AlignmentFlag.AlignCenter)
    label.setProperty("title", True)
    return label


def _paragraph(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(text)
    return label
