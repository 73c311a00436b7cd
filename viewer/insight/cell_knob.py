"""The cell knob: a slider for the query footprint of each screen px, relative to the area that the px covers."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from engine.base.messages import mark
from viewer.base import formatting
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.widgets.focus_keys import Slider

OCTAVES, STEPS_PER_OCTAVE = 2, 2
"""Octaves to either side of the matching cell, and slider steps per octave: ×1/4 to ×4."""
MEANING = mark(
    "Area that each query averages; ×1 is one screen pixel. Smaller is sharper, larger is "
    "softer. Not used by bicubic; exports always use ×1."
)
CELL_SIZE = mark("{cell} px of the source.")
OUTSIDE_TRAINING = mark("{cell} px of the source; the model was trained with {least} to 1 px.")
ZOOM_IN_HINT = mark("Available above 1:1. Up to 1:1 the source itself is shown.")


class CellKnob(QWidget):
    """Slider with its value and a note on the cell's size. The canvas holds the value; this widget follows it."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._max_scale = 0.0
        self.slider = Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(-OCTAVES * STEPS_PER_OCTAVE, OCTAVES * STEPS_PER_OCTAVE)
        self.slider.setPageStep(STEPS_PER_OCTAVE)
        self.slider.setTickInterval(STEPS_PER_OCTAVE)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setAccessibleName(tr("Cell size, relative to one screen pixel"))
        self.slider.setToolTip(tr(MEANING))
        self.slider.valueChanged.connect(lambda step: canvas.set_cell(2 ** (step / STEPS_PER_OCTAVE)))
        self.value, self.note = QLabel(), QLabel(wordWrap=True, toolTip=tr(MEANING))
        self.value.setMinimumWidth(44)
        self.note.setProperty("faint", True)
        row = QHBoxLayout()
        row.addWidget(self.slider, 1)
        row.addWidget(self.value, 0, Qt.AlignmentFlag.AlignTop)  # the ticks are below the slider
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self.note)
        self.follow_view()

    def set_max_scale(self, max_scale: float) -> None:
        """Updates the note for another model. max_scale: largest scale that it was trained with."""
        self._max_scale = max_scale
        self.follow_view()

    def follow_view(self) -> None:
        """Shows the cell of the canvas's view."""
        view = self._canvas.view
        for step in range(self.slider.minimum(), self.slider.maximum() + 1):
            if 2 ** (step / STEPS_PER_OCTAVE) == view.cell:
                with QSignalBlocker(self.slider):
                    self.slider.setValue(step)
        cell = view.cell / view.scale
        least = 1 / max(self._max_scale, 1)
        outside_training = self._max_scale > 1 and not least <= cell <= 1
        self.value.setText(formatting.factor(view.cell))
        if view.scale <= 1:
            self.note.setText(tr(ZOOM_IN_HINT))
        else:
            note = tr(OUTSIDE_TRAINING if outside_training else CELL_SIZE)
            self.note.setText(
                note.format(cell=formatting.significant(cell), least=formatting.significant(least))
            )
        self.slider.setAccessibleDescription(f"{self.value.text()}. {self.note.text()}")
