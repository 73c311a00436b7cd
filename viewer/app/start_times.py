"""Reports when the first window and its picture have been painted, for `bench start`, and ends the application."""

from PySide6.QtCore import QEvent, QObject, QTimer

from engine.session.events import Event, Failed, PictureOpened
from viewer.app.windows import Windows


class StartTimes(QObject):
    """Prints the line `window` after the first painting, `picture` after the first one with a picture."""

    def __init__(self, windows: Windows) -> None:
        super().__init__(windows)
        self._windows, self._window = windows, windows.open[-1]
        self._next: str | None = "window"
        self._opened = False
        self._window.canvas.installEventFilter(self)
        self._window.bridge.event.connect(self._note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reports a painting when it is done."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._report)
        return super().eventFilter(watched, event)

    def _note(self, event: Event) -> None:
        if isinstance(event, Failed):
            self._windows.quit()
        if isinstance(event, PictureOpened):
            self._opened = True
            self._window.canvas.update()

    def _report(self) -> None:
        if self._next == "window":
            print("window", flush=True)
            self._next = "picture"
        elif self._next == "picture" and self._opened:
            print("picture", flush=True)
            self._next = None
            self._windows.quit()
