"""The cell knob: how large a part of the picture each px of the screen asks for, relative to what it covers."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from engine.base.messages import mark
from viewer.base import formatting
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.widgets.focus_keys import Slider

OCTAVES, STEPS = 2, 2
"""To either side of the matching cell, and steps to each octave: ×1/4 to ×4."""
MEANING = mark(
    "×1 is what a screen pixel covers. LIIF is told this size, and Live averages over it, up to a pixel of the source; "
    "smaller is sharper, larger is softer. Bicubic has no cell. Files are always exported with ×1."
)
COVERS = mark("{cell} px of the source.")
STRANGE = mark("{cell} px of the source; the model was trained with {least} to 1 px.")
SHALLOW = mark("Past 1:1 only: here the source itself is shown.")


class CellKnob(QWidget):
    """Follows the canvas, which has the value."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._max_scale = 0.0
        self.slider = Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(-OCTAVES * STEPS, OCTAVES * STEPS)
        self.slider.setPageStep(STEPS)
        self.slider.setTickInterval(STEPS)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setAccessibleName(tr("Cell of each screen pixel, relative to the matching one"))
        self.slider.setToolTip(tr(MEANING))
        self.slider.valueChanged.connect(lambda step: canvas.set_cell(2 ** (step / STEPS)))
        self.value, self.says = QLabel(), QLabel(wordWrap=True, toolTip=tr(MEANING))
        self.value.setMinimumWidth(44)
        self.says.setProperty("faint", True)
        line = QHBoxLayout()
        line.addWidget(self.slider, 1)
        line.addWidget(self.value, 0, Qt.AlignmentFlag.AlignTop)  # the ticks are below
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(line)
        column.addWidget(self.says)
        self.follow_view()

    def set_max_scale(self, max_scale: float) -> None:
        """Another model, trained up to max_scale."""
        self._max_scale = max_scale
        self.follow_view()

    def follow_view(self) -> None:
        """The view is another."""
        view = self._canvas.view
        for step in range(self.slider.minimum(), self.slider.maximum() + 1):
            if 2 ** (step / STEPS) == view.cell:
                with QSignalBlocker(self.slider):
                    self.slider.setValue(step)
        cell = view.cell / view.scale
        least = 1 / max(self._max_scale, 1)
        strange = self._max_scale > 1 and not least <= cell <= 1
        self.value.setText(formatting.factor(view.cell))
        if view.scale <= 1:
            self.says.setText(tr(SHALLOW))
        else:
            says = tr(STRANGE if strange else COVERS)
            self.says.setText(
                says.format(cell=formatting.significant(cell), least=formatting.significant(least))
            )
        self.slider.setAccessibleDescription(f"{self.value.text()}. {self.says.text()}")
