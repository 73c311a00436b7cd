"""What lies under one px of the view, and what is known of the picture: names and values, and a table of them."""

from fractions import Fraction
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from engine.base.messages import mark
from engine.session.events import PictureOpened, PictureSource
from viewer.base import formatting
from viewer.base.language import tr
from viewer.canvas import painter
from viewer.canvas.canvas import Canvas

Lines = list[tuple[str, str]]

MODES = {
    "L": mark("gray"),
    "LA": mark("gray with alpha"),
    "RGBA": mark("RGB with alpha"),
    "P": mark("palette"),
    "1": mark("black and white"),
}
DIGITS = 14
"""Of a coordinate, after the point, at most."""


def colour(canvas: Canvas, x: int, y: int) -> QColor:
    """What the view has at device px (x, y), without what is laid over it."""
    assert canvas.layers is not None
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as draw:
        draw.translate(-x, -y)
        painter.paint(draw, canvas.view, canvas.layers)
    return image.pixelColor(0, 0)


def under(canvas: Canvas, at: QPointF, source: PictureSource | None, finer: int) -> Lines:
    """Of device px `at`. finer: latents a source px, along a side."""
    if canvas.layers is None:
        return []
    column, row = floor(at.x()), floor(at.y())
    corner_x, corner_y = canvas.view.origin
    scale = Fraction(canvas.view.scale)
    # the middle of the px, on the lattice that is decoded
    x, y = (
        (Fraction(corner_x + column) + Fraction(1, 2)) / scale,
        (Fraction(corner_y + row) + Fraction(1, 2)) / scale,
    )
    width, height = canvas.layers.size
    if not (0 <= x < width and 0 <= y < height):
        return [(name, tr("outside of the picture") if name == "Pixel" else "") for name in NAMES]
    value = ""
    if source is not None:
        found = [int(sample) for sample in source.pixels[floor(y), floor(x)]]
        value = _samples(found if source.alpha is None else [*found, int(source.alpha[floor(y), floor(x)])])
    shown = colour(canvas, column, row)
    samples = [shown.red(), shown.green(), shown.blue()]
    digits = min(max(ceil(log10(canvas.view.scale)) + 1, 1), DIGITS)
    latent = _latent(x, finer), _latent(y, finer)
    return list(
        zip(
            NAMES,
            (
                f"{floor(x)}, {floor(y)}",
                value,
                f"{_decimal(x, digits)}, {_decimal(y, digits)}",
                _samples(samples if canvas.layers.opaque else [*samples, shown.alpha()]),
                ", ".join(str(index) for index, _ in latent),
                ", ".join(f"{past:+.2f}" for _, past in latent),
            ),
            strict=True,
        )
    )


NAMES = (
    mark("Pixel"),
    mark("Its value"),
    mark("Place"),
    mark("On the screen"),
    mark("Latent"),
    mark("From its centre"),
)
"""Of the lines of `under`, in order."""
MEANINGS = (
    mark("The source's pixel, counted from the top left corner: column, row"),
    mark(
        "Its red, green and blue, and alpha if there is any, in sRGB; of 16 bits where the picture has them"
    ),
    mark("The continuous coordinate: a pixel's own begins at its left and upper edge"),
    mark("What the window shows there: red, green, blue"),
    mark("The latent code that lies nearest: column, row"),
    mark("How far the place is from that latent's centre, in latents"),
)


def facts(opened: PictureOpened, source: PictureSource | None) -> Lines:
    """Of the picture."""
    width, height = opened.size
    lines = [
        (
            "Size",
            tr("{size} px, {megapixels}").format(
                size=formatting.size(width, height), megapixels=formatting.megapixels(width * height)
            ),
        )
    ]
    if source is None or source.file is None:
        return [*lines, ("File", tr("none"))]
    facts = source.file
    kind = tr(MODES[facts.mode]) if facts.mode in MODES else facts.mode.partition(";")[0]
    return [
        *lines,
        ("Depth", tr("{bits} bits a sample, {kind}").format(bits=facts.bits, kind=kind)),
        ("Profile", facts.profile or tr("none: taken for sRGB")),
        ("File", f"{facts.format}, {formatting.amount(facts.size)}"),
    ]


class Table(QWidget):
    """Names and values. names: in order, with what each means."""

    def __init__(self, name: str, names: dict[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(3)
        self._form.setHorizontalSpacing(14)
        self._values: dict[str, QLabel] = {}
        for text, meaning in names.items():
            label, value = QLabel(tr(text), toolTip=tr(meaning)), QLabel(toolTip=tr(meaning))
            label.setProperty("faint", True)
            value.setAccessibleName(tr(text))
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setWordWrap(True)
            self._values[text] = value
            self._form.addRow(label, value)

    def show_lines(self, lines: Lines) -> None:
        """Values by name; a name without one is not shown."""
        values = dict(lines)
        for name, label in self._values.items():
            label.setText(values.get(name, ""))
            self._form.setRowVisible(label, name in values)

    def align(self, other: "Table") -> None:
        """Values begin where the other's do."""
        labels = [self._form.labelForField(value) for value in self._values.values()]
        labels += [other._form.labelForField(value) for value in other._values.values()]
        width = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(width)

    def lines(self) -> Lines:
        """What it shows."""
        return [(name, label.text()) for name, label in self._values.items() if not label.isHidden()]


def _samples(values: list[int]) -> str:
    return "  ".join(str(value) for value in values)


def _decimal(value: Fraction, digits: int) -> str:
    """Exact to its last digit, also where a float would not be."""
    whole = round(value * 10**digits)
    return f"{whole // 10**digits}.{whole % 10**digits:0{digits}d}"


def _latent(at: Fraction, finer: int) -> tuple[int, float]:
    """The latent that a source px coordinate lies in, and how far past its centre."""
    index = floor(at * finer)
    return index, float(at * finer - index - Fraction(1, 2))
