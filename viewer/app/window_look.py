"""What a window shows around the picture: full screen, hidden bars and panels, its frame, always on top."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMainWindow

from viewer.app.tool_bar import ToolBar
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.commands.actions import Handlers
from viewer.commands.mouse_clicks import MouseClicks
from viewer.training.controller import TrainingController
from viewer.widgets.docks import Docks
from viewer.widgets.hint import Hint
from viewer.widgets.notice_bar import NoticeBar
from viewer.widgets.status_line import StatusLine

ON_TOP, FRAMELESS = Qt.WindowType.WindowStaysOnTopHint, Qt.WindowType.FramelessWindowHint


class WindowLook(QObject):
    """Hides and shows the bars and panels. It is an event filter of the window, which may leave full screen by itself.

    bare: whether the picture alone is shown. Full screen begins bare, and its end restores what was shown before.
    """

    def __init__(
        self,
        window: QMainWindow,
        canvas: Canvas,
        status: StatusLine,
        docks: Docks,
        training: TrainingController,
        notices: NoticeBar,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(window)
        self._window, self._canvas, self._status, self._docks = window, canvas, status, docks
        self._training, self._notices, self._actions = training, notices, actions
        self._full = self._bare_before = self.bare = False
        self._hint = Hint(window.centralWidget())
        self.tool_bar = ToolBar(window, actions)
        MouseClicks(canvas, actions)
        training.switched.connect(self._arrange_docks)
        window.installEventFilter(self)
        window.menuBar().installEventFilter(self)

    @property
    def handlers(self) -> Handlers:
        """The commands about the window, by id."""
        return {
            "fullscreen": self.toggle_full_screen,
            "bare": self.toggle_bare,
            "fit-window": self.fit_window,
            "on-top": lambda: self._toggle_flag(ON_TOP, "on-top"),
            "frameless": lambda: self._toggle_flag(FRAMELESS, "frameless"),
        }

    def toggle_full_screen(self) -> None:
        """Shows the picture alone in full screen, and back."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def fit_window(self) -> None:
        """Makes the window so large that the picture, at its zoom, fills it; not larger than the screen."""
        canvas, window = self._canvas, self._window
        if canvas.layers is None:
            return
        if window.isFullScreen() or window.isMaximized():
            window.showNormal()
        scale = canvas.view.scale / canvas.devicePixelRatioF()
        wanted = QSize(*(ceil(side * scale) for side in canvas.layers.size))
        frame = window.frameGeometry().size() - window.geometry().size()
        room = window.screen().availableSize() - frame
        window.resize((window.size() - canvas.size() + wanted).boundedTo(room))

    def fill_screen(self) -> None:
        """Begins full screen, unless it is on."""
        if not self._window.isFullScreen():
            self.toggle_full_screen()

    def toggle_bare(self) -> None:
        """Hides the menu bar, the panels and the status line, or brings them back."""
        self._show_bare(not self.bare)
        if self.bare:
            self._hint.tell(tr("{keys}: show everything again").format(keys=self._keys("bare", "escape")))

    def leave(self) -> bool:
        """Ends full screen, else brings back what is hidden. Returns whether there was either."""
        if self._window.isFullScreen():
            self.toggle_full_screen()
        elif self.bare:
            self._show_bare(False)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.WindowStateChange and self._full != self._window.isFullScreen():
                self._follow_full_screen()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            return self._move_window(event)
        return False

    def _follow_full_screen(self) -> None:
        self._full = self._window.isFullScreen()
        if self._full:
            self._bare_before = self.bare
        self._notices.clear()
        self._training.fill_screen(self._full)
        self._show_bare(self._full or self._bare_before)
        if self._full:
            keys = self._keys("escape", "fullscreen")
            self._hint.tell(tr("{keys}: leave full screen").format(keys=keys))

    def _show_bare(self, bare: bool) -> None:
        self.bare = bare
        self._actions["bare"].setChecked(bare)
        self._window.menuBar().setVisible(not bare)
        self._status.setVisible(not bare)
        self.tool_bar.allow(not bare)
        self._arrange_docks()

    def _arrange_docks(self) -> None:
        self._docks.arrange(not self.bare and not self._training.shown)

    def _toggle_flag(self, flag: Qt.WindowType, id: str) -> None:
        """Changes a flag of the window. The system may hide a window for that: it is shown again."""
        window = self._window
        window.setWindowFlag(flag, not window.windowFlags() & flag)
        self._actions[id].setChecked(bool(window.windowFlags() & flag))
        self._status.setSizeGripEnabled(bool(window.windowFlags() & FRAMELESS))
        window.show()

    def _move_window(self, press: QMouseEvent) -> bool:
        """Without a frame, the empty part of the menu bar moves the window."""
        bar, frameless = self._window.menuBar(), self._window.windowFlags() & FRAMELESS
        if not frameless or bar.actionAt(press.position().toPoint()) is not None:
            return False
        handle = self._window.windowHandle()
        return handle is not None and handle.startSystemMove()

    def _keys(self, *ids: str) -> str:
        """Returns the first key of each command that has one."""
        keys = (self._actions[id].shortcut() for id in ids)
        return ", ".join(key.toString(key.SequenceFormat.NativeText) for key in keys if not key.isEmpty())
