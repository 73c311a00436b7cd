"""The questions what to do with unfinished exports when their window closes, or the user's session ends."""

from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QWidget

from engine.base.printable import file_name
from viewer.base import formatting
from viewer.base.language import tr

MOST_NAMES = 6
"""Exports that are named in a question."""


class Choice(Enum):
    """What the user chose: the exports run on without their window, they are cancelled, or the window stays."""

    KEEP_RUNNING = auto()
    CANCEL = auto()
    STAY = auto()


def ask(window: QWidget, names: list[str]) -> Choice:
    """Asks the user. names: of the exported files. A dialog that is closed otherwise means that the window stays."""
    one = len(names) == 1
    box = _box(
        window,
        names,
        tr("The export can continue in the background. Unpixel ends when the file is written.")
        if one
        else tr("They can continue in the background. Unpixel ends when all are finished."),
    )
    keep = box.addButton(tr("Keep running"), QMessageBox.ButtonRole.AcceptRole)
    stop = tr("Cancel the export") if one else tr("Cancel all exports")
    cancel = box.addButton(stop, QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(tr("Do not close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(stay)
    box.exec()
    choices = {keep: Choice.KEEP_RUNNING, cancel: Choice.CANCEL}
    choice = next((choices[each] for each in choices if box.clickedButton() is each), Choice.STAY)
    box.deleteLater()
    return choice


def may_end_session(window: QWidget, names: list[str]) -> bool:
    """Asks whether the user's session may end, which ends the exports. names: of the exported files."""
    box = _box(
        window,
        names,
        tr("The export ends with the session. The next start of Unpixel offers to do it again.")
        if len(names) == 1
        else tr("They end with the session. The next start of Unpixel offers to do them again."),
    )
    end = box.addButton(tr("End the session"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(tr("Stay logged in"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    may_end = box.clickedButton() is end
    box.deleteLater()
    return may_end


def _box(window: QWidget, names: list[str], about: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Close Unpixel"))
    shown = [file_name(name) for name in names[:MOST_NAMES]]
    if len(names) == 1:
        box.setText(tr("{name} is being exported.").format(name=shown[0]))
    else:
        count = formatting.count(len(names))
        box.setText(tr("Exports that are not finished: {count}").format(count=count))
        about = "\n".join([*shown, *(["…"] if len(names) > MOST_NAMES else []), "", about])
    box.setInformativeText(about)
    return box
