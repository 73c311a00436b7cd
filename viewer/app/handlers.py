"""Handlers: the functions that run the commands, by the commands' ids (viewer/commands/table.py).

Each function takes the parts of the window that its commands act on, and returns their handlers. The window's thread.
"""

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from engine.decoding.uncertainty import UncertaintyKind
from engine.geometry import orientation
from engine.geometry.fit import Fit
from engine.images.folder import Order
from engine.images.suffixes import patterns
from engine.session.session import Session
from viewer.base import settings
from viewer.base.language import tr
from viewer.bookmarks.controller import BookmarksController
from viewer.canvas import gestures
from viewer.canvas.canvas import Canvas
from viewer.canvas.comparison import Mode
from viewer.commands.actions import Handlers
from viewer.compare.controller import CompareController
from viewer.files import recent
from viewer.files.copying import Copying
from viewer.files.opening import Opening
from viewer.insight.controller import InsightController
from viewer.pages.controller import PagesController
from viewer.selection.overlay import SelectionOverlay
from viewer.widgets import file_dialogs
from viewer.widgets.docks import Docks
from viewer.widgets.notice_bar import NoticeBar

PAN = 0.12
"""Share of the view that an arrow key pans by."""

SWITCHES = {
    "exact": "exact_at_rest",
    "keep-view": "keep_view",
    "sort-reversed": "sort_reversed",
    "subfolders": "subfolders",
    "loop": "loop",
    "information": "information",
    "toolbar": "toolbar",
}
"""Settings that are switched by a command, by its id."""


def files(window: QWidget, opening: Opening, notices: NoticeBar) -> Handlers:
    """Which picture is open."""
    return {
        "open": lambda: _choose_files(window, opening),
        "open-folder": lambda: _choose_folder(window, opening),
        "clear-recent": recent.clear,
        "demo": opening.open_photo,
        "demo-drawn": opening.open_demo,
        "paste": lambda: _paste(opening, notices),
        "reload": opening.reload,
        "previous": lambda: opening.go(-1),
        "next": lambda: opening.go(1),
        "first": lambda: opening.go_to_end(0),
        "last": lambda: opening.go_to_end(-1),
    }


def pages(pages: PagesController) -> Handlers:
    """Which page or frame of the file is shown."""
    return {
        "previous-page": lambda: pages.go(-1),
        "next-page": lambda: pages.go(1),
        "play": pages.toggle,
        "slower": lambda: pages.change_speed(-1),
        "faster": lambda: pages.change_speed(1),
    }


def zoom(canvas: Canvas) -> Handlers:
    """The scale, and the cell of the queries."""
    return {
        "zoom-in": lambda: canvas.zoom_by(gestures.zoom_step()),
        "zoom-out": lambda: canvas.zoom_by(1 / gestures.zoom_step()),
        "fit": canvas.navigation.fit,
        **{f"fit-{way}": partial(_use_fit, canvas, way) for way in Fit},
        "actual": lambda: canvas.zoom_to(1.0),
        **{f"percent-{scale}": partial(canvas.zoom_to, scale) for scale in range(2, 10)},
        "cell": lambda: canvas.set_cell(1.0),
    }


def _use_fit(canvas: Canvas, way: Fit) -> None:
    """Fits this picture and all that follow in a way, in all windows."""
    settings.change(fit=way.value)
    canvas.navigation.fit()


def selection(selected: SelectionOverlay, canvas: Canvas, opening: Opening, notices: NoticeBar) -> Handlers:
    """The selection; and the arrow keys, which act on it first."""

    def arrow(dx: int, dy: int) -> None:
        """Moves the selection; else pans a view that is larger than the window; else goes to the next picture."""
        if selected.nudge(dx, dy):
            return
        if canvas.navigation.overflows_along(0 if dx else 1):
            canvas.navigation.pan(dx * PAN * canvas.view.width, dy * PAN * canvas.view.height)
        elif dx:
            opening.go(dx)

    return {
        "left": lambda: arrow(-1, 0),
        "right": lambda: arrow(1, 0),
        "up": lambda: arrow(0, -1),
        "down": lambda: arrow(0, 1),
        "select": selected.choose,
        "zoom-selection": lambda: _zoom_to_selection(selected, canvas, notices),
        "wider": lambda: selected.grow(1, 0),
        "narrower": lambda: selected.grow(-1, 0),
        "taller": lambda: selected.grow(0, 1),
        "shorter": lambda: selected.grow(0, -1),
    }


