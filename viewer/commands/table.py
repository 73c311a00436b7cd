"""The table of commands: menus, keys, tooltips and the help sheet are made from it. No Qt.

What a command does is in viewer/app/handlers.py, by the command's id.
"""

from dataclasses import dataclass

from engine.base.messages import mark

FILE, RECENT, EDIT, VIEW, PERCENT, ROTATE = (
    mark("File"),
    mark("Open recent"),
    mark("Edit"),
    mark("View"),
    mark("Zoom to"),
    mark("Turn"),
)
UNCERTAINTY, COMPARE, GO, MODEL, HELP = (
    mark("Kind of trust overlay"),
    mark("Compare"),
    mark("Go"),
    mark("Model"),
    mark("Help"),
)
KEYBOARD = mark("Keyboard")
"""Group of the commands that are in no menu."""


@dataclass(frozen=True)
class Command:
    """A row of the table.

    menu: the menu that has the command, or KEYBOARD. picture: whether the command needs an open picture.
    checked: state of a checkable command at the start; None where a command is not checkable.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...]
    tip: str
    picture: bool = True
    checked: bool | None = None


def _zoom(percent: int) -> Command:
    tip = mark("The picture at this size, in pixels of the screen")
    return Command(f"percent-{percent // 100}", PERCENT, f"{percent} %", (str(percent // 100),), tip)


def _resize(id: str, text: str, key: str) -> Command:
    tip = mark("Moves its right or its lower edge; the arrows alone move all of it")
    return Command(id, KEYBOARD, text, (key,), tip)


# fmt: off
COMMANDS: tuple[Command, ...] = (
    Command("open", FILE, mark("Open…"), ("Ctrl+O",), mark("Open pictures"), picture=False),
    Command("clear-recent", RECENT, mark("Clear the list"), (),
            mark("Forget which files were open"), picture=False),
    Command("new-window", FILE, mark("New window"), ("Ctrl+N",),
            mark("Another window, for another picture"), picture=False),
    Command("demo", FILE, mark("Demo"), (), mark("A picture that Unpixel draws itself"), picture=False),
    Command("paste", EDIT, mark("Paste"), ("Ctrl+V",), mark("Open what was copied"), picture=False),
    Command("copy", EDIT, mark("Copy the view"), ("Ctrl+C",),
            mark("What is seen of the picture, or of the selection, in the screen's pixels")),
    Command("copy-source", EDIT, mark("Copy the source"), ("Ctrl+Shift+C",),
            mark("The same part in the picture's own pixels")),
    Command("export", FILE, mark("Export…"), ("Ctrl+S",), mark("Write it as a file, at any size")),
    Command("reload", FILE, mark("Reload"), ("F5",), mark("Read the file again")),
    Command("close", FILE, mark("Close window"), ("Ctrl+W",), mark("Close this window"), picture=False),
    Command("quit", FILE, mark("Quit"), ("Ctrl+Q",), mark("Close every window"), picture=False),
    Command("closer", VIEW, mark("Zoom in"), ("+", "="), mark("Closer, at the cursor")),
    Command("farther", VIEW, mark("Zoom out"), ("-",), mark("Farther, at the cursor")),
    Command("fit", VIEW, mark("Fit"), ("0", "Ctrl+0"), mark("Show the whole picture")),
    Command("actual", VIEW, mark("Pixel for pixel"), ("1", "Ctrl+1"), "1:1"),
    Command("left", KEYBOARD, mark("Pan left; at fit, previous"), ("Left",),
            mark("When zoomed in, look left")),
    Command("right", KEYBOARD, mark("Pan right; at fit, next"), ("Right",),
            mark("When zoomed in, look right")),
    Command("up", KEYBOARD, mark("Pan up"), ("Up",), mark("When zoomed in, look up")),
    Command("down", KEYBOARD, mark("Pan down"), ("Down",), mark("When zoomed in, look down")),
    Command("fullscreen", VIEW, mark("Full screen"), ("F11", "Alt+Return"),
            mark("Nothing but the picture; Esc leaves"), picture=False),
    Command("grid", VIEW, mark("Pixel grid"), ("G",),
            mark("Where the picture's own pixels begin and end, from ×8 on"), checked=False),
    Command("navigator", VIEW, mark("Navigator"), ("O",),
            mark("The whole picture, small, with the view's place in it; while zoomed in"), checked=False),
    Command("trust", VIEW, mark("Trust overlay"), ("U",),
            mark("A veil over what is to be doubted: a heuristic, in one of two kinds"), checked=False),
    Command("trust-spread", UNCERTAINTY, mark("Spread of the predictions"), (),
            mark("How far the predictions of the four latents around a place lie apart"), checked=True),
    Command("trust-source", UNCERTAINTY, mark("Difference from the source"), (),
            mark("How far the picture, decoded and reduced again, is from its source"), checked=False),
    Command("inspector", VIEW, mark("Inspector"), ("I",),
            mark("What lies under the cursor, what is known of the picture, and curves of both"), checked=False),
    Command("line", VIEW, mark("Draw a profile line"), (),
            mark("Then drag across an edge; the inspector shows the way across it")),
    Command("cell", VIEW, mark("Matching cell"), (),
            mark("Ask again for just what each screen pixel covers: the inspector's knob back to ×1")),
    Command("exact", VIEW, mark("Exact at rest"), (),
            mark("Finish a view that rests by the model itself, also where what stands in for it is close already"),
            picture=False, checked=True),
    Command("hud", VIEW, mark("Frame times"), ("F12",),
            mark("How long frames take, and what the engine is at"), picture=False, checked=False),
    Command("training", VIEW, mark("Training"), ("Ctrl+T",),
            mark("Train a model on pictures of yours; and back to the picture"), picture=False),
    Command("select", VIEW, mark("Select a region"), ("C",), mark("Then drag over it; Esc drops it")),
    Command("zoom-selection", VIEW, mark("Zoom to the selection"), ("Z",),
            mark("All of what is selected, as large as it can be")),
    _resize("wider", mark("Selection: wider"), "Shift+Right"),
    _resize("narrower", mark("Selection: narrower"), "Shift+Left"),
    _resize("taller", mark("Selection: taller"), "Shift+Down"),
    _resize("shorter", mark("Selection: shorter"), "Shift+Up"),
    Command("turn-right", ROTATE, mark("Turn right"), ("R",), mark("Clockwise; the file stays as it is")),
    Command("turn-left", ROTATE, mark("Turn left"), ("Shift+R",),
            mark("Counterclockwise; the file stays as it is")),
    Command("mirror", ROTATE, mark("Flip left and right"), ("H",), mark("The file stays as it is")),
    Command("upend", ROTATE, mark("Flip top and bottom"), ("V",), mark("The file stays as it is")),
    *(_zoom(percent) for percent in range(200, 1000, 100)),
    Command("flip", COMPARE, mark("Flip to the reference"), ("T",),
            mark("The reference in the model's place, and back; held, Shift does it for a moment"), checked=False),
    Command("wipe", COMPARE, mark("Wipe"), ("W",),
            mark("The reference to the left of a divider, the model to its right"), checked=False),
    Command("beside", COMPARE, mark("Side by side"), ("S",),
            mark("The same part of the picture in panes, each by something else"), checked=False),
    Command("pane", COMPARE, mark("Another pane"), ("Shift+S",),
            mark("One more side by side; after four, two again")),
    Command("difference", COMPARE, mark("Difference"), ("D",),
            mark("How far the model is from the reference: black where they are the same"), checked=False),
    Command("amplify", COMPARE, mark("Larger difference"), (".",),
            mark("Multiply the difference by twice as much")),
    Command("attenuate", COMPARE, mark("Smaller difference"), (",",),
            mark("Multiply the difference by half as much")),
    Command("reference-next", COMPARE, mark("Next reference"), ("B",),
            mark("Compare with the next: pixels, bilinear, bicubic, Lanczos, another model")),
    Command("reference-previous", COMPARE, mark("Previous reference"), ("Shift+B",),
            mark("Compare with the one before")),
    Command("fidelity", COMPARE, mark("Fidelity slider"), ("F",),
            mark("Mix the model's picture with bicubic, as much as you like"), checked=False),
    Command("previous", GO, mark("Previous"), ("PgUp", "Alt+Left"),
            mark("The picture before, in the folder")),
    Command("next", GO, mark("Next"), ("PgDown", "Alt+Right"), mark("The picture after, in the folder")),
    Command("first", GO, mark("First"), ("Home",), mark("The folder's first picture")),
    Command("last", GO, mark("Last"), ("End",), mark("The folder's last picture")),
    Command("keep-view", GO, mark("Keep the view"), (),
            mark("Show the next picture as close, and at the same place, as this one, instead of all of it"),
            picture=False, checked=False),
    Command("bookmark", GO, mark("Bookmark this view"), ("Ctrl+D",),
            mark("Keep where you look, to come back")),
    Command("bookmarks", GO, mark("Bookmarks"), ("Ctrl+B",),
            mark("The views that were kept, beside the picture"), picture=False, checked=False),
    Command("settings", EDIT, mark("Settings…"), ("Ctrl+,",),
            mark("How the window behaves and looks, what the engine may use, the keys"), picture=False),
    Command("models", MODEL, mark("Models…"), ("M",),
            mark("What each model is, how quick and how good, and how to get more"), picture=False),
    Command("open-model", MODEL, mark("Open model file…"), (),
            mark("Decode with a model of a file, where it is"), picture=False),
    Command("keys", HELP, mark("Keys"), ("?", "F1"), mark("This table"), picture=False),
    Command("escape", KEYBOARD, mark("Stop comparing, leave full screen, dismiss"), ("Esc",),
            mark("Stop comparing; else leave full screen; else dismiss the message"), picture=False),
)
# fmt: on

POINTER_INPUT: tuple[tuple[str, str], ...] = (
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
"""Mouse and trackpad gestures on the canvas (viewer/canvas/pointer_input.py) and what they do, for the help sheet."""
