"""All panels, dialogs and pages by name. Run as a program, it saves a screenshot of each and reports clipped texts.

    python tests/viewer/panels.py OUT

writes OUT/<width>x<height> <theme> <language> <panel>.png for windows of 1280 x 720 px, and of 3840 x 2160 at ratio 2,
in every language. A new panel gets a line in PANELS: a function that opens it in a main window and returns the widget
to be captured.
"""

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

from panel_checks import clipped, fit_screen
from PySide6.QtWidgets import QDialog

SIZES = ((1280, 720, 1), (3840, 2160, 2))
"""Width and height of the window in device px, and the device pixel ratio."""


def _preferences(page):
    """Opens a page of the preferences by its row in the list."""

    def open_panel(window):
        from viewer.preferences.dialog import Preferences

        window.dialogs.show_settings()
        dialog = next(dialog for dialog in window.findChildren(Preferences) if dialog.isVisible())
        dialog.list.setCurrentRow(page)
        return dialog

    return open_panel


def _key_conflict(window):
    """Opens the page of keys while the chosen key belongs to another command."""
    dialog = _preferences(2)(window)
    edit = dialog.keys.edits["fit"][0]
    edit.setKeySequence("F11")
    edit.editingFinished.emit()
    return dialog


def _palette(window):
    from viewer.commands.palette import Palette

    window.actions_by_id["palette"].trigger()
    dialog = window.findChild(Palette)
    dialog.search.setText("zoom")
    return dialog


def _log(window):
    from viewer.diagnostics.log_dialog import LogDialog

    window.dialogs.show_log()
    return window.findChild(LogDialog)


def _export(window):
    from viewer.export.dialog import ExportDialog

    window.outputs.ask_export()
    return window.findChild(ExportDialog)


def _help_sheet(window):
    from viewer.commands.help_sheet import HelpSheet

    window.dialogs.show_keys()
    return window.findChild(HelpSheet)


def _help(command):
    """Opens a dialog of the Help menu."""

    def open_panel(window):
        from PySide6.QtWidgets import QDialog

        before = window.findChildren(QDialog)
        window.actions_by_id[command].trigger()
        return next(dialog for dialog in window.findChildren(QDialog) if dialog not in before)

    return open_panel


def _licence(window):
    """Shows the licence of the last part."""
    dialog = _help("about")(window)
    dialog.pages.list.setCurrentRow(dialog.pages.list.count() - 1)
    return dialog


def _news(window):
    """A start after an update."""
    window.status.offer("What is new", lambda: None)
    return window


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
    window.training.tab.form.values.more.setChecked(True)
    return window


def _models(name):
    def open_panel(window):
        from PySide6.QtCore import QEventLoop
        from PySide6.QtWidgets import QApplication

        from viewer.models.panel import Models

        window.dialogs.show_models()
        panel = next(dialog for dialog in window.findChildren(Models) if dialog.isVisible())
        while "live" not in panel.descriptions:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        names = [panel.list.item(k).data(0x100) for k in range(panel.list.count())]
        panel.list.setCurrentRow(names.index(name))
        if name != "live":
            panel.show_download_result(name, f"{name}: cannot be downloaded (no network); check the network")
        return panel

    return open_panel


def _after(*commands, scale=8.0):
    """Runs commands in the window, after a zoom into the middle of the picture."""

    def open_panel(window):
        from fractions import Fraction

        width, height = window.canvas.layers.size
        window.canvas.navigation.jump_to(Fraction(width, 2), Fraction(height, 2), scale)
        for command in commands:
            window.actions_by_id[command].trigger()
        return window

    return open_panel


def _exports(window):
    """The list of exports: one has failed, one was cancelled. Nothing runs."""
    from viewer.export.command_export import CommandExport
    from viewer.export.queued import Phase

    for name, phase, message in (
        ("photos", Phase.FAILED, "97 exported, 3 failed"),
        ("b", Phase.CANCELLED, ""),
    ):
        export = CommandExport((), Path("/pictures") / name)
        export.end(phase, message)
        window.exporting.queue.add(export)
    window.docks.show("exports")
    return window


def _batch(window):
    from viewer.export.batch_dialog import BatchDialog

    window.actions_by_id["export-folder"].trigger()
    return window.findChildren(BatchDialog)[-1]


def _print(window):
    from viewer.export.print_dialog import PrintDialog

    window.actions_by_id["print"].trigger()
    return window.findChild(PrintDialog)


def _film(window):
    from viewer.export.film_dialog import FilmDialog

    window.actions_by_id["export-film"].trigger()
    return window.findChild(FilmDialog)


def _runs(window):
    from viewer.training.runs_dialog import RunsDialog

    dialog = RunsDialog(window, lambda: None)
    dialog.show()
    return dialog


