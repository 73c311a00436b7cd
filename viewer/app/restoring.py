"""Geometry and view of the last window: collects and saves them, and restores them at the next start."""

from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QTimer

from engine.base.exact_number import fraction
from engine.geometry.viewport import MAX_SCALE, MIN_SCALE
from engine.images.pages import MOST_PAGES
from engine.session.events import PictureOpened
from viewer.app.main_window import MainWindow
from viewer.base import settings, state

GEOMETRY, DOCKS, OPEN, VIEW = "geometry", "docks", "open docks", "view"


@dataclass(frozen=True)
class SavedView:
    """What a window showed.

    path: the picture's file; empty if it has none. model: a name, or a file's path. x, y: middle of the view in source
    px, exact, as strings of Fraction. scale: device px per source px; 0 for a fitted picture. page: of the file, from
    0; None if it has only one.
    """

    path: str
    model: str
    x: str
    y: str
    scale: float
    page: int | None = None


def snapshot(window: MainWindow) -> dict[str, Any]:
    """Returns the window's state, by the names in the file. It leaves out what is to stay as it was saved before.

    That is the geometry in full screen, and the view of an empty window.
    """
    found: dict[str, Any] = {OPEN: window.docks.open}
    if not window.isFullScreen():
        found |= {GEOMETRY: _text(window.saveGeometry()), DOCKS: _text(window.saveState())}
    if window.canvas.layers is not None:
        found[VIEW] = asdict(_view_of(window))
    return found


def _view_of(window: MainWindow) -> SavedView:
    view = window.canvas.view
    scale = 0.0 if window.canvas.fitted else view.scale
    x, y = view.source(view.width / 2, view.height / 2)
    path = window.opening.current
    source, page = "" if path is None else str(path), window.opening.shown_page
    return SavedView(source, window.active_model.choice, str(x), str(y), scale, page)


def restore_place(window: MainWindow) -> None:
    """Restores the geometry of the window and its docks."""
    window.restoreGeometry(_bytes(state.read(GEOMETRY)))
    window.restoreState(_bytes(state.read(DOCKS)))
    docks = state.read(OPEN)
    if isinstance(
        docks, list
    ):  # after the window is shown: the inspector's plots take half a second to import
        QTimer.singleShot(0, window, lambda: window.docks.reopen(docks))


def restore_view(window: MainWindow) -> None:
    """Restores the model, the picture and the view, if the settings say so."""
    last = _saved_view() if settings.read().restore_session else None
    if last is None:
        return
    if last.model:
        window.active_model.begin_with(last.model)
    if last.path:
        if last.scale:
            _restore_viewport(window, last)
        window.open_paths(last.path, page=last.page)


def _restore_viewport(window: MainWindow, last: SavedView) -> None:
    """Shows the saved viewport once its picture is open; does nothing if another one opens first."""

    def apply(opened: PictureOpened) -> None:
        window.opening.shown.disconnect(apply)
        if opened.path == Path(last.path):
            window.canvas.navigation.jump_to(fraction(last.x), fraction(last.y), last.scale)

    window.opening.shown.connect(apply)


def _saved_view() -> SavedView | None:
    """Returns the saved view; None if there is none, or it is invalid."""
    try:
        saved = SavedView(**state.read(VIEW))
        fraction(saved.x), fraction(saved.y)
        valid = saved.scale == 0 or MIN_SCALE <= saved.scale <= MAX_SCALE
        valid = valid and (saved.page is None or (type(saved.page) is int and 0 <= saved.page < MOST_PAGES))
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
