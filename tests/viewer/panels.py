"""Every panel, dialog and page there is, by name; as a program: a picture of each, to be looked at for clipping.

    python tests/viewer/panels.py OUT

writes OUT/<width>x<height> <theme> <language> <panel>.png for windows of 1280 x 720 px, and of 3840 x 2160 at ratio 2,
in every language. A new panel gets a line in PANELS: what opens it in a main window, and returns what is to be looked
at.
"""

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QTabBar, QWidget

SIZES = ((1280, 720, 1), (3840, 2160, 2))
"""Of the window, device px, and its ratio."""


def _preferences(page):
    def opened(window):
        from viewer.preferences.dialog import Preferences

        window.dialogs.show_settings()
        dialog = next(each for each in window.findChildren(Preferences) if each.isVisible())
        dialog.list.setCurrentRow(page)
        return dialog

    return opened


def _conflict(window):
    dialog = _preferences(2)(window)
    edit = dialog.keys.edits["fit"][0]
    edit.setKeySequence("F11")
    edit.editingFinished.emit()
    return dialog


def _sheet(window):
    from viewer.commands.help_sheet import HelpSheet

    window.dialogs.show_keys()
    return window.findChild(HelpSheet)


def _welcome(window):
    window._pages.setCurrentWidget(window.welcome)
    return window


def _notice(window):
    window.notices.notify(
        "Saved a very long name of a file indeed that somebody has given it.png, 12,000 × 8,000 px, in 2.3 s.",
        ("Show in folder", lambda: None),
    )
    return window


def _training(window):
    window.training.toggle()
    return window


def _models(name):
    def opened(window):
        from PySide6.QtWidgets import QApplication

        from viewer.models.panel import Models

        window.dialogs.show_models()
        panel = next(each for each in window.findChildren(Models) if each.isVisible())
        while "live" not in panel.descriptions:
            QApplication.processEvents()
        names = [panel.list.item(k).data(0x100) for k in range(panel.list.count())]
        panel.list.setCurrentRow(names.index(name))
        if name != "live":
            panel.show_download_result(name, f"{name}: cannot be downloaded (no network); check the network")
        return panel

    return opened


def _after(*commands, scale=8.0):
    """The window after these commands, on a part of the picture."""

    def opened(window):
        from fractions import Fraction

        width, height = window.canvas.layers.size
        window.canvas.navigation.jump_to(Fraction(width, 2), Fraction(height, 2), scale)
        for each in commands:
            window.actions_by_id[each].trigger()
        return window

    return opened


PANELS = {
    "window": lambda window: window,
    "docks": _after("inspector", "bookmark", "bookmarks"),
    "corners": _after("grid", "navigator", "uncertainty", "select", "select"),
    "wipe": _after("wipe", "fidelity"),
    "difference": _after("difference", "fidelity"),
    "panes": _after("side-by-side", "pane", "pane", "navigator", "fidelity"),
    "welcome": _welcome,
    "notice": _notice,
    "export": lambda window: window.exporting.open_dialog(window, window._opened, window.canvas.view),
    "training": _training,
    "keys": _sheet,
    "models": _models("live"),
    "models-offer": _models("edsr-baseline-liif"),
    "settings-general": _preferences(0),
    "settings-engine": _preferences(1),
    "settings-keys": _preferences(2),
    "settings-keys-conflict": _conflict,
    "settings-about": _preferences(3),
}


def clipped(panel: QWidget) -> list[str]:
    """What of a panel's words and buttons is smaller than its text needs, or lies outside of the panel."""
    from PySide6.QtWidgets import QApplication

    QApplication.sendPostedEvents()  # a text set by the last event, such as a view's time, has its layout pending
    found = []
    for kind in (QLabel, QAbstractButton, QTabBar):
        for widget in panel.findChildren(kind):
            if isinstance(widget.parentWidget(), QLineEdit):
                continue  # drawn within its frame
            if not widget.isVisible() or (widget.visibleRegion().isEmpty() and not _scrolled(widget)):
                continue
            needed = widget.sizeHint()
            if isinstance(widget, QLabel) and widget.wordWrap():
                needed.setWidth(0)
                needed.setHeight(widget.heightForWidth(widget.width()))
            if widget.width() < needed.width() or widget.height() < needed.height():
                has, wants = widget.size().toTuple(), needed.toTuple()
                found.append(f"{type(widget).__name__} {_text(widget)!r}: {has}, needs {wants}")
    return found


def _scrolled(widget: QWidget) -> bool:
    """Whether it lies out of sight in something that scrolls."""
    from PySide6.QtWidgets import QAbstractScrollArea

    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent is not None


def _text(widget: QWidget) -> str:
    return widget.text() if hasattr(widget, "text") else widget.accessibleName()


def fit_screen(panel: QWidget, width: int, height: int) -> None:
    """What a window manager would do with a dialog that is larger than the screen."""
    if panel.isWindow():
        panel.resize(panel.size().boundedTo(panel.size().__class__(width, height)))


def _write(out: Path, width: int, height: int, ratio: int, theme: str, code: str) -> int:
    """Pictures of all panels at one size in one theme and language; the number of those where something is clipped."""
    from PySide6.QtCore import QEvent, QSettings
    from PySide6.QtWidgets import QApplication

    from viewer.app.main_window import MainWindow
    from viewer.base import language, settings
    from viewer.base import theme as looks

    application = QApplication([])
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(out / ".settings"))
    os.environ["UNPIXEL_DATA"] = str(out / ".data")
    settings.change(theme=theme)
    language.install(application, code)
    looks.use(application)
    wrong = 0
    for name, panel_of in PANELS.items():
        window = MainWindow("demo")
        window.resize(width // ratio, height // ratio)
        window.show()
        while window._settled_view == 0 or window.active_model.ready is None:
            application.processEvents()
        panel = panel_of(window)
        fit_screen(panel, width // ratio, height // ratio)
        for _ in range(20):
            application.processEvents()
        panel.grab().save(str(out / f"{width}x{height} {theme} {code} {name}.png"))
        for what in clipped(panel):
            wrong += 1
            print(f"{width}x{height} {theme} {code} {name}: {what}")
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.close()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return wrong


def main(out: Path) -> int:
    """Each size, theme and language in a process of its own: the ratio is the application's."""
    out.mkdir(parents=True, exist_ok=True)
    status = 0
    for width, height, ratio in SIZES:
        for theme, code in product(("light", "dark"), ("en", "de", "zh")):
            command = [sys.executable, __file__, str(out), str(width), str(height), str(ratio), theme, code]
            done = subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": str(ratio)}, check=False)
            status |= done.returncode
    return status


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    folder, *one = sys.argv[1:]
    if one:
        sys.exit(bool(_write(Path(folder), *map(int, one[:3]), *one[3:])))
    sys.exit(main(Path(folder)))
