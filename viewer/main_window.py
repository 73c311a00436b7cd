"""The window: it brings the canvas, the folder and the engine together. All of it runs in the window's thread."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from engine import events, folder
from engine.image import Image
from engine.session import Session
from engine.viewport import Viewport
from viewer import actions, menus, transfer, wording
from viewer.bridge import Bridge
from viewer.canvas import Canvas
from viewer.folder_index import FolderIndex
from viewer.notice_bar import NoticeBar
from viewer.status_line import StatusLine
from viewer.welcome import Welcome

if TYPE_CHECKING:
    from viewer.export_dialog import Wish

MODEL = "live"
"""The model at the start."""
MODEL_DELAY = 300
"""Milliseconds from an empty window to the loading of it."""
PAN = 0.12
"""Of the view, for an arrow key."""


class MainWindow(QMainWindow):
    """path: what to open at the start: a file, a folder, the word demo, or None."""

    def __init__(self, path: str | None = None) -> None:
        super().__init__()
        self.canvas, self.welcome = Canvas(), Welcome()
        self.notices, self.status = NoticeBar(), StatusLine()
        self._wanted: Path | None = None  # the file asked for last, shown or not: where "next" counts from
        self._opened: events.Opened | None = None
        self._reloading = False
        self._asked_model = False
        self._view = 0
        self._index = FolderIndex(self)
        self._bridge = Bridge(self)
        self.session = Session(self._bridge.post)
        self._lay_out()
        self._connect()
        self._start(path)

    def _lay_out(self) -> None:
        self.setWindowTitle("Unpixel")
        self.setAcceptDrops(True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.canvas)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.notices)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.actions_by_id = actions.made(self)
        self.models = menus.ModelMenu(self)
        menus.fill(self.menuBar(), self.actions_by_id, self.models)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(room.boundedTo(QSize(1180, 800)) * 0.95)
        self._enable()

    def _connect(self) -> None:
        self._bridge.event.connect(self._take)
        self.canvas.looked.connect(self._look)
        self.canvas.moved.connect(lambda: self.status.zoomed(self.canvas.view.scale))
        self.welcome.asked_open.connect(self.choose_file)
        self.welcome.asked_demo.connect(self.open_demo)
        self.status.cancelled.connect(self.session.cancel_export)
        self.models.chosen.connect(self.use_model)
        self.models.asked_file.connect(self.choose_model)
        self._index.listed.connect(self._listed)
        self._index.failed.connect(self.notices.fail)

    def _start(self, path: str | None) -> None:
        if path is None:
            # The window first: loading a model takes the interpreter away from it for moments.
            QTimer.singleShot(MODEL_DELAY, self._load_model)
            return
        self._pages.setCurrentWidget(self.canvas)
        if path == "demo":
            self.open_demo()
        else:
            self.open(Path(path))

    # What is opened.

    def open(self, path: Path) -> None:
        """A file, or a folder's first picture."""
        path = path.absolute()
        if path.is_dir():
            self._wanted = None
            self._index.read(path)
        else:
            self._wanted = path
            self.session.open(path)

    def open_demo(self) -> None:
        """The picture that Unpixel draws; that takes a moment, so not here."""

        def draw() -> None:
            from engine.demo import demo

            self.session.show(demo())

        self._wanted = None
        threading.Thread(target=draw, name="demo").start()

    def paste(self) -> None:
        """What was copied: files, or pixels."""
        data = QGuiApplication.clipboard().mimeData()
        taken = transfer.taken(data, "Pasted picture") if data is not None else None
        if taken is None:
            self.notices.tell("There is no picture in the clipboard. Copy one, or a file, and paste again.")
        else:
            self._open_taken(taken)

    def choose_file(self) -> None:
        """Asks for a file."""
        suffixes = " ".join(f"*{suffix}" for suffix in folder.suffixes())
        near = str(self._wanted.parent) if self._wanted else ""
        name, _ = QFileDialog.getOpenFileName(self, "Open", near, f"Pictures ({suffixes});;All files (*)")
        if name:
            self.open(Path(name))

    def reload(self) -> None:
        """Reads the file again, and its folder; the view stays."""
        if self._wanted is not None:
            self._reloading = True
            self._index.read(self._wanted.parent)
            self.session.open(self._wanted)

    def _open_taken(self, taken: Path | Image) -> None:
        if isinstance(taken, Path):
            self.open(taken)
        else:
            self._wanted = None
            self.session.show(taken)

    # The folder.

    def go(self, step: int) -> None:
        """The picture `step` places on in the folder; at its ends nothing happens."""
        place = self._index.place(self._wanted)
        if place is not None and 0 <= place + step < len(self._index.files):
            self.open(self._index.files[place + step])

    def go_to_end(self, end: int) -> None:
        """The folder's first picture (0) or last (-1)."""
        if self._index.files and self._wanted is not None:
            self.open(self._index.files[end])

    def arrow(self, dx: int, dy: int) -> None:
        """Pans where there is something to pan to; at fit, left and right go through the folder."""
        if self.canvas.fills:
            self.canvas.pan(dx * PAN * self.canvas.view.width, dy * PAN * self.canvas.view.height)
        elif dx:
            self.go(dx)

    def _listed(self, where: Path, files: list[Path]) -> None:
        if self._wanted is None and files:
            self.open(files[0])
        elif self._wanted is None:
            self._fail_open(f"{where}: holds no pictures that can be opened; choose another folder")
        self._show_place()

    def _show_place(self) -> None:
        place = self._index.place(self._wanted)
        self.status.placed(0 if place is None else place + 1, 0 if place is None else len(self._index.files))

    # The model.

    def use_model(self, model: str) -> None:
        """A name, or a file's path."""
        self._asked_model = True
        self.status.model.setText("Loading the model…")
        self.session.use(model)

    def choose_model(self) -> None:
        """Asks for a model's file."""
        name, _ = QFileDialog.getOpenFileName(
            self, "Open model", "", "Models (*.pth *.pt *.safetensors);;All files (*)"
        )
        if name:
            self.use_model(name)

    def _load_model(self) -> None:
        if not self._asked_model:
            self.use_model(MODEL)

    # The window.

    def show_keys(self) -> None:
        """The sheet of keys."""
        from viewer.help_sheet import HelpSheet

        sheet = HelpSheet(self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.show()

    def toggle_fullscreen(self) -> None:
        """Nothing but the picture, and back."""
        full = not self.isFullScreen()
        self.menuBar().setVisible(not full)
        self.status.setVisible(not full)
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def escape(self) -> None:
        """Leaves full screen; else dismisses the message."""
        if self.isFullScreen():
            self.toggle_fullscreen()
        else:
            self.notices.hide()

    def copy_view(self) -> None:
        """What is seen of the picture, in the screen's pixels."""
        seen = self.canvas.visible()
        if seen is not None and not seen.isNull():
            QGuiApplication.clipboard().setImage(seen)
            self.notices.tell(f"Copied {wording.size(seen.width(), seen.height())} px.")

    def ask_export(self) -> None:
        """What to export and where to; then it goes on beside everything else."""
        from viewer.export_dialog import ExportDialog

        if self._opened is None:
            return
        self._load_model()
        near = self._opened.path or Path.home() / self._opened.name
        dialog = ExportDialog(self, self._opened.size, self.canvas.view, near)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: dialog.wish and self.export(dialog.wish))
        dialog.open()

    def export(self, wish: "Wish") -> None:
        """Orders an export; the next can be asked for when it is over."""
        self.actions_by_id["export"].setEnabled(False)
        self.status.exporting(wish.path.name)
        self.session.export(wish.path, wish.region, wish.size)

    def _enable(self) -> None:
        for command in actions.COMMANDS:
            self.actions_by_id[command.id].setEnabled(self._opened is not None or not command.picture)

    # What the engine tells.

    def _look(self, view: Viewport) -> None:
        if view.scale > 1:
            self._load_model()
        self._view = self.session.look(view)
        self.status.refining()

    @Slot(object)
    def _take(self, event: events.Event) -> None:
        match event:
            case events.TilesDone():
                self.canvas.put(event)
            case events.Settled():
                self._settled(event)
            case events.Opened():
                self._show_opened(event)
            case events.ModelReady():
                self._show_model(event)
            case events.ExportProgress():
                self.status.export_progress(event)
            case events.Exported() | events.ExportCancelled():
                self._export_over(event)
            case events.Failed():
                self._failed(event)

    def _settled(self, settled: events.Settled) -> None:
        if settled.view == self._view:
            self.canvas.settle()
            self.status.settled(settled.ms)
            # Only now: the picture was there before the first of the second that this takes.
            self._load_model()

    def _show_opened(self, opened: events.Opened) -> None:
        self._opened = opened
        self.canvas.open(opened, keep_view=self._reloading)
        self._reloading = False
        self._pages.setCurrentWidget(self.canvas)
        self.canvas.setFocus()
        self.canvas.setAccessibleDescription(opened.name)
        self.setWindowTitle(opened.name)
        self.status.opened(opened)
        self.notices.hide()
        if opened.notices:
            self.notices.tell(f"{opened.name}: {'; '.join(opened.notices)}")
        self._enable()
        if opened.path is None:
            self._index.forget()
        elif opened.path.parent != self._index.folder:
            self._index.read(opened.path.parent)
        self._show_place()

    def _show_model(self, ready: events.ModelReady) -> None:
        # By now the engine has loaded what this needs.
        from engine import library

        self.canvas.leave_model()
        self.status.modelled(ready, self.canvas.view.scale)
        self.models.offer(tuple(library.models()), ready.name)

    def _export_over(self, event: events.Exported | events.ExportCancelled) -> None:
        self.actions_by_id["export"].setEnabled(True)
        self.status.export_over()
        if isinstance(event, events.ExportCancelled):
            self.notices.tell("The export was called off; nothing was written.")
            return
        where = QUrl.fromLocalFile(str(event.path.parent))
        took = wording.milliseconds(event.ms)
        text = f"Saved {event.path.name}, {wording.size(*event.size)} px, in {took}."
        self.notices.tell(text, ("Show the folder", lambda: QDesktopServices.openUrl(where)))

    def _failed(self, failed: events.Failed) -> None:
        match failed.task:
            case "open":
                self._fail_open(failed.message)
                return
            case "export":
                self.actions_by_id["export"].setEnabled(True)
                self.status.export_over()
            case "model":
                self.status.model.setText("No model")
        self.status.quiet()
        self.notices.fail(failed.message)

    def _fail_open(self, message: str) -> None:
        self._reloading = False
        self.notices.fail(message)
        if self._opened is None:
            self._pages.setCurrentWidget(self.welcome)
            self._load_model()
        self._show_place()

    # What Qt tells.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if transfer.can_take(event.mimeData()):
            self.welcome.invite(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.welcome.invite(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.welcome.invite(False)
        taken = transfer.taken(event.mimeData(), "Dropped picture")
        if taken is not None:
            self._open_taken(taken)
            event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.end()
        super().closeEvent(event)

    def end(self) -> None:
        """Ends the threads. Closing twice does no harm."""
        self.session.close()
        self._index.close()
