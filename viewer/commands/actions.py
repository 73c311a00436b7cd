"""Every command, once: the menus, the keys, the tooltips and the sheet of keys are made from this table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from engine.base.messages import mark
from engine.decoding.uncertainty import UncertaintyKind
from engine.geometry import orientation
from viewer.base import settings
from viewer.base.language import tr
from viewer.canvas.canvas import STEP
from viewer.canvas.comparison import Mode
from viewer.files import recent

if TYPE_CHECKING:
    from viewer.app.main_window import MainWindow

FILE, RECENT, EDIT, VIEW, PERCENT, TURN = (
    mark("File"),
    mark("Open recent"),
    mark("Edit"),
    mark("View"),
    mark("Zoom to"),
    mark("Turn"),
)
TRUST, COMPARE, GO, MODEL, HELP = (
    mark("Kind of trust overlay"),
    mark("Compare"),
    mark("Go"),
    mark("Model"),
    mark("Help"),
)
KEYBOARD = mark("Keyboard")
"""Commands that stand in no menu."""


@dataclass(frozen=True)
class Command:
    """What a user can ask for. menu: where it stands. picture: whether it needs one to be open.

    on: for what is switched on and off, whether it is on at the start.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...]
    tip: str
    call: "Callable[[MainWindow], object]"
    picture: bool = True
    on: "Callable[[MainWindow], bool] | None" = None


def _percent(digit: int) -> Command:
    tip = mark("The picture at this size, in pixels of the screen")
    return Command(
        f"percent-{digit}", PERCENT, f"{digit}00 %", (str(digit),), tip, lambda w: w.canvas.zoom_to(digit)
    )


def _grow(name: str, text: str, key: str, dx: int, dy: int) -> Command:
    tip = mark("Moves its right or its lower edge; the arrows alone move all of it")
    return Command(name, KEYBOARD, text, (key,), tip, lambda w: w.selection.grow(dx, dy))


def _turn(name: str, text: str, key: str, tip: str, by: int) -> Command:
    return Command(name, TURN, text, (key,), tip, lambda w: w.session.turn(by))


