"""The process that is quit. usage: python -m tests.endurance.quitting KIND HOW SECONDS SEED FOLDER

It opens a window, begins what KIND names, and quits SECONDS later in the way that HOW names. FOLDER/figures.json has
the time of quitting and what was broken.
"""

import faulthandler
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

KINDS = ("open", "decode", "export", "training")
WAYS = ("close", "quit", "SIGTERM")
PRESS = 20
"""Milliseconds between two looks at a question."""


def main() -> int:
    faulthandler.enable()
    kind, how, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
    chance, folder = random.Random(int(sys.argv[4])), Path(sys.argv[5])
    sys.argv[1:] = []
    from PySide6.QtCore import QTimer

    from engine.base import user_data
    from tests.endurance.monkey.files import Files
    from tests.endurance.monkey.watch import Watch
    from viewer.app import app
    from viewer.app import windows as windows_module
    from viewer.models import active_model

    active_model.MODEL = "bicubic" if kind == "open" else "live"
    files, watch, quit_at = Files(folder, chance), Watch(folder / "actions.log"), []
    user_data.folder().mkdir(parents=True, exist_ok=True)
    open_first = windows_module.Windows.open_first

    def begin(windows, *paths, **options):
        watch.install()  # over the application's own hooks
        open_first(windows, *paths, **options)
        QTimer.singleShot(0, windows, lambda: _begin(kind, windows, files))
        QTimer.singleShot(int(1000 * seconds), windows, lambda: leave(windows))

    def leave(windows):
        from tests.endurance.monkey import dialogs

        quit_at.append(time.time())
        timer = QTimer(windows, interval=PRESS)
        timer.timeout.connect(lambda: watch.note(dialogs.answer(files, chance)))
        timer.start()
        _leave(how, windows)

    windows_module.Windows.open_first = begin

    def write_figures():
        figures = {"quit_at": quit_at[0], "broken": watch.broken}
        (folder / "figures.json").write_text(json.dumps(figures))

    watch.before_leaving(write_figures)
    return app.run([str(files.folder / "a.png")], new=True)


def _begin(kind: str, windows: object, files: object) -> None:
    """Begins what is to be interrupted."""
    window = windows.open[0]
    if kind == "decode":
        window.opening.shown.connect(lambda _: window.canvas.zoom_to(6.0))
    elif kind == "export":
        window.opening.shown.connect(lambda _: _export(window, files.folder.parent / "out.png"))
    elif kind == "training":
        _train(window, files)


def _export(window: object, path: Path) -> None:
    from viewer.export.dialog import ExportRequest

    window.active_model.use("live")
    window.exporting.start(ExportRequest(path, None, (4000, 3000)), 1.0)


def _train(window: object, files: object) -> None:
    from tests.endurance.monkey.walk import TRAINING

    window.training.toggle()
    tab = window.training.tab
    tab.form.recipe.setCurrentText("live")
    tab.form.images.set_path(str(files.training))
    tab.form.changes.setText(TRAINING.replace("steps=40", "steps=5"))
    tab.form.out.set_path(str(files.folder.parent / "run"))
    tab.start()


def _leave(how: str, windows: object) -> None:
    if how == "SIGTERM":
        os.kill(os.getpid(), signal.SIGTERM)
    elif how == "quit":
        windows.open[0].actions_by_id["quit"].trigger()
    else:
        windows.open[0].close()


if __name__ == "__main__":
    sys.exit(main())
