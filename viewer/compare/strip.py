"""A slider with what it is about and what it says, in a strip over the foot of the canvas."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.base.language import tr
from viewer.widgets.focus_keys import Slider

WIDEST, MARGIN = 720, 10
"""Logical px: of all of it, and around."""


class Strip(QFrame):
    """Hidden at first. `closed`: it was put away by hand. ends: what is at the slider's left and right end."""

    closed = Signal()

    def __init__(self, name: str, ends: tuple[str, str], most: int, tip: str, canvas: QWidget) -> None:
        super().__init__(canvas, objectName="strip")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._canvas = canvas
        self.slider = Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, most)
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(tip)
        self.value = QLabel()
        self.value.setProperty("strong", True)
        put_away = tr("{name}: put it away").format(name=name)
        close = QToolButton(text="✕", autoRaise=True, toolTip=put_away)
        close.setAccessibleName(put_away)
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(10)
        self._words = QLabel(name), _faint(ends[0]), _faint(ends[1])
        row.addWidget(self._words[0])
        row.addWidget(self.value, 2)
        row.addWidget(self._words[1])
        row.addWidget(self.slider, 3)
        row.addWidget(self._words[2])
        row.addWidget(close)
        self.hide()

    def align(self, other: "Strip") -> None:
        """The sliders begin and end at the same places."""
        for pair in zip(self._words, other._words, strict=True):
            width = max(word.sizeHint().width() for word in pair)
            for word in pair:
                word.setMinimumWidth(width)

    def place(self, above: int, foot: int) -> None:
        """Lies at the foot of the canvas, over `above` others and `foot` logical px that are taken."""
        width, height = min(WIDEST, self._canvas.width() - 2 * MARGIN), self.sizeHint().height()
        left = (self._canvas.width() - width) // 2
        top = self._canvas.height() - foot - (above + 1) * (height + MARGIN)
        self.setGeometry(left, top, width, height)

    def tell(self, place: int, text: str) -> None:
        """Puts the slider at a place, and says what that is."""
        self.slider.setValue(place)
        self.value.setText(text)
        self.slider.setAccessibleDescription(text)


def _faint(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("faint", True)
    return label
