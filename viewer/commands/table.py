"""The table of commands: menus, keys, tooltips and the help sheet are made from it. No Qt.

What a command does is in viewer/app/handlers.py, by the command's id.
"""

from dataclasses import dataclass

from engine.base.messages import mark

FILE, RECENT, OPEN_WITH, COPY_TO, MOVE_TO, EDIT, VIEW, FIT, PERCENT, ROTATE = (
    mark("File"),
    mark("Open recent"),
    mark("Open with"),
    mark("Copy to"),
    mark("Move to"),
    mark("Edit"),
    mark("View"),
    mark("Fitting"),
    mark("Zoom to"),
    mark("Rotate"),
)
BACKGROUND, WINDOW = mark("Background"), mark("Window")
UNCERTAINTY, COMPARE, GO, MODEL, HELP = (
    mark("Type of uncertainty overlay"),
    mark("Compare"),
    mark("Go"),
    mark("Model"),
    mark("Help"),
)
SORT = mark("Sort by")
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
    tip = mark("Zoom to this scale, in screen pixels per pixel of the picture")
    return Command(f"percent-{percent // 100}", PERCENT, f"{percent} %", (str(percent // 100),), tip)


def _resize(id: str, text: str, key: str) -> Command:
    tip = mark("Move the right or lower edge; the arrow keys alone move the selection")
    return Command(id, KEYBOARD, text, (key,), tip)


# fmt: off
COMMANDS: tuple[Command, ...] = (
    Command("open", FILE, mark("Open…"), ("Ctrl+O",), mark("Open pictures"), picture=False),
    Command("open-folder", FILE, mark("Open folder…"), ("Ctrl+Shift+O",), mark("Open the pictures of a folder"),
            picture=False),
    Command("clear-recent", RECENT, mark("Clear list"), (),
            mark("Clear the list of recent files"), picture=False),
    Command("new-window", FILE, mark("New window"), ("Ctrl+N",),
            mark("Open another window"), picture=False),
    Command("demo", FILE, mark("Demo photograph"), (),
            mark("Open a photograph of dandelions by Clemens Engelhardt (public domain, CC0)"), picture=False),
    Command("demo-drawn", FILE, mark("Drawn demo picture"), (), mark("Open a picture drawn by Unpixel"),
            picture=False),
    Command("open-with-other", OPEN_WITH, mark("Other program…"), (), mark("Choose the program that opens the file")),
    Command("show-folder", FILE, mark("Show in folder"), ("Ctrl+Shift+E",), mark("Show the file in the file manager")),
    Command("rename", FILE, mark("Rename…"), ("F2",), mark("Give the file another name")),
    Command("copy-to", COPY_TO, mark("Copy to folder…"), ("F8",), mark("Copy the file into a folder")),
    Command("move-to", MOVE_TO, mark("Move to folder…"), ("F7",), mark("Move the file into a folder")),
    Command("trash", FILE, mark("Move to trash"), ("Del",), mark("Move the file to the trash; Ctrl+Z brings it back")),
    Command("properties", FILE, mark("Properties"), ("Ctrl+I",), mark("Show the file's name, size, dates and format")),
    Command("undo", EDIT, mark("Undo"), ("Ctrl+Z",),
            mark("Bring back the file that was moved or renamed last"), picture=False),
    Command("paste", EDIT, mark("Paste"), ("Ctrl+V",),
            mark("Open the picture or files in the clipboard"), picture=False),
    Command("copy", EDIT, mark("Copy view"), ("Ctrl+C",),
            mark("Copy the visible part of the picture or selection, as displayed")),
    Command("copy-source", EDIT, mark("Copy source pixels"), ("Ctrl+Shift+C",),
            mark("Copy the same part in the picture's original pixels")),
    Command("copy-path", EDIT, mark("Copy path"), ("Ctrl+Alt+C",), mark("Copy the file's name with its folder")),
    Command("export", FILE, mark("Export…"), ("Ctrl+S",), mark("Save the picture as a file of any size")),
    Command("export-folder", FILE, mark("Export folder…"), ("Ctrl+Shift+S",),
            mark("Export many pictures into a folder"), picture=False),
    Command("export-film", FILE, mark("Export film…"), (),
            mark("Zoom through views of the picture as a video")),
    Command("exports", FILE, mark("Exports"), ("Ctrl+J",), mark("Show the list of exports"),
            picture=False, checked=False),
    Command("print", FILE, mark("Print…"), ("Ctrl+P",), mark("Print the picture, decoded at the printer's resolution")),
    Command("wallpaper", FILE, mark("Set as wallpaper"), (),
            mark("Decode what is seen at the screen's resolution, and make it the wallpaper")),
    Command("reload", FILE, mark("Reload"), ("F5",), mark("Read the file from disk again")),
    Command("close", FILE, mark("Close window"), ("Ctrl+W",), mark("Close this window"), picture=False),
    Command("quit", FILE, mark("Quit"), ("Ctrl+Q",), mark("Close all windows"), picture=False),
    Command("zoom-in", VIEW, mark("Zoom in"), ("+", "="), mark("Zoom in at the cursor")),
    Command("zoom-out", VIEW, mark("Zoom out"), ("-",), mark("Zoom out at the cursor")),
    Command("fit", VIEW, mark("Fit to window"), ("0", "Ctrl+0"), mark("Fit the picture as chosen under Fitting")),
    Command("fit-whole", FIT, mark("Whole picture"), (),
            mark("Show the whole picture, enlarged if it is smaller than the window"), picture=False, checked=True),
    Command("fit-larger", FIT, mark("Whole picture, never enlarged"), (),
            mark("Reduce larger pictures to the window, show others at 1:1"), picture=False, checked=False),
    Command("fit-width", FIT, mark("Width"), (),
            mark("Show the full width; taller pictures begin at their top"), picture=False, checked=False),
    Command("fit-fill", FIT, mark("Fill the window"), (),
            mark("Leave no part of the window empty"), picture=False, checked=False),
    Command("keep-view", VIEW, mark("Lock zoom"), ("K",),
            mark("Show other pictures at the same zoom and position"), picture=False, checked=False),
    Command("actual", VIEW, mark("Actual size (1:1)"), ("1", "Ctrl+1"), "1:1"),
    Command("left", KEYBOARD, mark("Pan left; previous picture at fit"), ("Left",),
            mark("Pan left when zoomed in")),
    Command("right", KEYBOARD, mark("Pan right; next picture at fit"), ("Right",),
            mark("Pan right when zoomed in")),
    Command("up", KEYBOARD, mark("Pan up"), ("Up",), mark("Pan up when zoomed in")),
    Command("down", KEYBOARD, mark("Pan down"), ("Down",), mark("Pan down when zoomed in")),
    Command("fullscreen", VIEW, mark("Full screen"), ("F11", "Alt+Return"),
            mark("Show only the picture; Esc exits"), picture=False),
    Command("bare", WINDOW, mark("Hide everything"), ("Tab",),
            mark("Hide menus, panels and the status line; on a panel, Tab moves the focus, on the picture Shift+Tab"),
            checked=False),
    Command("on-top", WINDOW, mark("Always on top"), (),
            mark("Keep this window above the others"), picture=False, checked=False),
    Command("frameless", WINDOW, mark("Without a frame"), (),
            mark("Hide the title bar and the borders; drag the empty part of the menu bar to move the window"),
            picture=False, checked=False),
    Command("background-theme", BACKGROUND, mark("As the theme"), (),
            mark("The theme's colour around the picture, a checkerboard behind transparent parts"),
            picture=False, checked=True),
    Command("background-black", BACKGROUND, mark("Black"), (),
            mark("Black around the picture and behind transparent parts"), picture=False, checked=False),
    Command("background-white", BACKGROUND, mark("White"), (),
            mark("White around the picture and behind transparent parts"), picture=False, checked=False),
    Command("background-checkerboard", BACKGROUND, mark("Checkerboard"), (),
            mark("A checkerboard around the picture, too"), picture=False, checked=False),
    Command("background-own", BACKGROUND, mark("Own colour…"), (),
            mark("Choose a colour for around the picture and behind transparent parts"),
            picture=False, checked=False),
    Command("grid", VIEW, mark("Pixel grid"), ("G",),
            mark("Show the borders of the source pixels, from ×8 on"), checked=False),
    Command("lens", VIEW, mark("Lens"), ("L",), mark("Show what is under the cursor four times as large"),
            checked=False),
    Command("navigator", VIEW, mark("Navigator"), ("O",),
            mark("Show a thumbnail with the visible area when zoomed in"), checked=False),
    Command("uncertainty", VIEW, mark("Uncertainty overlay"), ("U",),
            mark("Show a heat map of where the model is uncertain (heuristic)"), checked=False),
    Command("uncertainty-spread", UNCERTAINTY, mark("Spread of predictions"), (),
            mark("Show how far the predictions of the four nearest latents differ"), checked=True),
    Command("uncertainty-source", UNCERTAINTY, mark("Difference from source"), (),
            mark("Show how far the decoded picture, downscaled again, differs from its source"), checked=False),
    Command("inspector", VIEW, mark("Inspector"), ("I",),
            mark("Show pixel values, file information and plots"), checked=False),
    Command("line", VIEW, mark("Line profile"), (),
            mark("Drag across an edge to plot its luminance in the inspector")),
    Command("cell", VIEW, mark("Reset cell size"), (),
            mark("Set the inspector's cell size back to ×1, one screen pixel")),
    Command("exact", VIEW, mark("Exact at rest"), (),
            mark("Decode a resting view exactly, even where an approximation looks the same"),
            picture=False, checked=False),
    Command("hud", VIEW, mark("Frame times"), ("F12",),
            mark("Show frame times and the state of the engine"), picture=False, checked=False),
    Command("training", VIEW, mark("Training"), ("Ctrl+T",),
            mark("Train a model on your pictures"), picture=False),
    Command("select", VIEW, mark("Select region"), ("C",), mark("Drag to select a region; Esc clears it")),
    Command("zoom-selection", VIEW, mark("Zoom to selection"), ("Z",),
            mark("Show the selection as large as possible")),
    _resize("wider", mark("Selection: wider"), "Shift+Right"),
    _resize("narrower", mark("Selection: narrower"), "Shift+Left"),
    _resize("taller", mark("Selection: taller"), "Shift+Down"),
    _resize("shorter", mark("Selection: shorter"), "Shift+Up"),
    Command("rotate-right", ROTATE, mark("Rotate right"), ("R",), mark("Rotate clockwise; the file is not changed")),
    Command("rotate-left", ROTATE, mark("Rotate left"), ("Shift+R",),
            mark("Rotate counterclockwise; the file is not changed")),
    Command("flip-horizontal", ROTATE, mark("Flip horizontally"), ("H",), mark("The file is not changed")),
    Command("flip-vertical", ROTATE, mark("Flip vertically"), ("V",), mark("The file is not changed")),
    *(_zoom(percent) for percent in range(200, 1000, 100)),
    Command("flip", COMPARE, mark("Switch to reference"), ("T",),
            mark("Show the reference instead of the model; hold Shift for a quick look"), checked=False),
    Command("wipe", COMPARE, mark("Wipe"), ("W",),
            mark("Show the reference left of a divider and the model right of it"), checked=False),
    Command("compare-file", COMPARE, mark("Compare with file…"), ("Y",),
            mark("Compare the picture with another file; both show the same place")),
    Command("side-by-side", COMPARE, mark("Side by side"), ("S",),
            mark("Show the same part of the picture in panes, one per model or filter"), checked=False),
    Command("pane", COMPARE, mark("Add pane"), ("Shift+S",),
            mark("Add a pane; after four, return to two")),
    Command("difference", COMPARE, mark("Difference"), ("D",),
            mark("Show the difference between model and reference; black means equal"), checked=False),
    Command("amplify", COMPARE, mark("Amplify difference"), ("A",),
            mark("Double the amplification of the difference")),
    Command("attenuate", COMPARE, mark("Reduce difference"), ("Shift+A",),
            mark("Halve the amplification of the difference")),
    Command("reference-next", COMPARE, mark("Next reference"), ("B",),
            mark("Compare with the next reference: pixels, bilinear, bicubic, Lanczos or another model")),
    Command("reference-previous", COMPARE, mark("Previous reference"), ("Shift+B",),
            mark("Compare with the previous reference")),
    Command("fidelity", COMPARE, mark("Fidelity slider"), ("F",),
            mark("Mix the model's picture with bicubic"), checked=False),
    Command("previous", GO, mark("Previous"), ("PgUp", "Alt+Left"),
            mark("Previous picture in the folder")),
    Command("next", GO, mark("Next"), ("PgDown", "Alt+Right"), mark("Next picture in the folder")),
    Command("first", GO, mark("First"), ("Home",), mark("First picture in the folder")),
    Command("last", GO, mark("Last"), ("End",), mark("Last picture in the folder")),
    Command("filmstrip", GO, mark("Filmstrip"), ("N",), mark("Show the folder's pictures in a row"),
            picture=False, checked=False),
    Command("overview", GO, mark("Overview"), ("Shift+N",), mark("Show all pictures of the folder; Enter opens one"),
            picture=False),
    Command("sort-name", SORT, mark("Name"), (), mark("2 before 10"), picture=False, checked=True),
    Command("sort-date", SORT, mark("Date"), (), mark("Oldest first"), picture=False, checked=False),
    Command("sort-size", SORT, mark("Size of the file"), (), mark("Smallest first"), picture=False, checked=False),
    Command("sort-type", SORT, mark("Type"), (), mark("By the ending of the name"), picture=False, checked=False),
    Command("sort-reversed", GO, mark("Reversed order"), (), mark("From the last to the first"),
            picture=False, checked=False),
    Command("previous-page", GO, mark("Previous page or frame"), (",",),
            mark("Previous page of the file, or frame of the animation")),
    Command("next-page", GO, mark("Next page or frame"), (".",),
            mark("Next page of the file, or frame of the animation")),
    Command("play", GO, mark("Play or pause"), ("Space",), mark("Play the animation at its own speed, or pause it")),
    Command("slower", GO, mark("Play slower"), ("[",), mark("Play the animation at half the speed, down to a quarter")),
    Command("faster", GO, mark("Play faster"), ("]",), mark("Play the animation at twice the speed, up to four times")),
    Command("slideshow", GO, mark("Slideshow"), ("F9",),
            mark("Show the pictures of the folder one after the other, until a key or the mouse moves something"),
            checked=False),
    Command("bookmark", GO, mark("Add bookmark"), ("Ctrl+D",),
            mark("Bookmark the current view")),
    Command("bookmarks", GO, mark("Bookmarks"), ("Ctrl+B",),
            mark("Show the list of bookmarks"), picture=False, checked=False),
    Command("tags", EDIT, mark("All tags…"), ("Ctrl+Shift+I",),
            mark("Show EXIF, XMP and IPTC of the file, and search them")),
    Command("settings", EDIT, mark("Settings…"), ("Ctrl+,",),
            mark("Appearance, behaviour, engine and shortcuts"), picture=False),
    Command("models", MODEL, mark("Manage models…"), ("M",),
            mark("Show, compare, add and download models"), picture=False),
    Command("open-model", MODEL, mark("Open model file…"), (),
            mark("Use a model from a file without installing it"), picture=False),
    Command("manual", HELP, mark("Manual"), ("Shift+F1",), mark("How everything is done, with a search"),
            picture=False),
    Command("tour", HELP, mark("Tour"), (), mark("Six hints on the picture, one after the other")),
    Command("palette", HELP, mark("Find a command…"), ("Ctrl+Shift+P",),
            mark("Find a command by its name, and run it"), picture=False),
    Command("keys", HELP, mark("Keyboard shortcuts"), ("?", "F1"), mark("Show this list"), picture=False),
    Command("whats-new", HELP, mark("What is new"), (), mark("Show what this version changed"), picture=False),
    Command("log", HELP, mark("Log"), (), mark("Show the errors that were logged"), picture=False),
    Command("report", HELP, mark("Report a problem…"), (),
            mark("Save versions, settings and the log as a file, without pictures and their names"), picture=False),
    Command("newest-version", HELP, mark("Check for a newer version"), (),
            mark("Ask the package index; nothing is asked on its own, and nothing is installed"), picture=False),
    Command("about", HELP, mark("About Unpixel"), (), mark("Version, credits, and the licences of all parts"),
            picture=False),
    Command("escape", KEYBOARD, mark("End comparison, full screen or message"), ("Esc",),
            mark("End the comparison, else exit full screen, else dismiss the message"), picture=False),
)
# fmt: on

POINTER_INPUT: tuple[tuple[str, str], ...] = (
    (mark("Wheel"), mark("Zoom at the cursor")),
    (mark("Drag"), mark("Pan; a flick keeps gliding")),
    (mark("Double click"), mark("Fit to window or 1:1")),
    (mark("Two fingers"), mark("Pan")),
    (mark("Pinch, Ctrl+wheel"), mark("Zoom")),
    (mark("Shift+wheel"), mark("Pan sideways")),
    (mark("Alt+wheel"), mark("Pan up and down")),
    (mark("Ctrl+drag"), mark("Drag the view out as a PNG; at fit without Ctrl")),
    (mark("Hold Shift"), mark("Show the reference")),
    (mark("Drop"), mark("Open files or folders")),
)
"""Mouse and trackpad gestures on the canvas (viewer/canvas/pointer_input.py) and what they do, for the help sheet."""
