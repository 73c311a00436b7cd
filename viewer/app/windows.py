"""All windows of the process.

Each has an engine session of its own. What costs memory is what a session keeps of the picture it shows, which a shared
one would have to keep as well, or make anew whenever another window is looked at. torch is loaded once: a second window
with the Live model takes 6 MB before it shows something. A session ends with its window.
"""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow

from viewer.app import restoring
from viewer.app.main_window import MainWindow

ASIDE = QPoint(32, 32)
"""Logical px from a window to the next one."""


class Windows(QObject):
    """open: the windows, the one that was active last at the end."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self.open: list[MainWindow] = []
        application.focusWindowChanged.connect(self._note_active)

    def begin(self, *paths: str) -> None:
        """The first window: where the last one was, and showing the same unless it is given something."""
        window = self._made(*paths)
        restoring.restore_place(window)
        if not paths:
            restoring.restore_view(window)
        window.show()

    def add(self, beside: MainWindow) -> None:
        """An empty one."""
        window = self._made()
        window.resize(beside.size())
        window.move(beside.pos() + ASIDE)
        window.show()

    def take(self, paths: tuple[str, ...]) -> None:
        """Shows them in the window that was active last, and brings it to the front."""
        window = self.open[-1]
        if paths:
            window.open_these(*paths)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def end(self) -> None:
        """Ends the threads of those that were not closed."""
        for window in self.open:
            window.end()

    def _made(self, *paths: str) -> MainWindow:
        window = MainWindow(*paths)
        window.asked_window.connect(lambda: self.add(window))
        window.closing.connect(lambda: self._let_go(window))
        self.open.append(window)
        return window

    def _let_go(self, window: MainWindow) -> None:
        restoring.save(window)
        self.open = [other for other in self.open if other is not window]
        window.deleteLater()

    def _note_active(self, active: QWindow | None) -> None:
        self.open.sort(key=lambda window: active is not None and window.windowHandle() == active)
