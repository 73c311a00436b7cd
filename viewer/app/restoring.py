"""What the last window leaves to the next start: where it was, what it showed, and how close."""

from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QByteArray, QTimer

from engine.session.events import PictureOpened
from viewer.app.main_window import MainWindow
from viewer.base import settings, state

GEOMETRY, DOCKS, OPEN, VIEW = "geometry", "docks", "open docks", "view"


@dataclass(frozen=True)
class View:
    """path: of the picture; empty where it came from no file. model: a name, or a file's path.

    x, y: the view's middle in source px, exact, as Fraction writes it. scale: device px per source px; 0 where the
    picture is fitted.
    """

    path: str
    model: str
    x: str
    y: str
    scale: float


def save(window: MainWindow) -> None:
    """For the next start. A window that fills the screen leaves its place as it was before."""
    if not window.isFullScreen():
        state.store(GEOMETRY, _text(window.saveGeometry()))
        state.store(DOCKS, _text(window.saveState()))
    state.store(OPEN, window.docks.open)
    if window.canvas.layers is None:
        return  # an empty window, closed after the others, is not what was looked at last
    view = window.canvas.view
    scale = 0.0 if window.canvas.fitted else view.scale
    x, y = view.source(view.width / 2, view.height / 2)
    path = window.opening.current
    state.store(
        VIEW, asdict(View("" if path is None else str(path), window.decoder.model, str(x), str(y), scale))
    )


def restore_place(window: MainWindow) -> None:
    """Puts it and its docks where the last one was."""
    window.restoreGeometry(_bytes(state.read(GEOMETRY)))
    window.restoreState(_bytes(state.read(DOCKS)))
    docks = state.read(OPEN)
    if isinstance(docks, list):  # after the window: what the inspector draws with takes half a second to load
        QTimer.singleShot(0, window, lambda: window.docks.reopen(docks))


def restore_view(window: MainWindow) -> None:
    """Shows what the last one did, where that is chosen."""
    last = _view() if settings.read().restore_session else None
    if last is None:
        return
    if last.model:
        window.decoder.begin_with(last.model)
    if last.path:
        if last.scale:
            _look_again(window, last)
        window.open_these(last.path)


def _look_again(window: MainWindow, last: View) -> None:
    """Once the picture is there; if another comes before it, nothing."""

    def look(opened: PictureOpened) -> None:
        window.opening.shown.disconnect(look)
        if opened.path == Path(last.path):
            window.canvas.look_at(Fraction(last.x), Fraction(last.y), last.scale)

    window.opening.shown.connect(look)


def _view() -> View | None:
    """What was kept; None where it makes no sense."""
    try:
        kept = View(**state.read(VIEW))
        Fraction(kept.x), Fraction(kept.y), float(kept.scale), Path(kept.path)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return kept


def _text(of: QByteArray) -> str:
    return b64encode(of.data()).decode()


def _bytes(text: object) -> QByteArray:
    try:
        return QByteArray(b64decode(text if isinstance(text, str) else ""))
    except ValueError:
        return QByteArray()