def _tags(window):
    from PySide6.QtWidgets import QApplication

    from viewer.insight.tags_dialog import TagsDialog

    window.actions_by_id["tags"].trigger()
    dialog = window.findChild(TagsDialog)
    while "…" in dialog.note.text():
        QApplication.processEvents()
    return dialog


def _rename(window):
    from viewer.filing.rename_dialog import RenameDialog

    dialog = RenameDialog(window, "holiday.png")
    dialog.show()
    return dialog


def _trash(window):
    from viewer.filing.trash_question import TrashQuestion

    dialog = TrashQuestion(window, "a very long name of a file that somebody has given it.png")
    dialog.show()
    return dialog


def _properties(window):
    from dataclasses import replace
    from datetime import datetime

    from engine.images.file_info import FileInfo
    from viewer.filing.properties import OnDisk, Properties

    opened = replace(window.filing.opened, path=Path("/pictures/holiday.png"))
    info = FileInfo("PNG", "RGB", 8, None, 1_144_091)
    dialog = Properties(window, opened, info, OnDisk(1_144_091, 1_146_880, datetime(2026, 1, 2), None))
    dialog.show()
    return dialog


PANELS = {
    "window": lambda window: window,
    "docks": _after("inspector", "bookmark", "bookmarks"),
    "corners": _after("grid", "navigator", "uncertainty", "select", "select"),
    "wipe": _after("wipe", "fidelity"),
    "difference": _after("difference", "fidelity"),
    "filmstrip": _after("filmstrip"),
    "panes": _after("side-by-side", "pane", "pane", "navigator", "fidelity"),
    "welcome": _welcome,
    "notice": _notice,
    "rename": _rename,
    "trash": _trash,
    "properties": _properties,
    "export": _export,
    "film": _film,
    "print": _print,
    "tags": _tags,
    "exports": _exports,
    "batch": _batch,
    "training": _training,
    "tour": _after("tour", scale=1.0),
    "runs": _runs,
    "keys": _help_sheet,
    "manual": _help("manual"),
    "whats-new": _help("whats-new"),
    "about": _help("about"),
    "licence": _licence,
    "news": _news,
    "palette": _palette,
    "log": _log,
    "models": _models("live"),
    "models-offer": _models("edsr-baseline-liif"),
    "settings-general": _preferences(0),
    "settings-engine": _preferences(1),
    "settings-keys": _preferences(2),
    "settings-keys-conflict": _key_conflict,
}


UNDO = {
    "docks": ("inspector", "bookmarks", "fit"),
    "corners": ("grid", "navigator", "uncertainty", "escape", "fit"),
    "wipe": ("escape", "fit"),
    "difference": ("escape", "fit"),
    "panes": ("navigator", "escape", "fit"),
    "filmstrip": ("filmstrip", "fit"),
    "exports": ("exports",),
    "notice": ("escape",),
    "training": ("training",),
}
"""Commands that undo what a panel changed in the window, so that the next panel can use it."""


def _write(out: Path, width: int, height: int, ratio: int, theme: str, code: str) -> int:
    """Saves screenshots of all panels at one size in one theme and language. Returns the number of clipped widgets."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    from engine.session.events import ViewSettled
    from viewer.app.main_window import MainWindow
    from viewer.base import language, settings
    from viewer.base import theme as window_theme

    application = QApplication([])
    os.environ["UNPIXEL_DATA"] = str(out / ".data")
    settings.change(theme=theme)
    language.install(application, code)
    window_theme.use(application)
    clipped_count = 0
    for name, open_panel in PANELS.items():
        window = MainWindow("demo")
        window.resize(width // ratio, height // ratio)
        window.show()
        settled = []
        window.bridge.event.connect(
            lambda event, settled=settled: settled.append(isinstance(event, ViewSettled))
        )
        while not any(settled) or window.active_model.ready is None:
            application.processEvents()
        panel = open_panel(window)
        fit_screen(panel, width // ratio, height // ratio)
        for _ in range(20):
            application.processEvents()
        panel.grab().save(str(out / f"{width}x{height} {theme} {code} {name}.png"))
        for line in clipped(panel):
            clipped_count += 1
            print(f"{width}x{height} {theme} {code} {name}: {line}")
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.close()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return clipped_count


def main(out: Path) -> int:
    """Runs one process for each size, theme and language, because a process has one device pixel ratio."""
    out.mkdir(parents=True, exist_ok=True)
    status = 0
    for width, height, ratio in SIZES:
        for theme, code in product(("light", "dark"), ("en", "de", "zh")):
            command = [sys.executable, __file__, str(out), str(width), str(height), str(ratio), theme, code]
            finished = subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": str(ratio)}, check=False)
            status |= finished.returncode
    return status


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    folder, *variant = sys.argv[1:]
    if variant:
        sys.exit(bool(_write(Path(folder), *map(int, variant[:3]), *variant[3:])))
    sys.exit(main(Path(folder)))
