"""Geometry and view of the open windows: collects and saves them, and restores them at the next start.

The state holds those of the window that was active last, and a list of the others (OTHERS), the latest at its end.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QTimer

from engine.base.exact_number import fraction
from engine.geometry.orientation import UPRIGHT
from engine.geometry.viewport import MAX_SCALE, MIN_SCALE
from engine.images.pages import MOST_PAGES
from engine.session.events import PictureOpened
from viewer.app.main_window import MainWindow
from viewer.base import settings, state

GEOMETRY, DOCKS, OPEN, VIEW = "geometry", "docks", "open docks", "view"
OTHERS = "windows"
MAX_OTHERS = 16
"""Windows that are restored besides the last one."""
State = Mapping[str, Any]
"""A window's state by the names above, of JSON's types. It may come from any file."""


@dataclass(frozen=True)
class SavedView:
    """What a window showed.

    path: the picture's file; empty if it has none. model: a name, or a file's path. x, y: middle of the view in source
    px of the picture as it is turned, exact, as strings of Fraction. scale: device px per source px; 0 for a fitted
    picture. page: of the file, from 0; None if it has only one. orientation: 0…7, see engine/geometry/orientation.py.
    """

    path: str
    model: str
    x: str
    y: str
    scale: float
    page: int | None = None
    orientation: int = UPRIGHT


def snapshot_all(windows: Sequence[MainWindow]) -> dict[str, Any]:
    """Returns the state of all open windows; the one that was active last is at the end."""
    others = [snapshot(window) for window in windows[:-1] if window.opening.current is not None]
    return {**snapshot(windows[-1]), OTHERS: others[-MAX_OTHERS:]}


def snapshot(window: MainWindow) -> dict[str, Any]:
    """Returns the window's state, by the names in the file. It leaves out what is to stay as it was saved before.

    That is the geometry in full screen, and the view of an empty window or of a copy of a picture.
    """
    found: dict[str, Any] = {OPEN: window.docks.open}
    if not window.isFullScreen():
        found |= {GEOMETRY: _text(window.saveGeometry()), DOCKS: _text(window.saveState())}
    if window.canvas.layers is not None and not window.conversion.shown:
        found[VIEW] = asdict(_view_of(window))
    return found


def _view_of(window: MainWindow) -> SavedView:
    view = window.canvas.view
    scale = 0.0 if window.canvas.fitted else view.scale
    x, y = view.source(view.width / 2, view.height / 2)
    path = window.opening.current
    source, page = "" if path is None else str(path), window.opening.shown_page
    oriented = window.opening.shown_orientation
    return SavedView(source, window.active_model.choice, str(x), str(y), scale, page, oriented)


def last_window() -> State:
    """Returns the stored state of the window that was active last."""
    return {name: state.read(name) for name in (GEOMETRY, DOCKS, OPEN, VIEW)}


def other_windows() -> list[State]:
    """Returns the stored states of the other windows that had a picture, if the settings say so."""
    stored = state.read(OTHERS) if settings.read().restore_session else None
    found = [each for each in stored if isinstance(each, dict)] if isinstance(stored, list) else []
    return [each for each in found if _saved_view(each) is not None][-MAX_OTHERS:]


def restore_place(window: MainWindow, stored: State) -> None:
    """Restores the geometry of the window and its docks."""
    window.restoreGeometry(_bytes(stored.get(GEOMETRY)))
    window.restoreState(_bytes(stored.get(DOCKS)))
    docks = stored.get(OPEN)
    if isinstance(
        docks, list
    ):  # after the window is shown: the inspector's plots take half a second to import
        QTimer.singleShot(0, window, lambda: window.docks.reopen(docks))


def restore_view(window: MainWindow, stored: State) -> None:
    """Restores the model, the picture and the view, if the settings say so."""
    last = _saved_view(stored) if settings.read().restore_session else None
    if last is None:
        return
    if last.model:
        window.active_model.begin_with(last.model)
    if last.path:
        if last.scale:
            _restore_viewport(window, last)
        window.open_paths(last.path, page=last.page, oriented=last.orientation)


def _restore_viewport(window: MainWindow, last: SavedView) -> None:
    """Shows the saved viewport once its picture is open; does nothing if another one opens first."""

    def apply(opened: PictureOpened) -> None:
        window.opening.shown.disconnect(apply)
        if opened.path == Path(last.path):
            window.canvas.navigation.jump_to(fraction(last.x), fraction(last.y), last.scale)

    window.opening.shown.connect(apply)


def _saved_view(stored: State) -> SavedView | None:
    """Returns the saved view; None if there is none, or it is invalid."""
    try:
        saved = SavedView(**stored.get(VIEW))  # type: ignore[arg-type]
        fraction(saved.x), fraction(saved.y)
        valid = saved.scale == 0 or MIN_SCALE <= saved.scale <= MAX_SCALE
        valid = valid and (saved.page is None or (type(saved.page) is int and 0 <= saved.page < MOST_PAGES))
        valid = valid and type(saved.orientation) is int and saved.orientation in range(8)
    except (TypeError, ValueError):
        return None
    return saved if valid and isinstance(saved.path, str) and isinstance(saved.model, str) else None


def _text(data: QByteArray) -> str:
    return b64encode(data.data()).decode()


def _bytes(text: object) -> QByteArray:
    try:
        return QByteArray(b64decode(text if isinstance(text, str) else ""))
    except ValueError:
        return QByteArray()
