"""Every command, once: the menus, the keys, the tooltips and the sheet of keys are made from this table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from viewer.canvas import STEP
from viewer.compare.comparison import Mode

if TYPE_CHECKING:
    from viewer.main_window import MainWindow

FILE, VIEW, PERCENT, COMPARE, GO, HELP = "File", "View", "Zoom to", "Compare", "Go", "Help"
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


COMMANDS: tuple[Command, ...] = (
    Command("open", FILE, "Open…", ("Ctrl+O",), "Open a picture", lambda w: w.choose_file(), picture=False),
    Command(
        "demo",
        FILE,
        "Demo",
        (),
        "A picture that Unpixel draws itself",
        lambda w: w.opening.open_demo(),
        picture=False,
    ),
    Command("paste", FILE, "Paste", ("Ctrl+V",), "Open what was copied", lambda w: w.paste(), picture=False),
    Command(
        "copy", FILE, "Copy the view", ("Ctrl+C",), "Copy what the window shows", lambda w: w.copy_view()
    ),
    Command(
        "export", FILE, "Export…", ("Ctrl+S",), "Write it as a file, at any size", lambda w: w.ask_export()
    ),
    Command("reload", FILE, "Reload", ("F5",), "Read the file again", lambda w: w.opening.reload()),
    Command("quit", FILE, "Quit", ("Ctrl+Q",), "Close Unpixel", lambda w: w.close(), picture=False),
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
        "exact",
        VIEW,
        "Exact at rest",
        (),
        "Finish a view that rests by the model itself, also where what stands in for it is close already",
        lambda w: w.toggle_exact(),
        picture=False,
        on=lambda w: w.exact,
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
    ("Drag", "Pan"),
    ("Double click", "Fit or 1:1"),
    ("Two fingers", "Pan"),
    ("Pinch, Ctrl+wheel", "Zoom"),
    ("Shift+wheel", "Pan sideways"),
    ("Hold Shift", "Show the reference"),
    ("Drop", "Open a file or folder"),
)
"""What hands do on the canvas (viewer/gestures.py), for the sheet of keys."""


def made(window: "MainWindow") -> dict[str, QAction]:
    """An action for every command, by id; the window's own, so that its keys work there."""
    actions = {}
    for command in COMMANDS:
        action = QAction(command.text, window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setToolTip(command.tip)
        action.setStatusTip("")
        if command.on is not None:
            action.setCheckable(True)
            action.setChecked(command.on(window))
        action.triggered.connect(lambda _checked=False, call=command.call: call(window))
        window.addAction(action)
        actions[command.id] = action
    return actions
