"""All windows of the process.

Each window has its own engine session, which ends with it. Memory goes to the caches of the shown picture; a shared
session would need them as well, or recompute them at each switch between windows. torch is loaded once: a second
window with the Live model takes 6 MB before it shows a picture.
"""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager, QWindow

from viewer.app import last_run, restoring
from viewer.app.autosave import Autosave
from viewer.app.main_window import MainWindow
from viewer.base.language import tr
from viewer.diagnostics.crash_file import CLEAN, LastEnd

OFFSET = QPoint(32, 32)
"""Logical px between a window and the next one."""


class Windows(QObject):
    """open: the open windows; the one that was active last is at the end.

    hidden: windows that the user has closed while their export goes on. The process ends with the last of both.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._application = application
        self.open: list[MainWindow] = []
        self.hidden: list[MainWindow] = []
        self._all_close = False  # the user quits: what is saved is of all windows, not of those that are left
        self._autosave = Autosave(lambda: [] if self._all_close else self.open, self)
        application.focusWindowChanged.connect(self._note_active)

    def open_first(self, *paths: str, last_end: LastEnd = CLEAN) -> None:
        """Opens the first window with the last geometry; without paths it restores the last view, and other windows.

        After a crash in native code the views are only offered, because they may be what crashes.
        """
        window, last, others = self._make(*paths), restoring.last_window(), restoring.other_windows()
        restoring.restore_place(window, last)

        def restore_views() -> None:
            for each in others:
                self._restore(each)
            restoring.restore_view(window, last)
            window.raise_()
            window.activateWindow()

        if not (paths or last_end.crashed):
            restore_views()
        window.show()
        # After the first frame: looking at processes takes a library.
        QTimer.singleShot(0, window, lambda: last_run.tell(window, last_end, restore_views))

    @Slot(str)
    def report_error(self, text: str) -> None:
        """Shows a line about an error of the program in the window that was active last."""
        if self.open:
            window = self.open[-1]
            window.notices.keep(text, (tr("Show log"), window.dialogs.show_log), failure=True)

    def _restore(self, stored: restoring.State) -> None:
        """Opens a further window of the last run, below the others."""
        window = self._make()
        self.open.insert(0, self.open.pop())
        restoring.restore_place(window, stored)
        restoring.restore_view(window, stored)
        window.show()

    def add(self, beside: MainWindow) -> None:
        """Opens an empty window beside another."""
        window = self._make()
        window.resize(beside.size())
        window.move(beside.pos() + OFFSET)
        window.show()

    def open_paths(self, paths: tuple[str, ...]) -> None:
        """Opens paths of another start in the window that was active last, and raises it.

        If only hidden windows are left, one of them comes back.
        """
        window = self.open[-1] if self.open else self._bring_back()
        if paths:
            window.open_paths(*paths)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    @Slot()
    def close_all(self) -> None:
        """Closes all windows, which ends the process unless the user keeps one. The next start restores them all."""
        self._autosave.save()
        self._all_close = True
        try:
            self._application.closeAllWindows()
        finally:
            self._all_close = not self.open

    @Slot()
    def quit(self) -> None:
        """Ends the process without a question. An export that runs is told at the next start."""
        if self.open:
            self._autosave.save()
        self._application.exit(0)

    @Slot(QSessionManager)
    def end_session(self, manager: QSessionManager) -> None:
        """The user's session is about to end: saves the state, and asks about exports where the system allows it."""
        if self.open:
            self._autosave.save()
        if not manager.allowsInteraction():
            return
        if not all(window.exporting.may_end_session(window) for window in (*self.open, *self.hidden)):
            manager.cancel()
        manager.release()

    def end(self) -> None:
        """Ends the threads of the windows that are still open."""
        for window in (*self.open, *self.hidden):
            window.end()

    def _make(self, *paths: str) -> MainWindow:
        window = MainWindow(*paths)
        window.new_window_requested.connect(lambda: self.add(window))
        window.quit_requested.connect(self.close_all)
        window.closing.connect(lambda: self._forget(window))
        self.open.append(window)
        return window

    def _forget(self, window: MainWindow) -> None:
        if not self._all_close:
            self.open.sort(key=lambda other: other is window)  # it was the active one, if it is the last
            self._autosave.save()
        self.open = [other for other in self.open if other is not window]
        if window.exporting.in_background:
            self.hidden.append(window)
            self._application.setQuitOnLastWindowClosed(False)
            # Queued: the window has its last message by then.
            window.exporting.ended.connect(self._end_hidden, Qt.ConnectionType.QueuedConnection)
        else:
            window.deleteLater()

    @Slot()
    def _end_hidden(self) -> None:
        """Ends the hidden windows whose export has ended, and the process if no window is left."""
        for window in [each for each in self.hidden if not each.exporting.running]:
            self.hidden.remove(window)
            if self.open:
                self.open[-1].notices.keep(window.notices.text)
            window.end()
            window.deleteLater()
        self._application.setQuitOnLastWindowClosed(not self.hidden)
        if not (self.open or self.hidden):
            self._application.quit()

    def _bring_back(self) -> MainWindow:
        """Returns the hidden window that was closed last, which is an open one from now on."""
        window = self.hidden.pop()
        window.exporting.ended.disconnect(self._end_hidden)
        window.exporting.return_to_window()
        self._all_close = False
        self.open.append(window)
        self._application.setQuitOnLastWindowClosed(not self.hidden)
        return window

    def _note_active(self, active: QWindow | None) -> None:
        self.open.sort(key=lambda window: active is not None and window.windowHandle() == active)
