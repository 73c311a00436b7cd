"""Every command, once: the menus, the keys, the tooltips and the sheet of keys are made from this table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from engine import orientation
from engine.trust import Kind
from viewer import recent, settings
from viewer.canvas import STEP
from viewer.compare.comparison import Mode

if TYPE_CHECKING:
    from viewer.main_window import MainWindow

FILE, RECENT, EDIT, VIEW, PERCENT, TURN = "File", "Open recent", "Edit", "View", "Zoom to", "Turn"
TRUST, COMPARE, GO, MODEL, HELP = "Kind of trust overlay", "Compare", "Go", "Model", "Help"
KEYBOARD = "Keyboard"
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
    tip = f"A pixel of the picture takes {digit} by {digit} of the screen"
    return Command(
        f"percent-{digit}", PERCENT, f"{digit}00 %", (str(digit),), tip, lambda w: w.canvas.zoom_to(digit)
    )


def _grow(name: str, text: str, key: str, dx: int, dy: int) -> Command:
    tip = "Moves its right or its lower edge; the arrows alone move all of it"
    return Command(name, KEYBOARD, text, (key,), tip, lambda w: w.selection.grow(dx, dy))


def _turn(name: str, text: str, key: str, tip: str, by: int) -> Command:
    return Command(name, TURN, text, (key,), tip, lambda w: w.session.turn(by))


COMMANDS: tuple[Command, ...] = (
    Command("open", FILE, "Open…", ("Ctrl+O",), "Open pictures", lambda w: w.choose_files(), picture=False),
    Command(
        "clear-recent",
        RECENT,
        "Clear the list",
        (),
        "Forget which files were open",
        lambda _w: recent.clear(),
        picture=False,
    ),
    Command(
        "new-window",
        FILE,
        "New window",
        ("Ctrl+N",),
        "Another window, for another picture",
        lambda w: w.asked_window.emit(),
        picture=False,
    ),
    Command(
        "demo",
        FILE,
        "Demo",
        (),
        "A picture that Unpixel draws itself",
        lambda w: w.opening.open_demo(),
        picture=False,
    ),
    Command("paste", EDIT, "Paste", ("Ctrl+V",), "Open what was copied", lambda w: w.paste(), picture=False),
    Command(
        "copy",
        EDIT,
        "Copy the view",
        ("Ctrl+C",),
        "What is seen of the picture, or of the selection, in the screen's pixels",
        lambda w: w.copying.copy(),
    ),
    Command(
        "copy-source",
        EDIT,
        "Copy the source",
        ("Ctrl+Shift+C",),
        "The same part in the picture's own pixels",
        lambda w: w.copying.copy_source(),
    ),
    Command(
        "export", FILE, "Export…", ("Ctrl+S",), "Write it as a file, at any size", lambda w: w.ask_export()
    ),
    Command("reload", FILE, "Reload", ("F5",), "Read the file again", lambda w: w.opening.reload()),
    Command(
        "close", FILE, "Close window", ("Ctrl+W",), "Close this window", lambda w: w.close(), picture=False
    ),
    Command(
        "quit",
        FILE,
        "Quit",
        ("Ctrl+Q",),
        "Close every window",
        lambda _w: QApplication.closeAllWindows(),
        picture=False,
    ),
    Command("closer", VIEW, "Zoom in", ("+", "="), "Closer, at the cursor", lambda w: w.canvas.zoom_by(STEP)),
    Command(
        "farther", VIEW, "Zoom out", ("-",), "Farther, at the cursor", lambda w: w.canvas.zoom_by(1 / STEP)
    ),
    Command("fit", VIEW, "Fit", ("0", "Ctrl+0"), "Show the whole picture", lambda w: w.canvas.fit()),
    Command("actual", VIEW, "Pixel for pixel", ("1", "Ctrl+1"), "1:1", lambda w: w.canvas.zoom_to(1.0)),
    Command(
        "left",
        KEYBOARD,
        "Pan left; at fit, previous",
        ("Left",),
        "When zoomed in, look left",
        lambda w: w.arrow(-1, 0),
    ),
    Command(
        "right",
        KEYBOARD,
        "Pan right; at fit, next",
        ("Right",),
        "When zoomed in, look right",
        lambda w: w.arrow(1, 0),
    ),
    Command("up", KEYBOARD, "Pan up", ("Up",), "When zoomed in, look up", lambda w: w.arrow(0, -1)),
    Command("down", KEYBOARD, "Pan down", ("Down",), "When zoomed in, look down", lambda w: w.arrow(0, 1)),
    Command(
        "fullscreen",
        VIEW,
        "Full screen",
        ("F11", "Alt+Return"),
        "Nothing but the picture; Esc leaves",
        lambda w: w.toggle_fullscreen(),
        picture=False,
    ),
    Command(
        "grid",
        VIEW,
        "Pixel grid",
        ("G",),
        "Where the picture's own pixels begin and end, from ×8 on",
        lambda w: w.insight.toggle_grid(),
        on=lambda w: w.insight.grid,
    ),
    Command(
        "navigator",
        VIEW,
        "Navigator",
        ("O",),
        "The whole picture, small, with the view's place in it; while zoomed in",
        lambda w: w.insight.navigator.toggle(),
        on=lambda w: w.insight.navigator.wanted,
    ),
    Command(
        "trust",
        VIEW,
        "Trust overlay",
        ("U",),
        "A veil over what is to be doubted: a heuristic, in one of two kinds",
        lambda w: w.insight.toggle_trust(),
        on=lambda w: w.insight.trust.on,
    ),
    Command(
        "trust-spread",
        TRUST,
        "Spread of the predictions",
        (),
        "How far the predictions of the four latents around a place lie apart",
        lambda w: w.insight.choose_trust(Kind.SPREAD),
        on=lambda w: w.insight.trust.kind is Kind.SPREAD,
    ),
    Command(
        "trust-source",
        TRUST,
        "Difference from the source",
        (),
        "How far the picture, decoded and reduced again, is from its source",
        lambda w: w.insight.choose_trust(Kind.SOURCE),
        on=lambda w: w.insight.trust.kind is Kind.SOURCE,
    ),
    Command(
        "inspector",
        VIEW,
        "Inspector",
        ("I",),
        "What lies under the cursor, what is known of the picture, and curves of both",
        lambda w: w.docks.toggle("inspector"),
        on=lambda _w: False,
    ),
    Command(
        "line",
        VIEW,
        "Draw a profile line",
        (),
        "Then drag across an edge; the inspector shows the way across it",
        lambda w: w.insight.draw_line(),
    ),
    Command(
        "cell",
        VIEW,
        "Matching cell",
        (),
        "Ask again for just what each screen pixel covers: the inspector's knob back to ×1",
        lambda w: w.canvas.ask_for(1.0),
    ),
    Command(
        "exact",
        VIEW,
        "Exact at rest",
        (),
        "Finish a view that rests by the model itself, also where what stands in for it is close already",
        lambda w: w.toggle_exact(),
        picture=False,
        on=lambda w: w.settings.exact_at_rest,
    ),
    Command(
        "hud",
        VIEW,
        "Frame times",
        ("F12",),
        "How long frames take, and what the engine is at",
        lambda w: w.toggle_hud(),
        picture=False,
        on=lambda _w: False,
    ),
    Command(
        "training",
        VIEW,
        "Training",
        ("Ctrl+T",),
        "Train a model on pictures of yours; and back to the picture",
        lambda w: w.training.toggle(),
        picture=False,
    ),
    Command(
        "select",
        VIEW,
        "Select a region",
        ("C",),
        "Then drag over it; Esc drops it",
        lambda w: w.selection.choose(),
    ),
    Command(
        "zoom-selection",
        VIEW,
        "Zoom to the selection",
        ("Z",),
        "All of what is selected, as large as it can be",
        lambda w: w.zoom_to_selection(),
    ),
    _grow("wider", "Selection: wider", "Shift+Right", 1, 0),
    _grow("narrower", "Selection: narrower", "Shift+Left", -1, 0),
    _grow("taller", "Selection: taller", "Shift+Down", 0, 1),
    _grow("shorter", "Selection: shorter", "Shift+Up", 0, -1),
    _turn(
        "turn-right",
        "Turn right",
        "R",
        "Clockwise; the file stays as it is",
        orientation.RIGHT,
    ),
    _turn(
        "turn-left",
        "Turn left",
        "Shift+R",
        "Counterclockwise; the file stays as it is",
        orientation.LEFT,
    ),
    _turn(
        "mirror",
        "Flip left and right",
        "H",
        "The file stays as it is",
        orientation.MIRRORED,
    ),
    _turn(
        "upend",
        "Flip top and bottom",
        "V",
        "The file stays as it is",
        orientation.UPSIDE_DOWN,
    ),
    *(_percent(digit) for digit in range(2, 10)),
    Command(
        "flip",
        COMPARE,
        "Flip to the reference",
        ("T",),
        "The reference in the model's place, and back; held, Shift does it for a moment",
        lambda w: w.compare.toggle(Mode.FLIP),
        on=lambda _w: False,
    ),
    Command(
        "wipe",
        COMPARE,
        "Wipe",
        ("W",),
        "The reference to the left of a divider, the model to its right",
        lambda w: w.compare.toggle(Mode.WIPE),
        on=lambda _w: False,
    ),
    Command(
        "beside",
        COMPARE,
        "Side by side",
        ("S",),
        "The same part of the picture in panes, each by something else",
        lambda w: w.compare.toggle(Mode.BESIDE),
        on=lambda _w: False,
    ),
    Command(
        "pane",
        COMPARE,
        "Another pane",
        ("Shift+S",),
        "One more side by side; after four, two again",
        lambda w: w.compare.add_pane(),
    ),
    Command(
        "difference",
        COMPARE,
        "Difference",
        ("D",),
        "How far the model is from the reference: black where they are the same",
        lambda w: w.compare.toggle(Mode.DIFFERENCE),
        on=lambda _w: False,
    ),
    Command(
        "amplify",
        COMPARE,
        "Larger difference",
        (".",),
        "Multiply the difference by twice as much",
        lambda w: w.compare.amplify(1),
    ),
    Command(
        "attenuate",
        COMPARE,
        "Smaller difference",
        (",",),
        "Multiply the difference by half as much",
        lambda w: w.compare.amplify(-1),
    ),
    Command(
        "reference-next",
        COMPARE,
        "Next reference",
        ("B",),
        "Compare with the next: pixels, bilinear, bicubic, Lanczos, another model",
        lambda w: w.compare.step(1),
    ),
    Command(
        "reference-previous",
        COMPARE,
        "Previous reference",
        ("Shift+B",),
        "Compare with the one before",
        lambda w: w.compare.step(-1),
    ),
    Command(
        "fidelity",
        COMPARE,
        "Fidelity slider",
        ("F",),
        "Mix the model's picture with bicubic, as much as you like",
        lambda w: w.compare.toggle_fidelity(),
        on=lambda _w: False,
    ),
    Command(
        "previous",
        GO,
        "Previous",
        ("PgUp", "Alt+Left"),
        "The picture before, in the folder",
        lambda w: w.opening.go(-1),
    ),
    Command(
        "next",
        GO,
        "Next",
        ("PgDown", "Alt+Right"),
        "The picture after, in the folder",
        lambda w: w.opening.go(1),
    ),
    Command("first", GO, "First", ("Home",), "The folder's first picture", lambda w: w.opening.go_to_end(0)),
    Command("last", GO, "Last", ("End",), "The folder's last picture", lambda w: w.opening.go_to_end(-1)),
    Command(
        "keep-view",
        GO,
        "Keep the view",
        (),
        "Show the next picture as close, and at the same place, as this one, instead of all of it",
        lambda w: w.toggle_keep_view(),
        picture=False,
        on=lambda _w: settings.read().keep_view,
    ),
    Command(
        "bookmark",
        GO,
        "Bookmark this view",
        ("Ctrl+D",),
        "Keep where you look, to come back",
        lambda w: w.bookmarks.add(),
    ),
    Command(
        "bookmarks",
        GO,
        "Bookmarks",
        ("Ctrl+B",),
        "The views that were kept, beside the picture",
        lambda w: w.docks.toggle("bookmarks"),
        picture=False,
        on=lambda _w: False,
    ),
    Command(
        "settings",
        EDIT,
        "Settings…",
        ("Ctrl+,",),
        "How the window behaves and looks, what the engine may use, the keys",
        lambda w: w.show_settings(),
        picture=False,
    ),
    Command(
        "models",
        MODEL,
        "Models…",
        ("M",),
        "What each model is, how quick and how good, and how to get more",
        lambda w: w.show_models(),
        picture=False,
    ),
    Command(
        "open-model",
        MODEL,
        "Open model file…",
        (),
        "Decode with a model of a file, where it is",
        lambda w: w.decoder.choose_file(),
        picture=False,
    ),
    Command("keys", HELP, "Keys", ("?", "F1"), "This table", lambda w: w.show_keys(), picture=False),
    Command(
        "escape",
        KEYBOARD,
        "Stop comparing, leave full screen, dismiss",
        ("Esc",),
        "Stop comparing; else leave full screen; else dismiss the message",
        lambda w: w.escape(),
        picture=False,
    ),
)

HANDS: tuple[tuple[str, str], ...] = (
    ("Wheel", "Zoom at the cursor"),
    ("Drag", "Pan; let go in motion, and it glides on"),
    ("Double click", "Fit or 1:1"),
    ("Two fingers", "Pan"),
    ("Pinch, Ctrl+wheel", "Zoom"),
    ("Shift+wheel", "Pan sideways"),
    ("Alt+wheel", "Pan up and down"),
    ("Ctrl+drag", "Take the view along as a PNG; at fit any drag does"),
    ("Hold Shift", "Show the reference"),
    ("Drop", "Open files or folders"),
)
"""What hands do on the canvas (viewer/gestures.py), for the sheet of keys."""


def made(window: "MainWindow") -> dict[str, QAction]:
    """An action for every command, by id; the window's own, so that its keys (viewer/bindings.py) work there."""
    actions = {}
    for command in COMMANDS:
        action = QAction(command.text, window)
        if command.on is not None:
            action.setCheckable(True)
            action.setChecked(command.on(window))
        action.triggered.connect(lambda _checked=False, call=command.call: call(window))
        window.addAction(action)
        actions[command.id] = action
    return actions
