"""The settings dialog: a list of pages. Changes apply at once; Cancel restores all of them."""

from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.base.printable import file_name
from engine.session.events import ModelReady
from viewer.base import background, settings
from viewer.base.language import tr, translated
from viewer.preferences import settings_file
from viewer.preferences.keys import KeysPage
from viewer.preferences.pages import EnginePage, general_page
from viewer.widgets import file_dialogs
from viewer.widgets.side_list import side_list

LIST_WIDTH, LEAST_LIST_WIDTH = 130, 80
"""Logical px."""
SIZE = QSize(860, 640)
"""Preferred size of the dialog, in logical px."""


class Preferences(QDialog):
    """Non-modal, so that the effect of a setting stays visible beside it. ready: the active model, if there is one."""

    def __init__(self, parent: QWidget, ready: ModelReady | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self._before = settings.read()
        self.general, self.engine, self.keys = general_page(), EnginePage(ready), KeysPage()
        self.list, self.pages = side_list(tr("Settings pages"), LIST_WIDTH), QStackedWidget()
        self.list.setMinimumWidth(LEAST_LIST_WIDTH)
        self.search = QLineEdit(placeholderText=tr("Search settings"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Search settings"))
        self.search.textChanged.connect(self._filter)
        self.notice = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.notice.hide()
        for name, page in (
            (tr("General"), self.general),
            (tr("Engine"), self.engine),
            (tr("Shortcuts"), self.keys),
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
        self.file_button = buttons.addButton(tr("All settings"), QDialogButtonBox.ButtonRole.ResetRole)
        self.file_button.setMenu(self._file_menu())
        accept.setProperty("primary", True)
        cancel.setToolTip(tr("Revert all changes made in this dialog"))
        for button in (accept, cancel, self.file_button):
            button.setIcon(QIcon())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 18, 16)
        column.addWidget(self.search)
        column.addLayout(row, 1)
        column.addWidget(self.notice)
        column.addWidget(buttons)

    def _file_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, act in (
            (tr("Export…"), self._export),
            (tr("Import…"), self._import),
            (tr("Reset all"), self._reset),
        ):
            menu.addAction(text).triggered.connect(act)
        return menu

    def _export(self) -> None:
        suggested = Path.home() / settings_file.NAME
        path = file_dialogs.save_file(self, tr("Export settings"), suggested, tr("Settings (*.json)"))
        if path is not None:
            now, told = settings.read(), tr("The settings are saved in {name}.")
            self._attempt(path, lambda: settings_file.write(path, now), told)

    def _import(self) -> None:
        path = file_dialogs.open_file(self, tr("Import settings"), tr("Settings (*.json)"))
        if path is not None:
            told = tr("The settings of {name} apply. Cancel reverts them.")
            self._attempt(path, lambda: settings_file.read(path), told)

    def _attempt(self, path: Path, act: Callable[[], settings.Settings], done: str) -> None:
        """Reads or writes a file in the background. Then its settings apply, and it is said how that ended."""

        def take(found: settings.Settings) -> None:
            if found != settings.read():
                settings.change(**asdict(found))
            self._say(done.format(name=file_name(path.name)))

        background.run(self, act, take, lambda error: self._say(translated(error.message)))

    def _reset(self) -> None:
        settings.change(
            **{each.name: getattr(settings.DEFAULTS, each.name) for each in fields(settings.DEFAULTS)}
        )
        self._say(tr("All settings have their defaults. Cancel reverts that."))

    def _say(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.show()

    def _filter(self, wanted: str) -> None:
        """Shows the rows with the wanted words, and the first page that has some."""
        words = wanted.casefold().split()
        found = [self.general.filter(words), self.engine.filter(words), self.keys.filter(wanted)]
        for row, has_some in enumerate(found):
            self.list.item(row).setHidden(not has_some)
        if any(found) and not found[self.list.currentRow()]:
            self.list.setCurrentRow(found.index(True))
        self.notice.setVisible(not any(found))
        self.notice.setText(tr("No setting is called that."))

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
