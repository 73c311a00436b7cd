"""The settings: pages beside a list of them. What is changed counts at once; Cancel gives all of it back."""

from dataclasses import fields

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.session.events import ModelReady
from viewer.base import settings
from viewer.base.language import tr
from viewer.preferences.keys import KeysPage
from viewer.preferences.pages import AboutPage, EnginePage, general
from viewer.widgets.side_list import side_list

LIST_WIDTH = 130
SIZE = QSize(780, 640)


class Preferences(QDialog):
    """Not modal: one may see beside it what a setting does. ready: the model that decodes, if there is one."""

    def __init__(self, parent: QWidget, ready: ModelReady | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self._before = settings.read()
        self.general, self.engine, self.keys = general(), EnginePage(ready), KeysPage()
        self.list, self.pages = side_list(tr("Pages of the settings"), LIST_WIDTH), QStackedWidget()
        for name, page in (
            (tr("General"), self.general),
            (tr("Engine"), self.engine),
            (tr("Keys"), self.keys),
            (tr("About"), AboutPage()),
        ):
            self.list.addItem(name)
            self.pages.addWidget(page)
        self.list.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.list.setCurrentRow(0)
        self._lay_out()
        self.resize(SIZE.boundedTo(self.screen().availableSize()))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        keep = buttons.addButton(QDialogButtonBox.StandardButton.Ok)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        keep.setProperty("primary", True)
        cancel.setToolTip(tr("Everything as it was before this was opened"))
        for button in (keep, cancel):
            button.setIcon(QIcon())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 18, 16)
        column.addLayout(row, 1)
        column.addWidget(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Return ends the typing of a number; it is not to end all of this.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Everything as it was."""
        settings.change(**{each.name: getattr(self._before, each.name) for each in fields(self._before)})
        super().reject()

    @Slot(object)
    def take(self, event: object) -> None:
        """News of the engine's."""
        self.engine.take(event)
