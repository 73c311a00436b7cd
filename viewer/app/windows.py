"""All windows of the process.

Each window has its own engine session, which ends with it. Memory goes to the caches of the shown picture; a shared
session would need them as well, or recompute them at each switch between windows. torch is loaded once: a second
window with the Live model takes 6 MB before it shows a picture.
"""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow

from viewer.app import restoring
from viewer.app.main_window import MainWindow

OFFSET = QPoint(32, 32)
"""Logical px between a window and the next one."""


class Windows(QObject):
    """open: the open windows; the one that was active last is at the end."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self.open: list[MainWindow] = []
        application.focusWindowChanged.connect(self._note_active)

    def open_first(self, *paths: str) -> None:
        """Opens the first window with the last geometry; without paths it restores the last view."""
        window = self._make(*paths)
        restoring.restore_place(window)
        if not paths:
            restoring.restore_view(window)
        window.show()

    def add(self, beside: MainWindow) -> None:
        """Opens an empty window beside another."""
        window = self._make()
        window.resize(beside.size())
        window.move(beside.pos() + OFFSET)
        window.show()

    def open_paths(self, paths: tuple[str, ...]) -> None:
        """Opens paths of another start in the window that was active last, and raises it."""
        window = self.open[-1]
        if paths:
            window.open_paths(*paths)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def end(self) -> None:
        """Ends the threads of the windows that are still open."""
        for window in self.open:
            window.end()

    def _make(self, *paths: str) -> MainWindow:
        window = MainWindow(*paths)
        window.new_window_requested.connect(lambda: self.add(window))
        window.closing.connect(lambda: self._forget(window))
        self.open.append(window)
        return window

    def _forget(self, window: MainWindow) -> None:
        restoring.save(window)
        self.open = [other for other in self.open if other is not window]
        window.deleteLater()

    def _note_active(self, active: QWindow | None) -> None:
        self.open.sort(key=lambda window: active is not None and window.windowHandle() == active)
