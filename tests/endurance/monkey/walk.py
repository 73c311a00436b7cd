"""The random walk: at each tick one action on one of the windows, chosen by the seed."""

import gc
import random
import time
import weakref
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QPointF, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from engine.session.events import Failed
from engine.session.session import Session
from tests.endurance.monkey import dialogs, gestures
from tests.endurance.monkey.files import Files
from tests.endurance.monkey.watch import Watch
from viewer.app.main_window import MainWindow
from viewer.app.windows import Windows
from viewer.base import language, settings
from viewer.commands.table import COMMANDS

COMMAND_IDS = tuple(command.id for command in COMMANDS if command.id not in ("quit", "close", "new-window"))
PANELS = (
    "inspector",
    "bookmarks",
    "training",
    "fullscreen",
    "navigator",
    "hud",
    "escape",
    "models",
    "settings",
)
MOST_WINDOWS = 3
CALM_EVERY = 15.0
"""Seconds between two samples of memory."""
CALM_LASTS = 3.0
MOST_CALM = 25.0
"""Seconds until the engines of closed windows have ended; without that there is no sample."""
SMALLEST_CACHES = {"tiles": 8, "codes": 16, "prepared": 16, "samples": 8}
"""MB, while memory is compared: what a cache holds is no leak."""
TRAINING = (
    "train.steps=40 data.patch=16 model.args.width=8 model.args.blocks=1 model.args.hidden=16 model.args.order=4 "
    "train.batch=2 train.warmup=2 run.log=1 run.save=10"
)
SETTINGS = {
    "exact_at_rest": (True, False),
    "language": ("system", *language.offered()),
    "theme": ("system", "light", "dark"),
    "wheel": ("zoom", "pan", "next"),
    "keep_view": (True, False),
    "threads": (0, 1, 2),
    "tiles": (8, 96),
    "codes": (16, 160),
    "prepared": (16, 128),
    "samples": (8, 96),
    "precision": ("auto", "fp32", "bf16"),
    "keys": ({}, {"fit": ("F2",)}, {"open": ("Ctrl+P",), "copy": ()}),
}


