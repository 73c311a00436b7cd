"""Removes the temporary files that killed processes left in the folders of Unpixel and of its exports."""

import threading
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from engine.base import leftovers, user_data
from engine.base.thread_priority import lower_priority
from engine.export import target_folders

DELAY_MS = 3000
"""Milliseconds after the first window: its picture comes first."""


def start_later(parent: QObject) -> None:
    """Removes them in a thread of its own, once the window is at work."""
    QTimer.singleShot(DELAY_MS, parent, _start)


def folders() -> Iterator[Path]:
    """Yields the folders that Unpixel saves to, except those of exports."""
    data, state = user_data.folder(), user_data.state_folder()
    yield from (data, data / "models", state, state / "exports", user_data.settings_folder())
    for run in (data / "runs").glob("*"):
        yield from (run, run / "checkpoints", run / "samples")


def _start() -> None:
    threading.Thread(target=_remove, name="leftovers", daemon=True).start()


def _remove() -> None:
    lower_priority(19)
    leftovers.remove(folders())
    target_folders.remove_leftovers()
