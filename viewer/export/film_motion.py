"""Views over time on the canvas: a recorder of the views at which zooming stops, and a player of a film's path."""

from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.film.path_file import FilmPath
from viewer.canvas.canvas import Canvas

REST = 500
"""Milliseconds without a movement after which the view rests."""
FRAME = 16
"""Milliseconds between two views of the preview."""


class RestRecorder(QObject):
    """`rested`: the view has moved and rests. active: whether it is recorded."""

    rested = Signal()

    def __init__(self, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self.active = False
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._rest)
        canvas.view_changed.connect(self._move)

    def _move(self) -> None:
        if self.active:
            self._timer.start()

    def _rest(self) -> None:
        if self.active:
            self.rested.emit()


class PathPlayer(QObject):
    """Shows the views of a film's path on the canvas in real time. `ended`: the path has ended, or was stopped."""

    ended = Signal()

    def __init__(self, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._timer = QTimer(self, interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._show)
        self._began = 0.0

    @property
    def playing(self) -> bool:
        """Whether a path is shown."""
        return self._timer.isActive()

    def play(self, film: FilmPath) -> None:
        """Shows a path from its start."""
        view = self._canvas.view
        self._path = film.zoom_path((view.width, view.height))
        self._began = perf_counter()
        self._timer.start()
        self._show()

    def stop(self) -> None:
        """Ends the path where it is."""
        if self.playing:
            self._timer.stop()
            self.ended.emit()

    def _show(self) -> None:
        seconds = perf_counter() - self._began
        view = self._path.view(seconds)
        self._canvas.navigation.jump_to(*view.source(view.width / 2, view.height / 2), view.scale)
        if seconds >= self._path.seconds:
            self.stop()