def rotation(session: Session) -> Handlers:
    """The orientation of the picture."""
    return {
        "rotate-right": lambda: session.rotate(orientation.RIGHT),
        "rotate-left": lambda: session.rotate(orientation.LEFT),
        "flip-horizontal": lambda: session.rotate(orientation.MIRRORED),
        "flip-vertical": lambda: session.rotate(orientation.UPSIDE_DOWN),
    }


def copies(copying: Copying) -> Handlers:
    """Copies to the clipboard."""
    return {"copy": copying.copy, "copy-source": copying.copy_source}


def comparison(compare: CompareController) -> Handlers:
    """Comparison with a reference."""
    return {
        "flip": lambda: compare.toggle(Mode.FLIP),
        "wipe": lambda: compare.toggle(Mode.WIPE),
        "side-by-side": lambda: compare.toggle(Mode.SIDE_BY_SIDE),
        "pane": compare.add_pane,
        "difference": lambda: compare.toggle(Mode.DIFFERENCE),
        "amplify": lambda: compare.amplify(1),
        "attenuate": lambda: compare.amplify(-1),
        "reference-next": lambda: compare.step(1),
        "reference-previous": lambda: compare.step(-1),
        "fidelity": compare.toggle_fidelity,
    }


def insight(insight: InsightController, docks: Docks) -> Handlers:
    """Facts about the picture and the model, over the canvas and beside it."""
    return {
        "grid": insight.toggle_grid,
        "lens": insight.lens.toggle,
        "navigator": insight.navigator.toggle,
        "uncertainty": insight.toggle_uncertainty,
        "uncertainty-spread": lambda: insight.choose_uncertainty(UncertaintyKind.SPREAD),
        "uncertainty-source": lambda: insight.choose_uncertainty(UncertaintyKind.SOURCE),
        "inspector": lambda: docks.toggle("inspector"),
        "line": insight.draw_line,
        "tags": insight.show_tags,
    }


def bookmarks(bookmarks: BookmarksController) -> Handlers:
    """Bookmarks and their panel."""
    return {"bookmark": bookmarks.add, "bookmarks": bookmarks.toggle}


def choices() -> Handlers:
    """Settings that are commands, too; every window follows them, and the next run."""

    def switch(name: str) -> None:
        settings.change(**{name: not getattr(settings.read(), name)})

    return {
        **{id: partial(switch, name) for id, name in SWITCHES.items()},
        **{f"sort-{order}": partial(settings.change, sort=order.value) for order in Order},
    }


def _choose_files(window: QWidget, opening: Opening) -> None:
    """Asks for files; several become the list that previous and next walk."""
    kinds = tr("Pictures ({suffixes});;All files (*)").format(suffixes=patterns())
    start = opening.wanted.parent if opening.wanted else None
    paths = file_dialogs.open_files(window, tr("Open"), start, kinds)
    if paths:
        opening.open(*paths)


def _choose_folder(window: QWidget, opening: Opening) -> None:
    """Asks for a folder, and opens its first picture."""
    folder = file_dialogs.folder(window, tr("Open folder"), opening.wanted.parent if opening.wanted else None)
    if folder is not None:
        opening.open(folder)


def _paste(opening: Opening, notices: NoticeBar) -> None:
    """Opens the clipboard's file, or its pixels."""
    if not opening.take(QGuiApplication.clipboard().mimeData(), tr("Pasted picture")):
        notices.notify(tr("The clipboard contains no picture. Copy a picture or a file and paste again."))


def _zoom_to_selection(selected: SelectionOverlay, canvas: Canvas, notices: NoticeBar) -> None:
    """Shows all of the selection, as large as it fits."""
    if selected.region is None:
        notices.notify(tr("Nothing is selected. Press C and drag over the picture."))
    else:
        canvas.navigation.fill_with(selected.region)
