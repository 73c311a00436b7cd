"""Decides which events answer outdated requests, and are therefore dropped. The window's thread.

bridge.py also drops tiles of superseded views, above a number of bytes, before they arrive here.
"""

from collections.abc import Callable

from engine.session import events
from engine.session.requests import Task

ANSWERS = {
    events.ViewSettled: Task.VIEW,
    events.ReferencesSettled: Task.VIEW,
    events.ProfileReady: Task.PROFILE,
    events.UncertaintyReady: Task.UNCERTAINTY,
    events.PixelsCopied: Task.COPY,
    events.ExportPlanned: Task.PREVIEW,
    events.ExportPreviewed: Task.PREVIEW,
}
"""Events that count only as answers to the newest request of a task."""
NEVER_OUTDATED = (Task.EXPORT, Task.MODELS)
"""Tasks whose requests do not replace each other: the failure of each is reported."""


class Outdated:
    """Called with each event in order; returns whether to drop it.

    newest: returns the number of the newest request of a task (Session.newest). PictureOpened, PictureConverting and
    ModelReady are never outdated: they say what the engine shows and decodes with from now on.
    """

    def __init__(self, newest: Callable[[Task], int]) -> None:
        self._newest = newest
        self._picture = 0

    def __call__(self, event: events.Event) -> bool:
        match event:
            case events.PictureOpened():
                self._picture = event.request
                return False
            case events.PictureConverting():
                self._picture = self._picture if event.preview is None else event.request
            case events.PictureSource() | events.PictureNoticed():
                return event.request != self._picture
            case events.TilesReady() | events.CoefficientsReady():
                # Tiles of an earlier view of the same picture are still of use.
                return event.picture != self._picture
            case events.Failed():
                task = Task.VIEW if event.task is Task.REFERENCE else event.task
                return task not in NEVER_OUTDATED and event.request < self._newest(task)
        task = ANSWERS.get(type(event))
        if task is None:
            return False
        return event.request != self._newest(task) or event.request < self._picture
