"""The pages General and Engine of the settings dialog: their rows and texts."""

from PySide6.QtCore import QLocale

from engine.session.events import Event, Failed, ModelReady
from engine.session.requests import Task
from viewer.base import language
from viewer.base.language import tr, translated
from viewer.base.settings import MAX_CACHE_MB, MAX_SECONDS, MAX_THREADS
from viewer.preferences.settings_page import SettingsPage, choice, note_label, number, switch


def general_page() -> SettingsPage:
    """Creates the page for the appearance and the behaviour of the window."""
    page = SettingsPage(tr("General"))
    _add_look(page)
    _add_mouse(page)
    _add_pictures(page)
    _add_lists(page)
    _add_work(page)
    return page


def _add_look(page: SettingsPage) -> None:
    page.add(
        "language",
        tr("&Language"),
        choice((("system", tr("System default")), *((code, _language(code)) for code in language.offered()))),
        tr("Applies after a restart."),
    )
    page.add(
        "theme",
        tr("&Theme"),
        choice(
            (
                ("system", tr("System default")),
                ("light", tr("Light")),
                ("dark", tr("Dark")),
                ("black", tr("Black, high contrast")),
            )
        ),
        tr("System default follows changes of the system theme at once."),
    )

    page.add(
        "title",
        tr("Title b&ar"),
        choice(
            (
                ("name", tr("Name")),
                ("position", tr("Name and position in the folder")),
                ("path", tr("Name with its folder")),
            )
        ),
        tr("What it says of the picture."),
    )
    page.add("toolbar", tr("Tool bar"), switch(tr("Show")), tr("Buttons of common commands below the menus."))
    page.add(
        "information",
        tr("Over the &picture"),
        switch(tr("Show information")),
        tr("Name, size, zoom and position in the folder."),
    )
    page.add(
        "background",
        tr("&Background"),
        choice(
            (
                ("theme", tr("As the theme")),
                ("black", tr("Black")),
                ("white", tr("White")),
                ("checkerboard", tr("Checkerboard")),
            )
        ),
        tr("Around the picture. A colour of your own: {menu}.").format(menu=tr("View ▸ Background")),
    )
    page.add(
        "screen",
        tr("Screen"),
        choice((("srgb", "sRGB"), ("display-p3", "Display P3"))),
        tr("Its colours. Another profile: {menu}.").format(menu=tr("View ▸ Colours of the screen")),
    )


def _add_mouse(page: SettingsPage) -> None:
    page.add(
        "wheel",
        tr("Mouse &wheel"),
        choice(
            (("zoom", tr("Zoom")), ("pan", tr("Pan up and down")), ("next", tr("Next or previous picture")))
        ),
        tr("Shift+wheel always pans sideways. Trackpads pan."),
    )
    page.add(
        "wheel_ctrl",
        tr("&Ctrl and wheel"),
        choice(
            (("zoom", tr("Zoom")), ("pan", tr("Pan up and down")), ("next", tr("Next or previous picture")))
        ),
        tr("The mouse wheel while Ctrl is held."),
    )
    clicks = (("fit", tr("Fit or 1:1")), ("fullscreen", tr("Full screen")), ("nothing", tr("Nothing")))
    page.add("double_click", tr("Double clic&k"), choice(clicks), tr("On the picture."))
    page.add("middle_click", tr("Middl&e button"), choice(clicks), tr("A click; a drag pans."))
    page.add(
        "zoom_steps",
        tr("&Zoom steps"),
        number(1, 16, 1, ""),
        tr("How many notches of the wheel, or keys, double the size."),
    )


def _add_pictures(page: SettingsPage) -> None:
    page.add(
        "fit",
        tr("&Fitting"),
        choice(
            (
                ("whole", tr("Whole picture")),
                ("larger", tr("Whole picture, never enlarged")),
                ("width", tr("Width")),
                ("fill", tr("Fill the window")),
            )
        ),
        tr("How pictures are shown at first, and after {key}.").format(key="0"),
    )
    page.add(
        "keep_view",
        tr("&Other pictures"),
        switch(tr("Lock zoom")),
        tr("Keeps zoom and position. Otherwise each picture is first fitted to the window."),
    )


