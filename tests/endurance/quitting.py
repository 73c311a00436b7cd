"""The process that is quit. usage: python -m tests.endurance.quitting KIND HOW SECONDS SEED FOLDER

It opens a window, begins what KIND names, and quits SECONDS later in the way that HOW names. FOLDER/figures.json has
the time of the last answer to a question about it, the answers, and what was broken.
"""

import faulthandler
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

KINDS = ("open", "decode", "export", "training", "huge", "costly")
"""What goes on. huge: a picture of 100 megapixels is opened. costly: a LIIF of full size decodes the view."""
WAYS = ("close", "quit", "SIGTERM")
PRESS = 20
"""Milliseconds between two looks at a question."""
HUGE = (12_500, 8_000)


def run(kind: str, how: str, seconds: float, seed: int, folder: str, pictures: str) -> int:
    """Runs the application until it is quit. Returns its exit status. folder: empty. pictures: of `drawn`."""
    from PySide6.QtCore import QTimer

    from engine.base import user_data
    from tests.endurance.monkey.files import Files
    from tests.endurance.monkey.watch import Watch
    from viewer.app import app
    from viewer.app import windows as windows_module
    from viewer.models import active_model

    chance, place = random.Random(seed), Path(folder)
    active_model.MODEL = "bicubic" if kind in ("open", "huge", "costly") else "live"
    files, watch, quit_at, answers = Files(Path(pictures), chance), Watch(place / "actions.log"), [], []
    user_data.folder().mkdir(parents=True, exist_ok=True)
    open_first = windows_module.Windows.open_first

    def begin(windows, *paths, **options):
        watch.install()  # over the application's own hooks
        open_first(windows, *paths, **options)
        (place / "shown").touch()
        QTimer.singleShot(0, windows, lambda: _begin(kind, windows, files, place))
        QTimer.singleShot(int(1000 * seconds), windows, lambda: leave(windows))

    def leave(windows):
        timer = QTimer(windows, interval=PRESS)
        timer.timeout.connect(lambda: answer(windows))
        timer.start()
        quit_at.append(time.time())
        _leave(how, windows)

    def answer(windows):
        from tests.endurance.monkey import dialogs

        answered = dialogs.answer(files, chance)
        if answered:
            answers.append(answered)
            quit_at.append(time.time())
        elif windows.open and windows.open[0].isVisible():  # the answer was to stay
            quit_at.append(time.time())
            # Not here: a question's own loop would not call this timer's slot again.
            QTimer.singleShot(0, windows, lambda: _leave(how, windows))

    def write_figures():
        figures = {"quit_at": quit_at[-1], "answers": answers, "broken": watch.broken}
        (place / "figures.json").write_text(json.dumps(figures))

    windows_module.Windows.open_first = begin
    watch.before_leaving(write_figures)
    first = "huge.jpg" if kind == "huge" else "a.png"
    return app.run([str(files.folder / first)], new=True)


def drawn(folder: Path) -> None:
    """Draws the pictures and the model that all cases of a worker open."""
    import PIL.Image

    from engine.checkpoints import checkpoint
    from engine.checkpoints.model import Model
    from engine.models import registry
    from tests.endurance.monkey.files import Files

    files = Files(folder, random.Random(0))
    PIL.Image.new("RGB", HUGE, (90, 120, 60)).save(files.folder / "huge.jpg", quality=80)
    args = {
        "encoder_spec": {"name": "edsr-baseline", "args": {"no_upsampling": True}},
        "imnet_spec": {"name": "mlp", "args": {"out_dim": 3, "hidden_list": [256] * 4}},
    }
    net = registry.build("liif", args).eval().requires_grad_(False)
    model = Model(checkpoint.describe("liif", args, net, 4.0), net)
    checkpoint.save_safetensors(folder / "costly.safetensors", model)


def _begin(kind: str, windows: object, files: object, place: Path) -> None:
    """Begins what is to be interrupted."""
    window = windows.open[0]
    if kind == "decode":
        window.opening.shown.connect(lambda _: window.canvas.zoom_to(6.0))
    elif kind == "costly":
        window.opening.shown.connect(
            lambda _: _decode_costly(window, files.model.parent / "costly.safetensors")
        )
    elif kind == "export":
        window.opening.shown.connect(lambda _: _export(window, place / "out.png"))
    elif kind == "training":
        _train(window, files, place)


def _decode_costly(window: object, model: Path) -> None:
    window.active_model.use(str(model))
    window.canvas.zoom_to(6.0)


def _export(window: object, path: Path) -> None:
    from viewer.export.dialog import ExportRequest

    window.active_model.use("live")
    window.exporting.start(ExportRequest(path, None, (4000, 3000)))


def _train(window: object, files: object, place: Path) -> None:
    from tests.endurance.monkey.walk import TRAINING

    window.training.toggle()
    tab = window.training.tab
    tab.form.choose_recipe("live")
    tab.form.images.set_path(str(files.training))
    tab.form.values.others.setText(TRAINING.replace("steps=40", "steps=5"))
    tab.form.out.set_path(str(place / "run"))
    tab.start()


def _leave(how: str, windows: object) -> None:
    if how == "SIGTERM":
        os.kill(os.getpid(), signal.SIGTERM)
    elif how == "quit":
        windows.open[0].actions_by_id["quit"].trigger()
    else:
        windows.open[0].close()


if __name__ == "__main__":
    faulthandler.enable()
    arguments = sys.argv[1:]
    sys.argv[1:] = []
    sys.exit(run(*arguments[:2], float(arguments[2]), int(arguments[3]), *arguments[4:]))
