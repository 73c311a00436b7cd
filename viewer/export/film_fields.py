"""The fields of the film dialog: format, size, frame rate, speed and rest."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from engine.film import path_file
from engine.film.formats import FORMATS, FilmFormat
from engine.geometry.zoom_path import Timing
from viewer.base import formatting
from viewer.base.language import tr
from viewer.export.fields import FIELD_HEIGHT, add_row
from viewer.widgets.spin_padding import pad

SIZES = ((1280, 720), (1920, 1080), (2560, 1440), (3840, 2160), (7680, 4320), (1080, 1080), (1080, 1920))
"""Usual (width, height) of films, px."""
RATES = (24, 25, 30, 50, 60)
STANDARD_SIZE, STANDARD_RATE = SIZES[1], 30
REST = 0.5
"""Seconds that a new film rests at each view."""


class FilmFields(QWidget):
    """`changed`: a field has another value."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.format, self.usual, self.rate = QComboBox(), QComboBox(), QComboBox()
        for kind in FORMATS:
            self.format.addItem(kind.name if kind.codec else tr("Numbered PNG files"))
        self.usual.addItem(tr("Other size"))
        self.usual.addItems([formatting.size(*size) for size in SIZES])
        self.rate.addItems(list(map(str, RATES)))
        self.rate.setCurrentIndex(RATES.index(STANDARD_RATE))
        self.wide, self.high = _side(tr("Width in pixels")), _side(tr("Height in pixels"))
        default = Timing()
        self.speed = QDoubleSpinBox(
            decimals=2, minimum=0.05, maximum=20, value=default.speed, singleStep=0.25
        )
        self.speed.setToolTip(tr("How many times a second the zoom doubles"))
        self.rest = QDoubleSpinBox(decimals=1, maximum=60, value=REST, singleStep=0.5, suffix=tr(" s"))
        self.rest.setToolTip(tr("How long the film rests at each view"))
        self.usual.setCurrentIndex(1 + SIZES.index(STANDARD_SIZE))
        self._choose_size(self.usual.currentIndex())
        self._name_and_lay_out()
        self._connect()

    @property
    def kind(self) -> FilmFormat:
        """The chosen format."""
        return FORMATS[self.format.currentIndex()]

    @property
    def size_px(self) -> tuple[int, int]:
        """(width, height) of the film; even for a video."""
        odd = 0 if self.kind.codec is None else 1
        width, height = self.wide.value(), self.high.value()
        return width + (width & odd), height + (height & odd)

    @property
    def frames_per_second(self) -> int:
        """The chosen frame rate."""
        return RATES[self.rate.currentIndex()]

    @property
    def timing(self) -> Timing:
        """The chosen speed, with the usual easing."""
        return Timing(speed=self.speed.value())

    def _name_and_lay_out(self) -> None:
        for field in (self.format, self.usual, self.rate, self.wide, self.high, self.speed, self.rest):
            field.setMinimumHeight(FIELD_HEIGHT)
        pad(self.wide, self.high, self.speed, self.rest)
        sides = QHBoxLayout()
        sides.addWidget(self.wide, 1)
        sides.addWidget(QLabel("×"))
        sides.addWidget(self.high, 1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        add_row(form, tr("For&mat"), self.format)
        add_row(form, tr("Si&ze"), self.usual)
        form.addRow("", sides)
        add_row(form, tr("F&rames per second"), self.rate)
        add_row(form, tr("S&peed (doublings per second)"), self.speed)
        add_row(form, tr("Rest a&t each view"), self.rest)

    def _connect(self) -> None:
        self.usual.activated.connect(self._choose_size)
        for box in (self.wide, self.high):
            box.valueChanged.connect(self._show_usual)
        for combo in (self.format, self.usual, self.rate):
            combo.currentIndexChanged.connect(self.changed)
        for field in (self.wide, self.high, self.speed, self.rest):
            field.valueChanged.connect(self.changed)

    def _choose_size(self, index: int) -> None:
        if index > 0:
            self.wide.setValue(SIZES[index - 1][0])
            self.high.setValue(SIZES[index - 1][1])

    def _show_usual(self) -> None:
        """Shows the name of the size that the two sides have."""
        size = self.wide.value(), self.high.value()
        self.usual.setCurrentIndex(1 + SIZES.index(size) if size in SIZES else 0)


def _side(name: str) -> QSpinBox:
    least, most = path_file.SIDES
    box = QSpinBox(minimum=least, maximum=most, singleStep=2, suffix=" px")
    box.setAccessibleName(name)
    return box
