"""Slider with a name, its value in words and labels at both ends, over the bottom edge of the canvas."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.base.language import tr
from viewer.widgets.focus_keys import Slider

MAX_WIDTH, MARGIN, NARROW = 720, 10, 480
"""Greatest width, the free space around, and the width below which the parts are close together; logical px."""
LEAST_WIDTH = 24
"""Of the slider alone, logical px: in a narrow canvas the words have the room."""


class LabelledSlider(QFrame):
    """Frame with a slider and a close button; initially hidden.

    `closed`: the close button was clicked.
    ends: labels at the slider's left and right end. maximum: greatest value; the smallest is 0.
    """

    closed = Signal()

    def __init__(self, name: str, ends: tuple[str, str], maximum: int, tip: str, canvas: QWidget) -> None:
        super().__init__(canvas, objectName="strip")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._canvas = canvas
        self.slider = Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, maximum)
        self.slider.setMinimumWidth(LEAST_WIDTH)
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(tip)
        self.value = QLabel()
        self.value.setProperty("strong", True)
        close_text = tr("Hide {name}").format(name=name)
        close = QToolButton(text="✕", autoRaise=True, toolTip=close_text)
        close.setAccessibleName(close_text)
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        self._labels = QLabel(name), _faint_label(ends[0]), _faint_label(ends[1])
        row.addWidget(self._labels[0])
        row.addWidget(self.value, 2)
        row.addWidget(self._labels[1])
        row.addWidget(self.slider, 3)
        row.addWidget(self._labels[2])
        row.addWidget(close)
        self._set_spaces(False)
        self.hide()

    def align(self, other: "LabelledSlider") -> None:
        """Gives both sliders the same left and right ends, by equal label widths."""
        for pair in zip(self._labels, other._labels, strict=True):
            width = max(label.sizeHint().width() for label in pair)
            for label in pair:
                label.setMinimumWidth(width)

    def place(self, index: int, bottom: int) -> None:
        """Moves the frame to the canvas's bottom edge.

        index: number of labelled sliders below this one. bottom: logical px below them that a message covers.
        """
        width, height = min(MAX_WIDTH, self._canvas.width() - 2 * MARGIN), self.sizeHint().height()
        left = (self._canvas.width() - width) // 2
        top = self._canvas.height() - bottom - (index + 1) * (height + MARGIN)
        self._set_spaces(width < NARROW)
        self.setGeometry(left, top, width, height)

    def _set_spaces(self, narrow: bool) -> None:
        self.layout().setSpacing(4 if narrow else 10)
        self.layout().setContentsMargins(*((10, 5, 4, 5) if narrow else (14, 5, 8, 5)))

    def show_value(self, value: int, text: str) -> None:
        """Sets the slider to `value` and shows `text` as its value in words."""
        self.slider.setValue(value)
        self.value.setText(text)
        self.slider.setAccessibleDescription(text)


def _faint_label(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("faint", True)
    return label
