"""The real window, open on a picture, to be measured."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from engine.session import events
from viewer.app.main_window import MainWindow
from viewer.base import theme

PATIENCE = 60.0
"""Seconds to wait for the picture, the model, a view."""

EventLog = list[tuple[float, events.Event]]
"""What the engine told the window so far, but for tiles, and when: time.perf_counter()."""


@contextmanager
def opened(source: str, size: tuple[int, int]) -> Iterator[tuple[MainWindow, EventLog]]:
    """A window of device px (width, height) on the file `source`, or demo, with its model; closed in the end.

    Raises SystemExit where the picture or the model does not come.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    theme.use(application)
    window = MainWindow(source)
    told: EventLog = []

    def note(event: events.Event) -> None:
        # kept, they would be all the memory there is
        if not isinstance(event, events.TilesReady | events.PictureSource):
            told.append((perf_counter(), event))

    window._bridge.event.connect(note)
    window.show()
    window.resize(*size)
    try:
        wait(told, events.ModelReady)
        wait(told, events.ViewSettled)
        yield window, told
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait(told: EventLog, kind: type, since: int = 0) -> float:
    """Lives on until an event of a kind is among told[since:]. Returns when it came."""
    end = perf_counter() + PATIENCE
    while True:
        for at, event in told[since:]:
            if isinstance(event, kind):
                return at
            if isinstance(event, events.Failed):
                raise SystemExit(str(event.message))
        if perf_counter() > end:
            raise SystemExit(f"no {kind.__name__} within {PATIENCE:.0f} s")
        live_on(4)


def live_on(ms: int) -> None:
    """Lets the window do what it has to, for some milliseconds."""
    loop = QEventLoop()
    alarm = QTimer(singleShot=True, interval=ms, timerType=Qt.TimerType.PreciseTimer)
    alarm.timeout.connect(loop.quit)
    alarm.start()
    loop.exec()
