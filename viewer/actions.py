"""Every command, once: the menus, the keys, the tooltips and the sheet of keys are made from this table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from viewer import recent, settings
from viewer.canvas import STEP

if TYPE_CHECKING:
    from viewer.main_window import MainWindow

FILE, RECENT, EDIT, VIEW, PERCENT, GO = "File", "Open recent", "Edit", "View", "Zoom to", "Go"
MODEL, HELP = "Model", "Help"
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
        "copy", EDIT, "Copy the view", ("Ctrl+C",), "Copy what the window shows", lambda w: w.copy_view()
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
    *(_percent(digit) for digit in range(2, 10)),
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
        lambda w: w.choose_model(),
        picture=False,
    ),
    Command("keys", HELP, "Keys", ("?", "F1"), "This table", lambda w: w.show_keys(), picture=False),
    Command(
        "escape",
        KEYBOARD,
        "Leave full screen, dismiss",
        ("Esc",),
        "Leave full screen; dismiss",
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
