"""The settings dialog: a list of pages. Changes apply at once; Cancel restores all of them."""

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
from viewer.preferences.pages import AboutPage, EnginePage, general_page
from viewer.widgets.side_list import side_list

LIST_WIDTH = 130
"""Logical px."""
SIZE = QSize(780, 640)
"""Preferred size of the dialog, in logical px."""


class Preferences(QDialog):
    """Non-modal, so that the effect of a setting stays visible beside it. ready: the active model, if there is one."""

    def __init__(self, parent: QWidget, ready: ModelReady | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self._before = settings.read()
        self.general, self.engine, self.keys = general_page(), EnginePage(ready), KeysPage()
        self.list, self.pages = side_list(tr("Settings pages"), LIST_WIDTH), QStackedWidget()
        for name, page in (
            (tr("General"), self.general),
            (tr("Engine"), self.engine),
            (tr("Shortcuts"), self.keys),
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
        accept = buttons.addButton(QDialogButtonBox.StandardButton.Ok)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        accept.setProperty("primary", True)
        cancel.setToolTip(tr("Revert all changes made in this dialog"))
        for button in (accept, cancel):
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
        # Return finishes the editing of a field. It must not close the dialog.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Restores the settings from when the dialog was opened."""
        settings.change(**{each.name: getattr(self._before, each.name) for each in fields(self._before)})
        super().reject()

    @Slot(object)
    def handle(self, event: object) -> None:
        """Handles an event of the engine."""
        self.engine.handle(event)
