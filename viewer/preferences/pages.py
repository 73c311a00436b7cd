"""The pages General, Engine and About of the settings dialog: their rows and texts."""

import sys
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QLocale, Qt, qVersion
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.session.events import Event, Failed, ModelReady
from engine.session.requests import Task
from viewer.base import language
from viewer.base.language import tr, translated
from viewer.preferences.settings_page import SettingsPage, choice, note_label, number, switch
from viewer.widgets import emblem

MAX_CACHE_MB = 65_536
MAX_THREADS = 256


def general_page() -> SettingsPage:
    """Creates the page for the appearance and the behaviour of the window."""
    page = SettingsPage(tr("General"))
    page.add(
        "language",
        tr("&Language"),
        choice((("system", tr("As the system")), *((code, _language(code)) for code in language.offered()))),
        tr("Counts from the next start on."),
    )
    page.add(
        "theme",
        tr("&Theme"),
        choice((("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark")))),
        tr("As the system: it changes along with it, at once."),
    )
    page.add(
        "wheel",
        tr("Mouse &wheel"),
        choice(
            (("zoom", tr("Zooms")), ("pan", tr("Pans up and down")), ("next", tr("Goes to the next picture")))
        ),
        tr("With Ctrl it zooms and with Shift it pans sideways, whatever it does alone. Trackpads pan."),
    )
    page.add(
        "keep_view",
        tr("&Next picture"),
        switch(tr("Is shown where the one before was looked at")),
        tr("Otherwise each picture is shown whole at first."),
    )
    page.add(
        "restore_session",
        tr("&Start"),
        switch(tr("With what was open last")),
        tr("Where no file is given, the last picture is there again, at the place that was looked at."),
    )
    page.add(
        "exact_at_rest",
        tr("At &rest"),
        switch(tr("Exact, by the model itself")),
        tr(
            "Otherwise a slow model's view may stay at what comes close to it: less work, a difference nobody sees."
        ),
    )
    return page


class EnginePage(SettingsPage):
    """The engine's device, precision, threads and cache sizes. now: label with the device and precision in use."""

    def __init__(self, ready: ModelReady | None) -> None:
        super().__init__(tr("Engine"))
        self.now = note_label("")
        self.now.setAccessibleName(tr("What is in use now"))
        self.column.insertWidget(0, self.now)
        self.column.insertSpacing(1, 8)
        self._add_compute_rows()
        self._add_cache_rows()
        if ready is None:
            self.now.setText(tr("No model is loaded yet."))
        else:
            self.handle(ready)

    def _add_compute_rows(self) -> None:
        device = (
            ("auto", tr("The best there is")),
            ("cpu", tr("Processor (CPU)")),
            ("cuda", tr("Graphics card (CUDA)")),
        )
        self.add(
            "device",
            tr("&Device"),
            choice(device),
            tr("What is chosen here is used, or it is told why it cannot be."),
        )
        precision = (
            ("auto", tr("The fastest that is near enough")),
            ("fp32", tr("32 bit")),
            ("bf16", tr("16 bit (bfloat16)")),
            ("fp16", tr("16 bit (half)")),
        )
        self.add(
            "precision",
            tr("&Precision"),
            choice(precision),
            tr("32 bit agrees with the model to the last digit shown."),
        )
        self.add(
            "threads",
            tr("T&hreads"),
            number(0, MAX_THREADS, 1, "", tr("As many as sensible")),
            tr(
                "Of the processor's cores. As many as sensible: all, but for one where there are four or more."
            ),
        )

    def _add_cache_rows(self) -> None:
        for name, text, note in (
            (
                "tiles",
                tr("Finished &tiles"),
                tr("What was shown is there at once when it is looked at again."),
            ),
            (
                "codes",
                tr("&Codes"),
                tr("What the model knows of the places looked at: zooming there needs no new look."),
            ),
            ("prepared", tr("Pre&pared codes"), tr("The same, made ready to be decoded: zooming is smooth.")),
            ("samples", tr("&Samples"), tr("Of slow models, from ×4 on: a deeper zoom goes on from them.")),
        ):
            self.add(name, text, number(16, MAX_CACHE_MB, 32, " MB"), note)
        self.column.insertWidget(
            self.column.count() - 1, note_label(tr("All of this counts at once; the view is made anew."))
        )

    def handle(self, event: Event) -> None:
        """Shows the device in use, or why it cannot be used."""
        if isinstance(event, ModelReady):
            self.now.setText(
                tr("In use now: {device}, {precision}.").format(
                    device=translated(event.device), precision=event.precision
                )
            )
        elif isinstance(event, Failed) and event.task in (Task.ENGINE, Task.MODEL):
            self.now.setText(translated(event.message))


class AboutPage(QWidget):
    """The logo, the version, a short description and the licences."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("About"))
        logo = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        logo.setPixmap(emblem.pixmap(72, self.devicePixelRatioF()))
        logo.setAccessibleName(tr("Unpixel's emblem"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 12)
        column.setSpacing(12)
        column.addWidget(logo)
        python = ".".join(map(str, sys.version_info[:3]))
        for text in (
            f"Unpixel {_version()}",
            tr(
                "A viewer in which zooming never ends: a picture becomes a continuous function, a Local Implicit "
                "Image Function (Chen, Liu, Wang, CVPR 2021), and the window asks it for what the screen shows."
            ),
            tr("MIT licence. Python {python}, Qt {qt} (LGPL-3).").format(python=python, qt=qVersion()),
        ):
            label = QLabel(text, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setAccessibleName(text)
            column.addWidget(label)
        column.addStretch()


def _language(code: str) -> str:
    """Returns a language's name in that language."""
    native = QLocale(code).nativeLanguageName()
    return "English" if code == language.ENGLISH else native[:1].upper() + native[1:]


def _version() -> str:
    try:
        return version("unpixel")
    except PackageNotFoundError:  # run from a source checkout without installation
        return "(checkout)"