class Walk:
    """Runs inside the application's event loop until `seconds` have passed, then quits it."""

    def __init__(
        self, windows: Windows, files: Files, watch: Watch, chance: random.Random, seconds: float
    ) -> None:
        self.windows, self.files, self.watch, self.chance = windows, files, watch, chance
        self.end = time.monotonic() + seconds
        self.count = 0
        self._gesture: Iterator[None] | None = None
        self._depth = 0
        self._calm_at = time.monotonic() + CALM_EVERY
        self._look_at = 0.0  # when to look whether it is calm; 0 while the walk goes on
        self._trained = 0
        self._sessions = _sessions_to_come()
        self._timer = QTimer(windows, singleShot=True)
        self._timer.timeout.connect(self._tick)
        self._timer.start(500)
        self._actions = (
            (self._command, 25),
            (self._panel, 20),
            (self._begin_gesture, 25),
            (self._open, 8),
            (self._change_file, 8),
            (self._add_window, 3),
            (self._close_window, 3),
            (self._change_setting, 4),
            (self._change_model, 5),
            (self._clipboard, 3),
            (self._drop, 3),
            (self._resize, 2),
            (self._use_controls, 6),
            (self._cancel_export, 2),
            (self._start_training, 1),
            (self._stop_training, 2),
        )

    def _tick(self) -> None:
        """One step. Steps go on while a dialog or a drag runs its own loop inside an action."""
        self._timer.start(self.chance.choice((1, 4, 8, 16, 16, 40, 120)))
        if answered := dialogs.answer(self.files, self.chance):
            self.watch.note(answered)
            return
        if self._depth and self.windows.open:
            self.watch.note("end the drag")
            dialogs.end_drag(self.windows.open[-1])
            return
        self._depth += 1
        try:
            self._step()
        finally:
            self._depth -= 1

    def _step(self) -> None:
        now = time.monotonic()
        if now > self.end:
            self._quit()
        elif self._look_at:
            self._wait_for_calm(now)
        elif now > self._calm_at:
            self._calm_down(now)
        elif self._gesture is not None and self.windows.open:
            if next(self._gesture, self) is self:
                self._gesture = None
        elif self.windows.open:
            self.count += 1
            actions, weights = zip(*self._actions, strict=True)
            window = self.chance.choice(self.windows.open)
            self._watch_failures(window)
            said = self.chance.choices(actions, weights)[0](window)
            self.watch.note(
                f"[{self.windows.open.index(window) if window in self.windows.open else '-'}] {said}"
            )

    def _watch_failures(self, window: MainWindow) -> None:
        """Reports what the engine calls an internal error."""
        if not getattr(window, "watched", False):
            window.watched = True
            window.bridge.event.connect(self._heed)

    def _heed(self, event: object) -> None:
        if isinstance(event, Failed) and "internal error" in str(event.message):
            self.watch.fault(str(event.message))

    def _calm_down(self, now: float) -> None:
        """Brings the application to a state in which memory can be compared: one new window, one picture at fit."""
        self._gesture = None
        self.windows.open[-1].actions_by_id["new-window"].trigger()
        for window in self.windows.open[:-1]:
            window.close()
        self.files.restore()
        window = self.windows.open[-1]
        settings.change(**{name: getattr(settings.DEFAULTS, name) for name in SETTINGS} | SMALLEST_CACHES)
        window.active_model.use("bicubic")
        window.resize(900, 600)
        window.open_paths(str(self.files.folder / "b.jpg"))
        window.canvas.navigation.fit()
        self._look_at, self._calm_late = now + CALM_LASTS, now + MOST_CALM
        self.watch.note("calm down")

    def _wait_for_calm(self, now: float) -> None:
        """Takes a sample of memory once all is calm. If that takes too long, the walk goes on without one."""
        if now < self._look_at:
            return
        for window in self.windows.open[:-1]:
            window.close()  # again, if a question about a training or an export was answered with Cancel
        calm = self._is_calm()
        if calm:
            self.watch.sample_memory()
        elif now < self._calm_late:
            self._look_at = now + 1
            return
        self.watch.note("memory was compared" if calm else "not calm in time")
        self._look_at, self._calm_at = 0.0, now + CALM_EVERY
        settings.change(**{name: getattr(settings.DEFAULTS, name) for name in SMALLEST_CACHES})

    def _is_calm(self) -> bool:
        """Whether all other windows and their engines have ended."""
        if len(self.windows.open) > 1:
            return False
        gc.collect()
        return len(self._sessions) <= 1

    def _quit(self) -> None:
        """Closes all windows; where a question is answered with Cancel, the next step does it again."""
        self.watch.note("quit")
        QGuiApplication.clipboard().clear()  # data of Python would be destroyed after Python has ended
        if self.windows.open:
            self.quit_at = time.time()
        for window in self.windows.open:
            if window.training.tab is not None:
                window.training.tab.stop()
        QApplication.closeAllWindows()

    # The actions. Each returns what it did.

    def _command(self, window: MainWindow) -> str:
        id = self.chance.choice(COMMAND_IDS)
        action = window.actions_by_id[id]
        if action.isEnabled():
            action.trigger()
        return id

    def _panel(self, window: MainWindow) -> str:
        id = self.chance.choice(PANELS)
        window.actions_by_id[id].trigger()
        return id

    def _begin_gesture(self, window: MainWindow) -> str:
        self._gesture = gestures.any_gesture(window.canvas, self.chance)
        return "gesture"

    def _open(self, window: MainWindow) -> str:
        paths = [str(self.files.any()) for _ in range(self.chance.choice((1, 1, 1, 3)))]
        if self.chance.random() < 0.15:
            paths = [self.chance.choice((str(self.files.folder), "demo"))]
        window.open_paths(*paths)
        return f"open {paths}"

    def _change_file(self, window: MainWindow) -> str:
        return self.files.change()

    def _add_window(self, window: MainWindow) -> str:
        if len(self.windows.open) < MOST_WINDOWS:
            window.actions_by_id["new-window"].trigger()
        return "new window"

    def _close_window(self, window: MainWindow) -> str:
        if len(self.windows.open) > 1:
            window.close()
        return "close"

    def _change_setting(self, window: MainWindow) -> str:
        name = self.chance.choice(tuple(SETTINGS))
        value = self.chance.choice(SETTINGS[name])
        settings.change(**{name: value})
        return f"{name} = {value}"

    def _change_model(self, window: MainWindow) -> str:
        models = (
            "bicubic",
            "live",
            str(self.files.model),
            str(self.files.model),
            str(self.files.broken_model),
        )
        model = self.chance.choice(models)
        window.active_model.use(model)
        return f"model {model}"

    def _clipboard(self, window: MainWindow) -> str:
        QGuiApplication.clipboard().setMimeData(self._data())
        if self.chance.random() < 0.7:
            window.actions_by_id["paste"].trigger()
        return "clipboard"

    def _drop(self, window: MainWindow) -> str:
        data, center = self._data(), QPointF(window.rect().center())
        dropped = QDropEvent(
            center,
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QEvent.Type.Drop,
        )
        QApplication.sendEvent(window, dropped)
        return "drop"

    def _data(self) -> QMimeData:
        data, kind = (
            QMimeData(),
            self.chance.choice(("picture", "file", "files", "folder", "text", "nothing", "odd")),
        )
        if kind == "picture":
            image = QImage(self.chance.randrange(1, 300), 200, QImage.Format.Format_RGBA8888)
            image.fill(Qt.GlobalColor.darkGreen)
            data.setImageData(image)
        elif kind in ("file", "files"):
            count = 1 if kind == "file" else 4
            data.setUrls([QUrl.fromLocalFile(str(self.files.any())) for _ in range(count)])
        elif kind == "folder":
            data.setUrls([QUrl.fromLocalFile(str(self.files.folder))])
        elif kind == "text":
            data.setText("file:///nowhere")
        elif kind == "odd":
            data.setUrls([QUrl("https://example.invalid/a.png"), QUrl("")])
            data.setData("image/png", self.chance.randbytes(200))
        return data

    def _resize(self, window: MainWindow) -> str:
        size = QSize(self.chance.randrange(200, 1300), self.chance.randrange(150, 900))
        window.resize(size)
        return f"resize {size.toTuple()}"

    def _use_controls(self, window: MainWindow) -> str:
        return dialogs.play_with_controls(window, self.chance)

    def _cancel_export(self, window: MainWindow) -> str:
        window.session.cancel_export()
        return "cancel the export"

    def _start_training(self, window: MainWindow) -> str:
        if not window.training.shown:
            window.training.toggle()
        tab = window.training.tab
        if tab is None or tab.monitor.active:
            return "a training runs"
        self._trained += 1
        form = tab.form
        form.choose_recipe("live")
        form.images.set_path(str(self.files.training))
        form.values.others.setText(TRAINING)
        form.out.set_path(str(self.files.folder.parent / f"run-{self._trained}"))
        tab.start()
        return "start a training"

    def _stop_training(self, window: MainWindow) -> str:
        tab = window.training.tab
        if tab is None or not tab.monitor.active:
            return "no training"
        self.chance.choice((tab.stop, tab.pause, tab.pause))()
        return "stop or pause the training"


def _sessions_to_come() -> "weakref.WeakSet[Session]":
    """Returns a set that will hold the sessions that live.

    gc.get_objects would tell them as well. But it takes hold of tuples that other threads are still filling, which is
    a SystemError there.
    """
    sessions: weakref.WeakSet[Session] = weakref.WeakSet()
    begin = Session.__init__

    def begin_noted(session: Session, *args: object, **values: object) -> None:
        sessions.add(session)
        begin(session, *args, **values)

    Session.__init__ = begin_noted
    return sessions