def _add_lists(page: SettingsPage) -> None:
    page.add(
        "loop",
        tr("E&nd of the folder"),
        switch(tr("Go on with the first picture")),
        tr("And from the first picture back to the last."),
    )
    page.add(
        "subfolders",
        tr("S&ubfolders"),
        switch(tr("List their pictures, too")),
        tr("The list follows changes in the folder itself only."),
    )
    page.add(
        "thumbnail_width",
        tr("O&verview"),
        number(96, 352, 32, " px"),
        tr("Width of the thumbnails. There, Ctrl+wheel, + and − change it."),
    )
    page.add(
        "slideshow_seconds",
        tr("Sl&ideshow"),
        number(1, MAX_SECONDS, 1, tr(" s")),
        tr("How long it shows a picture."),
    )
    page.add(
        "restore_session",
        tr("&Start"),
        switch(tr("Restore the last picture")),
        tr("If no file is given, the last picture opens at its last view."),
    )
    page.add(
        "confirm_trash",
        tr("&Delete"),
        switch(tr("Ask before a file is moved to the trash")),
        tr("{key} brings the file back.").format(key="Ctrl+Z"),
    )


def _add_work(page: SettingsPage) -> None:
    page.add(
        "exact_at_rest",
        tr("At &rest"),
        switch(tr("Decode exactly")),
        tr("Otherwise a slow model's approximations remain where its own colours would look the same."),
    )
    page.add(
        "notify_exports",
        tr("E&xports"),
        switch(tr("Tell when they have ended")),
        tr("By a notification or a sound, while you work in another program."),
    )
    page.add(
        "check_versions",
        tr("Newer versions"),
        switch(tr("Ask at each start")),
        tr("Asks the package index, and tells only of a newer version. Otherwise nothing is asked."),
    )


class EnginePage(SettingsPage):
    """The engine's device, precision, threads and cache sizes. now: label with the device and precision in use."""

    def __init__(self, ready: ModelReady | None) -> None:
        super().__init__(tr("Engine"))
        self.now = note_label("")
        self.now.setAccessibleName(tr("Currently in use"))
        self.column.insertWidget(0, self.now)
        self.column.insertSpacing(1, 8)
        self._add_compute_rows()
        self._add_cache_rows()
        if ready is None:
            self.now.setText(tr("No model is loaded."))
        else:
            self.handle(ready)

    def _add_compute_rows(self) -> None:
        device = (
            ("auto", tr("Automatic")),
            ("cpu", tr("Processor (CPU)")),
            ("cuda", tr("Graphics card (CUDA)")),
        )
        self.add(
            "device",
            tr("&Device"),
            choice(device),
            tr("If the chosen device is not available, a message gives the reason."),
        )
        painter = (
            ("auto", tr("Automatic")),
            ("processor", tr("Processor (CPU)")),
            ("graphics", tr("Graphics card (OpenGL)")),
        )
        self.add(
            "painter",
            tr("Dra&wing"),
            choice(painter),
            tr("What draws the picture of the Live model. Automatic measures it once."),
        )
        precision = (
            ("auto", tr("Automatic")),
            ("fp32", tr("32 bit")),
            ("bf16", tr("16 bit (bfloat16)")),
            ("fp16", tr("16 bit (half)")),
        )
        self.add(
            "precision",
            tr("&Precision"),
            choice(precision),
            tr("32 bit matches the model to the last displayed digit."),
        )
        self.add(
            "threads",
            tr("T&hreads"),
            number(0, MAX_THREADS, 1, "", tr("Automatic")),
            tr("Automatic uses all processor cores, or all but one of four or more."),
        )

    def _add_cache_rows(self) -> None:
        for name, text, note in (
            (
                "tiles",
                tr("&Tile cache"),
                tr("Areas that were shown before appear at once."),
            ),
            (
                "codes",
                tr("&Latents"),
                tr("Encoded areas need not be encoded again for another zoom."),
            ),
            (
                "prepared",
                tr("P&repared latents"),
                tr("Latents that are ready for decoding make zooming smooth."),
            ),
            (
                "samples",
                tr("&Samples"),
                tr("Samples of slow models from ×4 on; deeper zoom levels reuse them."),
            ),
        ):
            self.add(name, text, number(16, MAX_CACHE_MB, 32, " MB"), note)
        self.column.insertWidget(
            self.column.count() - 1, note_label(tr("Changes apply at once; the view is decoded again."))
        )

    def handle(self, event: Event) -> None:
        """Shows the device in use, or why it cannot be used."""
        if isinstance(event, ModelReady):
            self.now.setText(
                tr("In use: {device}, {precision}.").format(
                    device=translated(event.device), precision=event.precision
                )
            )
        elif isinstance(event, Failed) and event.task in (Task.ENGINE, Task.MODEL):
            self.now.setText(translated(event.message))


def _language(code: str) -> str:
    """Returns a language's name in that language."""
    native = QLocale(code).nativeLanguageName()
    return "English" if code == language.ENGLISH else native[:1].upper() + native[1:]
