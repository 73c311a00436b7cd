"""The questions what to do with a running export when its window closes, or the user's session ends."""

from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QWidget

from viewer.base.language import tr


class Choice(Enum):
    """What the user chose: the export runs on without its window, it is cancelled, or the window stays."""

    KEEP_RUNNING = auto()
    CANCEL = auto()
    STAY = auto()


def ask(window: QWidget, name: str) -> Choice:
    """Asks the user. name: of the exported file. A dialog that is closed in another way means that the window stays."""
    box = _box(
        window,
        name,
        tr("The export can continue in the background. Unpixel ends when the file is written."),
    )
    keep = box.addButton(tr("Keep running"), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(tr("Cancel the export"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(tr("Do not close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(stay)
    box.exec()
    choices = {keep: Choice.KEEP_RUNNING, cancel: Choice.CANCEL}
    choice = next((choices[each] for each in choices if box.clickedButton() is each), Choice.STAY)
    box.deleteLater()
    return choice


def may_end_session(window: QWidget, name: str) -> bool:
    """Asks whether the user's session may end, which ends the export. name: of the exported file."""
    box = _box(
        window, name, tr("The export ends with the session. The next start of Unpixel offers to do it again.")
    )
    end = box.addButton(tr("End the session"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(tr("Stay logged in"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    may_end = box.clickedButton() is end
    box.deleteLater()
    return may_end


def _box(window: QWidget, name: str, about: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Close Unpixel"))
    box.setText(tr("{name} is being exported.").format(name=name))
    box.setInformativeText(about)
    return box