COMMANDS: tuple[Command, ...] = (
    Command(
        "open",
        FILE,
        mark("Open…"),
        ("Ctrl+O",),
        mark("Open pictures"),
        lambda w: w.choose_files(),
        picture=False,
    ),
    Command(
        "clear-recent",
        RECENT,
        mark("Clear the list"),
        (),
        mark("Forget which files were open"),
        lambda _w: recent.clear(),
        picture=False,
    ),
    Command(
        "new-window",
        FILE,
        mark("New window"),
        ("Ctrl+N",),
        mark("Another window, for another picture"),
        lambda w: w.asked_window.emit(),
        picture=False,
    ),
    Command(
        "demo",
        FILE,
        mark("Demo"),
        (),
        mark("A picture that Unpixel draws itself"),
        lambda w: w.opening.open_demo(),
        picture=False,
    ),
    Command(
        "paste",
        EDIT,
        mark("Paste"),
        ("Ctrl+V",),
        mark("Open what was copied"),
        lambda w: w.paste(),
        picture=False,
    ),
    Command(
        "copy",
        EDIT,
        mark("Copy the view"),
        ("Ctrl+C",),
        mark("What is seen of the picture, or of the selection, in the screen's pixels"),
        lambda w: w.copying.copy(),
    ),
    Command(
        "copy-source",
        EDIT,
        mark("Copy the source"),
        ("Ctrl+Shift+C",),
        mark("The same part in the picture's own pixels"),
        lambda w: w.copying.copy_source(),
    ),
    Command(
        "export",
        FILE,
        mark("Export…"),
        ("Ctrl+S",),
        mark("Write it as a file, at any size"),
        lambda w: w.ask_export(),
    ),
    Command(
        "reload", FILE, mark("Reload"), ("F5",), mark("Read the file again"), lambda w: w.opening.reload()
    ),
    Command(
        "close",
        FILE,
        mark("Close window"),
        ("Ctrl+W",),
        mark("Close this window"),
        lambda w: w.close(),
        picture=False,
    ),
    Command(
        "quit",
        FILE,
        mark("Quit"),
        ("Ctrl+Q",),
        mark("Close every window"),
        lambda _w: QApplication.closeAllWindows(),
        picture=False,
    ),
    Command(
        "closer",
        VIEW,
        mark("Zoom in"),
        ("+", "="),
        mark("Closer, at the cursor"),
        lambda w: w.canvas.zoom_by(STEP),
    ),
    Command(
        "farther",
        VIEW,
        mark("Zoom out"),
        ("-",),
        mark("Farther, at the cursor"),
        lambda w: w.canvas.zoom_by(1 / STEP),
    ),
    Command(
        "fit", VIEW, mark("Fit"), ("0", "Ctrl+0"), mark("Show the whole picture"), lambda w: w.canvas.fit()
    ),
    Command("actual", VIEW, mark("Pixel for pixel"), ("1", "Ctrl+1"), "1:1", lambda w: w.canvas.zoom_to(1.0)),
    Command(
        "left",
        KEYBOARD,
        mark("Pan left; at fit, previous"),
        ("Left",),
        mark("When zoomed in, look left"),
        lambda w: w.arrow(-1, 0),
    ),
    Command(
        "right",
        KEYBOARD,
        mark("Pan right; at fit, next"),
        ("Right",),
        mark("When zoomed in, look right"),
        lambda w: w.arrow(1, 0),
    ),
    Command(
        "up", KEYBOARD, mark("Pan up"), ("Up",), mark("When zoomed in, look up"), lambda w: w.arrow(0, -1)
    ),
    Command(
        "down",
        KEYBOARD,
        mark("Pan down"),
        ("Down",),
        mark("When zoomed in, look down"),
        lambda w: w.arrow(0, 1),
    ),
    Command(
        "fullscreen",
        VIEW,
        mark("Full screen"),
        ("F11", "Alt+Return"),
        mark("Nothing but the picture; Esc leaves"),
        lambda w: w.toggle_fullscreen(),
        picture=False,
    ),
    Command(
        "grid",
        VIEW,
        mark("Pixel grid"),
        ("G",),
        mark("Where the picture's own pixels begin and end, from ×8 on"),
        lambda w: w.insight.toggle_grid(),
        on=lambda w: w.insight.grid,
    ),
    Command(
        "navigator",
        VIEW,
        mark("Navigator"),
        ("O",),
        mark("The whole picture, small, with the view's place in it; while zoomed in"),
        lambda w: w.insight.navigator.toggle(),
        on=lambda w: w.insight.navigator.wanted,
    ),
    Command(
        "trust",
        VIEW,
        mark("Trust overlay"),
        ("U",),
        mark("A veil over what is to be doubted: a heuristic, in one of two kinds"),
        lambda w: w.insight.toggle_trust(),
        on=lambda w: w.insight.trust.on,
    ),
    Command(
        "trust-spread",
        TRUST,
        mark("Spread of the predictions"),
        (),
        mark("How far the predictions of the four latents around a place lie apart"),
        lambda w: w.insight.choose_trust(UncertaintyKind.SPREAD),
        on=lambda w: w.insight.trust.kind is UncertaintyKind.SPREAD,
    ),
    Command(
        "trust-source",
        TRUST,
        mark("Difference from the source"),
        (),
        mark("How far the picture, decoded and reduced again, is from its source"),
        lambda w: w.insight.choose_trust(UncertaintyKind.SOURCE),
        on=lambda w: w.insight.trust.kind is UncertaintyKind.SOURCE,
    ),
    Command(
        "inspector",
        VIEW,
        mark("Inspector"),
        ("I",),
        mark("What lies under the cursor, what is known of the picture, and curves of both"),
        lambda w: w.docks.toggle("inspector"),
        on=lambda _w: False,
    ),
    Command(
        "line",
        VIEW,
        mark("Draw a profile line"),
        (),
        mark("Then drag across an edge; the inspector shows the way across it"),
        lambda w: w.insight.draw_line(),
    ),
    Command(
        "cell",
        VIEW,
        mark("Matching cell"),
        (),
        mark("Ask again for just what each screen pixel covers: the inspector's knob back to ×1"),
        lambda w: w.canvas.ask_for(1.0),
    ),
    Command(
        "exact",
        VIEW,
        mark("Exact at rest"),
        (),
        mark(
            "Finish a view that rests by the model itself, also where what stands in for it is close already"
        ),
        lambda w: w.toggle_exact(),
        picture=False,
        on=lambda w: w.settings.exact_at_rest,
    ),
    Command(
        "hud",
        VIEW,
        mark("Frame times"),
        ("F12",),
        mark("How long frames take, and what the engine is at"),
        lambda w: w.toggle_hud(),
        picture=False,
        on=lambda _w: False,
    ),
    Command(
        "training",
        VIEW,
        mark("Training"),
        ("Ctrl+T",),
        mark("Train a model on pictures of yours; and back to the picture"),
        lambda w: w.training.toggle(),
        picture=False,
    ),
    Command(
        "select",
        VIEW,
        mark("Select a region"),
        ("C",),
        mark("Then drag over it; Esc drops it"),
        lambda w: w.selection.choose(),
    ),
    Command(
        "zoom-selection",
        VIEW,
        mark("Zoom to the selection"),
        ("Z",),
        mark("All of what is selected, as large as it can be"),
        lambda w: w.zoom_to_selection(),
    ),
    _grow("wider", mark("Selection: wider"), "Shift+Right", 1, 0),
    _grow("narrower", mark("Selection: narrower"), "Shift+Left", -1, 0),
    _grow("taller", mark("Selection: taller"), "Shift+Down", 0, 1),
    _grow("shorter", mark("Selection: shorter"), "Shift+Up", 0, -1),
    _turn(
        "turn-right",
        mark("Turn right"),
        "R",
        mark("Clockwise; the file stays as it is"),
        orientation.RIGHT,
    ),
    _turn(
        "turn-left",
        mark("Turn left"),
        "Shift+R",
        mark("Counterclockwise; the file stays as it is"),
        orientation.LEFT,
    ),
    _turn(
        "mirror",
        mark("Flip left and right"),
        "H",
        mark("The file stays as it is"),
        orientation.MIRRORED,
    ),
    _turn(
        "upend",
        mark("Flip top and bottom"),
        "V",
        mark("The file stays as it is"),
        orientation.UPSIDE_DOWN,
    ),
    *(_percent(digit) for digit in range(2, 10)),
    Command(
        "flip",
        COMPARE,
        mark("Flip to the reference"),
        ("T",),
        mark("The reference in the model's place, and back; held, Shift does it for a moment"),
        lambda w: w.compare.toggle(Mode.FLIP),
        on=lambda _w: False,
    ),
    Command(
        "wipe",
        COMPARE,
        mark("Wipe"),
        ("W",),
        mark("The reference to the left of a divider, the model to its right"),
        lambda w: w.compare.toggle(Mode.WIPE),
        on=lambda _w: False,
    ),
    Command(
        "beside",
        COMPARE,
        mark("Side by side"),
        ("S",),
        mark("The same part of the picture in panes, each by something else"),
        lambda w: w.compare.toggle(Mode.BESIDE),
        on=lambda _w: False,
    ),
    Command(
        "pane",
        COMPARE,
        mark("Another pane"),
        ("Shift+S",),
        mark("One more side by side; after four, two again"),
        lambda w: w.compare.add_pane(),
    ),
    Command(
        "difference",
        COMPARE,
        mark("Difference"),
        ("D",),
        mark("How far the model is from the reference: black where they are the same"),
        lambda w: w.compare.toggle(Mode.DIFFERENCE),
        on=lambda _w: False,
    ),
    Command(
        "amplify",
        COMPARE,
        mark("Larger difference"),
        (".",),
        mark("Multiply the difference by twice as much"),
        lambda w: w.compare.amplify(1),
    ),
    Command(
        "attenuate",
        COMPARE,
        mark("Smaller difference"),
        (",",),
        mark("Multiply the difference by half as much"),
        lambda w: w.compare.amplify(-1),
    ),
    Command(
        "reference-next",
        COMPARE,
        mark("Next reference"),
        ("B",),
        mark("Compare with the next: pixels, bilinear, bicubic, Lanczos, another model"),
        lambda w: w.compare.step(1),
    ),
    Command(
        "reference-previous",
        COMPARE,
        mark("Previous reference"),
        ("Shift+B",),
        mark("Compare with the one before"),
        lambda w: w.compare.step(-1),
    ),
    Command(
        "fidelity",
        COMPARE,
        mark("Fidelity slider"),
        ("F",),
        mark("Mix the model's picture with bicubic, as much as you like"),
        lambda w: w.compare.toggle_fidelity(),
        on=lambda _w: False,
    ),
    Command(
        "previous",
        GO,
        mark("Previous"),
        ("PgUp", "Alt+Left"),
        mark("The picture before, in the folder"),
        lambda w: w.opening.go(-1),
    ),
    Command(
        "next",
        GO,
        mark("Next"),
        ("PgDown", "Alt+Right"),
        mark("The picture after, in the folder"),
        lambda w: w.opening.go(1),
    ),
    Command(
        "first",
        GO,
        mark("First"),
        ("Home",),
        mark("The folder's first picture"),
        lambda w: w.opening.go_to_end(0),
    ),
    Command(
        "last",
        GO,
        mark("Last"),
        ("End",),
        mark("The folder's last picture"),
        lambda w: w.opening.go_to_end(-1),
    ),
    Command(
        "keep-view",
        GO,
        mark("Keep the view"),
        (),
        mark("Show the next picture as close, and at the same place, as this one, instead of all of it"),
        lambda w: w.toggle_keep_view(),
        picture=False,
        on=lambda _w: settings.read().keep_view,
    ),
    Command(
        "bookmark",
        GO,
        mark("Bookmark this view"),
        ("Ctrl+D",),
        mark("Keep where you look, to come back"),
        lambda w: w.bookmarks.add(),
    ),
    Command(
        "bookmarks",
        GO,
        mark("Bookmarks"),
        ("Ctrl+B",),
        mark("The views that were kept, beside the picture"),
        lambda w: w.bookmarks.toggle(),
        picture=False,
        on=lambda _w: False,
    ),
    Command(
        "settings",
        EDIT,
        mark("Settings…"),
        ("Ctrl+,",),
        mark("How the window behaves and looks, what the engine may use, the keys"),
        lambda w: w.show_settings(),
        picture=False,
    ),
    Command(
        "models",
        MODEL,
        mark("Models…"),
        ("M",),
        mark("What each model is, how quick and how good, and how to get more"),
        lambda w: w.show_models(),
        picture=False,
    ),
    Command(
        "open-model",
        MODEL,
        mark("Open model file…"),
        (),
        mark("Decode with a model of a file, where it is"),
        lambda w: w.decoder.choose_file(),
        picture=False,
    ),
    Command(
        "keys", HELP, mark("Keys"), ("?", "F1"), mark("This table"), lambda w: w.show_keys(), picture=False
    ),
    Command(
        "escape",
        KEYBOARD,
        mark("Stop comparing, leave full screen, dismiss"),
        ("Esc",),
        mark("Stop comparing; else leave full screen; else dismiss the message"),
        lambda w: w.escape(),
        picture=False,
    ),
)

