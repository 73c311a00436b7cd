"""Readout of the px under the cursor and facts of the picture, as names and values, and the table that shows them."""

from fractions import Fraction
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from engine.base.messages import mark
from engine.geometry.viewport import Viewport
from engine.images.large.raster import in_memory
from engine.session.events import PictureOpened, PictureSource
from viewer.base import formatting
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas

Lines = list[tuple[str, str]]
"""Names, not translated, and values, as they are shown."""

MODES = {
    "L": mark("gray"),
    "LA": mark("gray with alpha"),
    "RGBA": mark("RGB with alpha"),
    "P": mark("palette"),
    "1": mark("black and white"),
}
"""Names of Pillow's modes. Others are shown by their own name."""
FLOAT32_DIGITS = 7
"""Digits of a number of 32 bits."""
MAX_DECIMALS = 14
"""Largest number of decimals of a coordinate."""


def at_cursor(
    canvas: Canvas, position: QPointF, pane: str, source: PictureSource | None, upsampling: int
) -> Lines:
    """Returns the readout at device px `position` of a pane, an entry of comparison.pane_names.

    upsampling: latents per source px along one axis.
    """
    if canvas.layers is None:
        return []
    column, row = floor(position.x()), floor(position.y())
    x, y = _centre(canvas.view, column, row)
    width, height = canvas.layers.size
    if not (0 <= x < width and 0 <= y < height):
        names = [name for name in NAMES if name != IN_THE_FILE]
        return [(name, tr("outside of the picture") if name == "Pixel" else "") for name in names]
    shown = canvas.colour(column, row, pane)
    shown_rgb = [shown.red(), shown.green(), shown.blue()]
    decimals = min(max(ceil(log10(canvas.view.scale)) + 1, 1), MAX_DECIMALS)
    latent = _latent(x, upsampling), _latent(y, upsampling)
    values = (
        f"{floor(x)}, {floor(y)}",
        "" if source is None else _joined(_source_samples(source, floor(x), floor(y))),
        "" if source is None else _file_values(source, floor(x), floor(y)),
        f"{_decimal(x, decimals)}, {_decimal(y, decimals)}",
        f"{_joined(shown_rgb if canvas.layers.opaque else [*shown_rgb, shown.alpha()])}  {shown.name()}",
        ", ".join(str(index) for index, _ in latent),
        ", ".join(f"{offset:+.2f}" for _, offset in latent),
    )
    lines = zip(NAMES, values, strict=True)
    return [(name, value) for name, value in lines if name != IN_THE_FILE or value]


IN_THE_FILE = mark("In the file")
NAMES = (
    mark("Pixel"),
    mark("Its value"),
    IN_THE_FILE,
    mark("Position"),
    mark("Displayed"),
    mark("Latent"),
    mark("Offset"),
)
"""Names of the lines that `at_cursor` returns, in order. IN_THE_FILE is only there for files that need it."""
MEANINGS = (
    mark("Source pixel, counted from the top left corner: column, row"),
    mark("Red, green, blue, and alpha if present, in sRGB; 16 bits for pictures that have them"),
    mark("The number that the file stores, for floats, signed numbers and those of 32 bits"),
    mark("Continuous coordinate; integers are at the left and upper edges of pixels"),
    mark("Displayed colour: red, green, blue; as a hexadecimal number, too"),
    mark("Nearest latent: column, row"),
    mark("Distance from the centre of that latent, in latents"),
)
"""Tool tip of each of NAMES."""


def facts(opened: PictureOpened, source: PictureSource | None) -> Lines:
    """Returns the picture's size and, once `source` has arrived, the facts of its file."""
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
    file = source.file
    kind = tr(MODES[file.mode]) if file.mode in MODES else file.mode.partition(";")[0]
    return [
        *lines,
        ("Depth", tr("{bits} bits per sample, {kind}").format(bits=file.bits, kind=kind)),
        ("Profile", file.profile or tr("none, assumed sRGB")),
        ("File", f"{file.format}, {formatting.amount(file.size)}"),
    ]


LEAST_WIDTH = 120
"""Of a value, logical px: a narrow panel scrolls."""


class Table(QWidget):
    """Table of names and values. name: accessible name. names: names of the rows in order, each with its tool tip."""

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
            value.setMinimumWidth(LEAST_WIDTH)
            self._values[text] = value
            self._form.addRow(label, value)

    def show_lines(self, lines: Lines) -> None:
        """Shows values by name. A row without a value is hidden."""
        values = dict(lines)
        for name, label in self._values.items():
            label.setText(values.get(name, ""))
            self._form.setRowVisible(label, name in values)

    def align(self, *others: "Table") -> None:
        """Gives the name columns of this table and the others the same width, so that their values align."""
        labels = [
            table._form.labelForField(value) for table in (self, *others) for value in table._values.values()
        ]
        width = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(width)

    @property
    def labels(self) -> list[QLabel]:
        """Labels of the values, in order."""
        return list(self._values.values())

    def lines(self) -> Lines:
        """Returns the visible names and values."""
        return [(name, label.text()) for name, label in self._values.items() if not label.isHidden()]


def _centre(view: Viewport, column: int, row: int) -> tuple[Fraction, Fraction]:
    """Returns the centre of the view's device px (column, row) on the lattice that is decoded, source px."""
    x, y = view.origin
    scale, half = Fraction(view.scale), Fraction(1, 2)
    return (x + column + half) / scale, (y + row + half) / scale


def _source_samples(source: PictureSource, x: int, y: int) -> list[int]:
    """Returns the samples of source px (x, y): red, green, blue, and alpha if the picture has it.

    There are none of a part of a large picture that is not in memory.
    """
    areas = [source.pixels] if source.alpha is None else [source.pixels, source.alpha]
    pixels = [in_memory(area, y, x) for area in areas]
    return [int(sample) for pixel in pixels if pixel is not None for sample in pixel.flat]


def _file_values(source: PictureSource, x: int, y: int) -> str:
    """Returns the numbers of source px (x, y) that the file stores; nothing if its samples are those numbers.

    There are none of a part of a large picture that is not in memory.
    """
    pixel = None if source.values is None else in_memory(source.values, y, x)
    if pixel is None:
        return ""
    return "  ".join(f"{number:.{FLOAT32_DIGITS}g}" for number in pixel.reshape(-1).tolist())


def _joined(values: list[int]) -> str:
    return "  ".join(str(value) for value in values)


def _decimal(value: Fraction, decimals: int) -> str:
    """Formats a fraction >= 0 with `decimals` decimals. Exact, unlike a float in a deep zoom."""
    whole = round(value * 10**decimals)
    return f"{whole // 10**decimals}.{whole % 10**decimals:0{decimals}d}"


def _latent(coordinate: Fraction, upsampling: int) -> tuple[int, float]:
    """Returns the index of the latent nearest to a source px coordinate, and the offset from its centre, in latents."""
    index = floor(coordinate * upsampling)
    return index, float(coordinate * upsampling - index - Fraction(1, 2))
