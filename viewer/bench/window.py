"""Opens the real window on a picture, for measurements."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from engine.base import allocator
from engine.session import events
from viewer.app.graphics_choice import GraphicsChoice
from viewer.app.main_window import MainWindow
from viewer.base import theme
from viewer.diagnostics import overrides

TIMEOUT = 60.0
"""Seconds to wait for the picture, the model or a view."""

EventLog = list[tuple[float, events.Event]]
"""Events of the engine so far, without tiles, each with its time.perf_counter()."""


@contextmanager
def opened(source: str, size: tuple[int, int]) -> Iterator[tuple[MainWindow, EventLog]]:
    """Yields a window of (width, height) device px with a picture file or the demo, and its log; closes it at the end.

    The model is loaded and the view settled by then. Raises SystemExit if the picture or the model fails to load.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    theme.use(application)
    overrides.guard()
    allocator.share_one_heap()
    window = MainWindow(source)
    choice = window.canvas.findChild(GraphicsChoice)
    assert isinstance(choice, GraphicsChoice)
    choice.leave()  # the processor draws until a benchmark says otherwise
    log: EventLog = []

    def note(event: events.Event) -> None:
        # the log would keep all their pixels in memory
        if not isinstance(event, events.TilesReady | events.PictureSource):
            log.append((perf_counter(), event))

    window.bridge.event.connect(note)
    window.show()
    window.resize(*size)
    try:
        wait(log, events.ModelReady)
        wait(log, events.ViewSettled)
        yield window, log
    finally:
        window.close()
        window.session.join()  # its threads would slow down what is measured next
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait(log: EventLog, kind: type, since: int = 0) -> float:
    """Processes events until log[since:] has an event of a kind. Returns its time. Raises SystemExit on a failure."""
    end = perf_counter() + TIMEOUT
    while True:
        for time, event in log[since:]:
            if isinstance(event, kind):
                return time
            if isinstance(event, events.Failed):
                raise SystemExit(str(event.message))
        if perf_counter() > end:
            raise SystemExit(f"no {kind.__name__} within {TIMEOUT:.0f} s")
        process_events(4)


def process_events(ms: int) -> None:
    """Runs the event loop for some milliseconds."""
    loop = QEventLoop()
    alarm = QTimer(singleShot=True, interval=ms, timerType=Qt.TimerType.PreciseTimer)
    alarm.timeout.connect(loop.quit)
    alarm.start()
    loop.exec()