HANDS: tuple[tuple[str, str], ...] = (
    (mark("Wheel"), mark("Zoom at the cursor")),
    (mark("Drag"), mark("Pan; let go in motion, and it glides on")),
    (mark("Double click"), mark("Fit or 1:1")),
    (mark("Two fingers"), mark("Pan")),
    (mark("Pinch, Ctrl+wheel"), mark("Zoom")),
    (mark("Shift+wheel"), mark("Pan sideways")),
    (mark("Alt+wheel"), mark("Pan up and down")),
    (mark("Ctrl+drag"), mark("Take the view along as a PNG; at fit any drag does")),
    (mark("Hold Shift"), mark("Show the reference")),
    (mark("Drop"), mark("Open files or folders")),
)
"""What hands do on the canvas (viewer/canvas/gestures.py), for the sheet of keys."""


def made(window: "MainWindow") -> dict[str, QAction]:
    """An action for every command, by id; the window's own, so that its keys (viewer/commands/bindings.py) work there."""
    actions = {}
    for command in COMMANDS:
        action = QAction(tr(command.text), window)
        if command.on is not None:
            action.setCheckable(True)
            action.setChecked(command.on(window))
        action.triggered.connect(lambda _checked=False, call=command.call: call(window))
        window.addAction(action)
        actions[command.id] = action
    return actions
