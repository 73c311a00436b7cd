"""Answers whatever stands above the window: message boxes, file dialogs, menus, drags."""

import random
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QMenu,
    QMessageBox,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from tests.endurance.monkey.files import Files
from viewer.export.dialog import ExportDialog
from viewer.export.fields import Choice

MOST_EXPORTED = 1500
"""Largest side of an exported picture, px."""


def answer(files: Files, chance: random.Random) -> str:
    """Answers the popup or modal dialog on top. Says what it did; "" if there is none."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return _answer_popup(popup, chance)
    modal = QApplication.activeModalWidget()
    return "" if modal is None else _answer_modal(modal, files, chance)


def end_drag(window: QWidget) -> None:
    """Cancels a drag that waits for its end."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window.windowHandle(), event)


def _answer_popup(popup: QWidget, chance: random.Random) -> str:
    actions = popup.actions() if isinstance(popup, QMenu) else []
    usable = [each for each in actions if each.isEnabled() and not each.isSeparator() and each.menu() is None]
    popup.close()
    if usable and chance.random() < 0.5:
        action = chance.choice(usable)
        text = action.text()
        if "uit" not in text and not action.shortcut().toString().endswith(("Q", "W")):
            action.trigger()
            return f"menu {text}"
    return "close the popup"


def _answer_modal(modal: QWidget, files: Files, chance: random.Random) -> str:
    if isinstance(modal, QFileDialog):
        if chance.random() < 0.3:
            modal.reject()
            return "reject the file dialog"
        path = _path_for(modal, files, chance)
        modal.setDirectory(str(path.parent))
        modal.selectFile(str(path))
        QDialog.done(modal, 1)
        return f"choose {path.name} in the file dialog"
    if isinstance(modal, ExportDialog):
        return _fill_export(modal, files, chance)
    if isinstance(modal, QMessageBox):
        button = chance.choice(modal.buttons())
        text = button.text()
        button.click()
        return f"answer {text}"
    if isinstance(modal, QDialog):
        modal.reject()
    else:
        modal.close()
    return f"close {type(modal).__name__}"


def _path_for(dialog: QFileDialog, files: Files, chance: random.Random) -> Path:
    if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
        return files.folder.parent / f"out{chance.randrange(4)}.png"
    if dialog.fileMode() == QFileDialog.FileMode.Directory:
        return files.training
    return chance.choice((files.any(), files.model, files.broken_model))


def _fill_export(dialog: ExportDialog, files: Files, chance: random.Random) -> str:
    if chance.random() < 0.3:
        dialog.reject()
        return "reject the export"
    for choice in dialog.findChildren(Choice):
        if choice.isVisible() and choice is not dialog.presets.choice and chance.random() < 0.4:
            choice.setCurrentIndex(chance.randrange(choice.count()))
            choice.edited.emit()
    regions = dialog.regions.whole, dialog.regions.visible_part, dialog.regions.selected
    chance.choice([each for each in regions if each.isVisible()]).click()
    dialog.sizes.first.setValue(chance.choice((0.5, 1.0, 2.0, 3.7, 500.0)))
    if max(dialog.size_px) > MOST_EXPORTED or not dialog.save.isEnabled():
        dialog.reject()
        return "reject a large export"
    path = files.folder.parent / f"out{chance.randrange(4)}"
    dialog.set_path(path)
    return f"export {dialog.size_px} to {path.name}"


def play_with_controls(window: QWidget, chance: random.Random) -> str:
    """Uses a random control of a random visible dialog that is not modal: settings, models, keys."""
    dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
    if not dialogs:
        return ""
    dialog = chance.choice(dialogs)
    if chance.random() < 0.15:
        dialog.close()
        return f"close {type(dialog).__name__}"
    kinds = (QCheckBox, QRadioButton, QComboBox, QSpinBox)
    controls = [
        each for kind in kinds for each in dialog.findChildren(kind) if each.isVisible() and each.isEnabled()
    ]
    if not controls:
        return ""
    control = chance.choice(controls)
    if isinstance(control, QAbstractButton):
        control.click()
    elif isinstance(control, QComboBox) and control.count():
        control.setCurrentIndex(chance.randrange(control.count()))
        control.activated.emit(control.currentIndex())
    elif isinstance(control, QSpinBox):
        control.setValue(control.value() + chance.choice((-8, 8, 32)))
    return f"{type(control).__name__} of {type(dialog).__name__}"
