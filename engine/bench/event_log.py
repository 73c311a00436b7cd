"""Events of a session and their times, for measurements."""

import threading
import time

from engine.session import events

TIMEOUT_S = 120.0
"""Longest wait for a view, seconds."""


class EventLog:
    """Events of a session with the times they were emitted at. `emit` runs in the engine's thread.

    model: named by the error of a view that does not come.
    """

    def __init__(self, model: str) -> None:
        self._model = model
        self._events: list[tuple[float, events.Event]] = []
        self._changed = threading.Condition()

    def emit(self, event: events.Event) -> None:
        """Records an event."""
        with self._changed:
            self._events.append((time.perf_counter(), event))
            self._changed.notify_all()

    def wait_settled(self, number: int) -> float:
        """Waits until the view of this request number is settled. Returns the time of the event.

        Raises RuntimeError if a request failed, TimeoutError if the view does not come.
        """
        with self._changed:
            came = self._changed.wait_for(
                lambda: self._settled(number) is not None or self._failures(), TIMEOUT_S
            )
            settled, failures = self._settled(number), self._failures()
        if settled is not None:
            return settled
        if came:
            raise RuntimeError(str(failures[0].message))
        raise TimeoutError(f"{self._model}: view {number} did not come; {self._events[-1]}")

    def _settled(self, number: int) -> float | None:
        for when, event in self._events:
            if isinstance(event, events.ViewSettled) and event.request == number:
                return when
        return None

    def _failures(self) -> list[events.Failed]:
        return [event for _, event in self._events if isinstance(event, events.Failed)]
