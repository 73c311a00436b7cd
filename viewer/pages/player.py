"""Shows the frames of an animation one after the other, each for its own time. Runs in the window's thread.

The engine decodes them ahead (engine/session/frames.py); a frame that is late is waited for without blocking.
"""

from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.session.events import PictureOpened, ShownFrame
from engine.session.session import Session
from viewer.canvas.canvas import Canvas

WAIT_MS, HIDDEN_MS = 5, 250
"""Milliseconds after which a frame that is not decoded yet is asked for again, and one that nobody would see."""
LATE_S = 0.02
"""Lateness that the next frame makes up for: what timers are wrong by."""
SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)


class Player(QObject):
    """Plays one animation. number: the frame that is shown, from 0. speed: one of SPEEDS; 1 is the animation's own.

    `shown`: a frame is shown. `finished`: all plays are over; the last frame is shown.
    """

    shown = Signal()
    finished = Signal()

    def __init__(self, session: Session, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._canvas = session, canvas
        self._opened: PictureOpened | None = None
        self.number = 0
        self.speed = 1.0
        self._plays = 0  # that are over
        self._begins = False  # no frame is shown yet
        self._due = 0.0  # when the frame that comes is to be shown, by perf_counter
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._advance)

    @property
    def playing(self) -> bool:
        """Whether frames are shown one after the other."""
        return self._opened is not None

    def start(self, opened: PictureOpened, first: int) -> None:
        """Plays an animation that is open, from a frame on."""
        self._opened, self.number, self._plays, self._begins = opened, first - 1, 0, True
        self._due = perf_counter()
        self._session.play(opened.request, first)
        self._canvas.playing = True
        self._advance()

    def stop(self) -> None:
        """Stops; the frame stays on the screen."""
        if self._opened is not None:
            self._opened = None
            self._timer.stop()
            self._session.stop_playing()
            self._canvas.playing = False

    def change_speed(self, steps: int) -> None:
        """Plays faster, or slower, by steps of SPEEDS. The frame that is shown keeps its time."""
        place = SPEEDS.index(self.speed) + steps
        self.speed = SPEEDS[min(max(place, 0), len(SPEEDS) - 1)]

    def _advance(self) -> None:
        """Shows the next frame, or asks again soon if it is not decoded yet."""
        opened = self._opened
        if opened is None:
            return
        number = (self.number + 1) % opened.pages.count
        again = number == 0 and not self._begins
        if again and self._plays + 1 == opened.pages.plays:
            self.stop()
            self.finished.emit()
            return
        visible = self._canvas.isVisible()
        frame = self._session.frame(number) if visible else None
        if frame is None:
            self._timer.start(WAIT_MS if visible else HIDDEN_MS)
            return
        self._plays, self._begins = self._plays + again, False
        self._show(number, frame)

    def _show(self, number: int, frame: ShownFrame) -> None:
        """Shows a frame, and plans the next one. Frames that are late are not hurried through."""
        self.number = number
        if frame.pixels is not None:
            self._canvas.show_frame(frame.pixels)
        now = perf_counter()
        self._due = max(self._due, now - LATE_S) + frame.ms / 1e3 / self.speed
        self._timer.start(max(0, round((self._due - now) * 1e3)))
        self.shown.emit()
