"""The window: it brings the canvas, the engine and the lines around them together. All of it runs in its thread."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from engine import events, folder
from engine.session import Session
from engine.viewport import Viewport
from viewer import actions, menus, settings, transfer, wording
from viewer.bridge import Bridge
from viewer.canvas import Canvas
from viewer.compare.compare import Compare
from viewer.exporting import Exporting
from viewer.notice_bar import NoticeBar
from viewer.opening import DEMO, Opening
from viewer.status_line import StatusLine
from viewer.training.training import Training
from viewer.welcome import Welcome

if TYPE_CHECKING:
    from viewer.hud import Hud, Load

MODEL = "live"
"""The model at the start."""
MODEL_DELAY = 300
"""Milliseconds from an empty window to the loading of it."""
SWITCH = 5e-4
"""Seconds after which the engine's threads hand the interpreter back to a window that waits for it. Python's own 5 ms,
paid several times in a frame, are longer than its painting."""
PAN = 0.12
"""Of the view, for an arrow key."""


class MainWindow(QMainWindow):
    """path: what to open at the start: a file, a folder, the word demo, or None."""

    def __init__(self, path: str | None = None) -> None:
        super().__init__()
        sys.setswitchinterval(SWITCH)
        self.canvas, self.welcome = Canvas(), Welcome()
        self.notices, self.status = NoticeBar(), StatusLine()
        self.models = menus.ModelMenu(self)
        self.exact = settings.exact_at_rest()
        self.actions_by_id = actions.made(self)
        self.compare = Compare(self.canvas, self.actions_by_id, self)
        self._hud: Hud | None = None
        self._figures: events.Figures | None = None
        self._opened: events.Opened | None = None
        self._asked_model = False
        self._view = self._settled_view = self._answered = 0
        self._bridge = Bridge(self)
        self.session = Session(self._bridge.post)
        self.opening = Opening(self.session, self)
        self.exporting = Exporting(self.session, self.status, self.notices, self.actions_by_id["export"])
        self._lay_out()
        self._connect()
        self._enable()
        self._start(path)

    def _lay_out(self) -> None:
        self.setWindowTitle("Unpixel")
        self.setAcceptDrops(True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.canvas)
        self.training = Training(self._pages, self)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.training.bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self.training.slider)
        column.addWidget(self.notices)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        menus.fill(self.menuBar(), self.actions_by_id, self.models, self.compare.menu)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(room.boundedTo(QSize(1180, 800)) * 0.95)

    def _connect(self) -> None:
        self._bridge.event.connect(self._take)
        self.canvas.looked.connect(self._look)
        self.canvas.moved.connect(lambda: self.status.zoomed(self.canvas.view.scale))
        self.welcome.asked_open.connect(self.choose_file)
        self.welcome.asked_demo.connect(self.opening.open_demo)
        self.opening.failed.connect(self._fail_open)
        self.opening.placed.connect(self.status.placed)
        self.models.chosen.connect(self.use_model)
        self.models.asked_file.connect(self.choose_model)
        self.training.chosen.connect(self.use_model)
        self.training.told.connect(self.notices.tell)
        self.training.failed.connect(self.notices.fail)
        self.training.switched.connect(self._enable)

    def _start(self, path: str | None) -> None:
        if path is None:
            # The window first: loading a model takes the interpreter away from it for moments.
            QTimer.singleShot(MODEL_DELAY, self._load_model)
            return
        self._pages.setCurrentWidget(self.canvas)
        if path == DEMO:
            self.opening.open_demo()
        else:
            self.opening.open(Path(path))

    # What commands ask for.

    def choose_file(self) -> None:
        """Asks for a file."""
        suffixes = " ".join(f"*{suffix}" for suffix in folder.suffixes())
        near = str(self.opening.wanted.parent) if self.opening.wanted else ""
        name, _ = QFileDialog.getOpenFileName(self, "Open", near, f"Pictures ({suffixes});;All files (*)")
        if name:
            self.opening.open(Path(name))

    def paste(self) -> None:
        """What was copied: a file, or pixels."""
        if not self.opening.take(QGuiApplication.clipboard().mimeData(), "Pasted picture"):
            self.notices.tell("There is no picture in the clipboard. Copy one, or a file, and paste again.")

    def copy_view(self) -> None:
        """What is seen of the picture, in the screen's pixels."""
        seen = self.canvas.visible()
        if seen is not None and not seen.isNull():
            QGuiApplication.clipboard().setImage(seen)
            self.notices.tell(f"Copied {wording.size(seen.width(), seen.height())} px.")

    def ask_export(self) -> None:
        """What to export and where to; then it goes on beside everything else."""
        if self._opened is not None:
            self._load_model()
            seen = self.canvas.comparison
            fidelity, note = 1 - seen.share, self.compare.export_note
            self.exporting.ask(self, self._opened, self.canvas.view, fidelity, note)

    def arrow(self, dx: int, dy: int) -> None:
        """Pans where there is something to pan to; at fit, left and right go through the folder."""
        if self.canvas.fills:
            self.canvas.pan(dx * PAN * self.canvas.view.width, dy * PAN * self.canvas.view.height)
        elif dx:
            self.opening.go(dx)

    def use_model(self, model: str) -> None:
        """A name, or a file's path."""
        self._asked_model = True
        self.status.model.setText("Loading the model…")
        self.session.use(model)

    def choose_model(self) -> None:
        """Asks for a model's file."""
        kinds = "Models (*.pth *.pt *.safetensors);;All files (*)"
        name, _ = QFileDialog.getOpenFileName(self, "Open model", "", kinds)
        if name:
            self.use_model(name)

    def show_keys(self) -> None:
        """The sheet of keys."""
        from viewer.help_sheet import HelpSheet

        sheet = HelpSheet(self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.show()

    def toggle_exact(self) -> None:
        """Whether views that rest are finished by the model itself; kept for the next run."""
        self.exact = not self.exact
        settings.keep_exact_at_rest(self.exact)
        self.canvas.ask_again()

    def toggle_hud(self) -> None:
        """Frame times and the engine's figures, over the picture."""
        from viewer.hud import Hud

        if self._hud is None:
            self._hud = Hud(self.canvas, self._load)
        self._hud.setVisible(self._hud.isHidden())

    def _load(self) -> "Load":
        from viewer.hud import Load

        return Load(self._view, self._answered, self._bridge.waiting, self._figures)

    def toggle_fullscreen(self) -> None:
        """Nothing but the picture, and back."""
        full = not self.isFullScreen()
        self.menuBar().setVisible(not full)
        self.status.setVisible(not full)
        self.training.fill_screen(full)
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def escape(self) -> None:
        """Stops comparing; else leaves full screen; else dismisses the message."""
        if self.compare.leave():
            return
        if self.isFullScreen():
            self.toggle_fullscreen()
        else:
            self.notices.hide()

    def _load_model(self) -> None:
        if not self._asked_model:
            self.use_model(MODEL)

    def _enable(self) -> None:
        # Beside a training the keys of the picture are those of its fields.
        picture = self._opened is not None and not self.training.shown
        for command in actions.COMMANDS:
            self.actions_by_id[command.id].setEnabled(picture or not command.picture)
        self.exporting.hold()

    # What the engine is asked, and what it tells.

    def _look(self, view: Viewport, moving: bool) -> None:
        if view.scale > 1:
            self._load_model()
        self._view = self.session.look(view, self.exact, moving, self.canvas.comparison.references)
        self.compare.looked(self._view, view)
        self.status.refining()

    @Slot(object)
    def _take(self, event: events.Event) -> None:
        match event:
            case events.TilesDone():
                self.canvas.put(event)
            case events.Settled():
                self._settled(event)
            case events.Compared():
                self.compare.compared(event.view)
            case events.Figures():
                self._figures = event
            case events.Opened():
                self._show_opened(event)
            case events.ModelReady():
                self._show_model(event)
            case events.ExportProgress():
                self.exporting.go_on(event)
            case events.Exported():
                self.exporting.finish(event)
            case events.ExportCancelled():
                self.exporting.call_off()
            case events.Failed():
                self._failed(event)

    def _settled(self, settled: events.Settled) -> None:
        if settled.view == self._view:
            self.canvas.settle()
            if settled.view != self._settled_view:
                self._answered += 1
                self.status.settled(settled.ms)
            # Another model does the same view again: the time since it was asked for tells nothing then.
            self._settled_view = settled.view
            # Only now: the picture was there before the first of the seconds that this takes.
            self._load_model()

    def _show_opened(self, opened: events.Opened) -> None:
        first, self._opened = self._opened is None, opened
        self.canvas.open(opened, keep_view=self.opening.reloading)
        self._pages.setCurrentWidget(self.canvas)
        self.canvas.setAccessibleDescription(opened.name)
        self.setWindowTitle(opened.name)
        self.status.opened(opened)
        self.notices.hide()
        if opened.notices:
            self.notices.tell(f"{opened.name}: {'; '.join(opened.notices)}")
        if first:
            self._enable()
            self.canvas.setFocus()
        self.opening.opened(opened)

    def _show_model(self, ready: events.ModelReady) -> None:
        # By now the engine has loaded what this needs.
        from engine import library

        self.canvas.follows = ready.quick
        self.canvas.leave_model()
        self.status.modelled(ready, self.canvas.view.scale)
        names = tuple(library.models())
        self.models.offer(names, ready.name)
        self.compare.offer(names, ready.name)
        self.training.offer_models(names)
        self.training.model_loaded()

    def _failed(self, failed: events.Failed) -> None:
        match failed.task:
            case "open":
                self._fail_open(failed.message)
                return
            case "export":
                self.exporting.stop()
            case "reference":
                self.compare.refuse()
            case "model":
                self.status.model.setText("No model")
                self.training.model_loaded()
        self.status.quiet()
        self.notices.fail(failed.message)

    def _fail_open(self, message: str) -> None:
        self.opening.reloading = False
        self.notices.fail(message)
        if self._opened is None:
            self._pages.setCurrentWidget(self.welcome)
            self._load_model()

    # What Qt tells.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if transfer.can_take(event.mimeData()):
            self.welcome.invite(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.welcome.invite(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.welcome.invite(False)
        if self.opening.take(event.mimeData(), "Dropped picture"):
            event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.training.may_close(self):
            event.ignore()
            return
        # Gone at once for the eye; the engine may take a moment to end.
        self.hide()
        self.end()
        super().closeEvent(event)

    def end(self) -> None:
        """Ends the threads. Closing twice does no harm."""
        self.training.end()
        self.session.close()
        self.opening.close()
