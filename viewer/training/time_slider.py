"""The time slider: a run's checkpoints, one after another, over the view that is looked at."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.base import formatting
from viewer.base.language import tr
from viewer.widgets.focus_keys import Slider

DEBOUNCE = 120
"""Milliseconds that the slider rests before a checkpoint is loaded."""

Stop = tuple[str, Path]
"""What a place on the slider is called, and its model's file."""


class TimeSlider(QFrame):
    """Hidden until it is given stops. `chosen`: a model's file. One is loaded at a time, and the latest wish wins."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[Stop, ...] = ()
        self._asked: Path | None = None
        self._loading = False
        self.name, self.place = QLabel(), QLabel()
        self.name.setProperty("faint", True)
        self.place.setAccessibleName(tr("Checkpoint"))
        self.place.setMinimumWidth(
            self.fontMetrics().horizontalAdvance(tr("step {step}").format(step=formatting.count(10_000_000)))
        )
        self.slider = Slider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(5)
        self.slider.setAccessibleName(tr("Time in the training"))
        self.slider.setToolTip(tr("Look through the model as it was at each checkpoint"))
        close = QToolButton(text="✕", autoRaise=True, toolTip=tr("Put the time slider away"))
        close.setAccessibleName(tr("Put the time slider away"))
        close.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self.name)
        row.addWidget(self.slider, 1)
        row.addWidget(self.place)
        row.addWidget(close)
        self._rest = QTimer(self, interval=DEBOUNCE, singleShot=True)
        self._rest.timeout.connect(self._choose)
        self.slider.valueChanged.connect(self._move)
        self.hide()

    def offer(self, name: str, stops: tuple[Stop, ...]) -> None:
        """The stops of a run, in order of time. The one that was chosen stays so; where it is gone, since a long run
        drops some of its checkpoints, the one after it is, and loaded if the view was by the other.
        """
        place = _place(self._stops[self.slider.value() :], stops)
        self._stops = stops
        self.name.setText(name)
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(len(stops) - 1, 0))
        self.slider.setValue(place)
        self.slider.blockSignals(False)
        self.slider.setEnabled(len(stops) > 1)
        self._tell()
        if self._asked is not None and self._asked not in (path for _, path in stops):
            self._rest.start()

    def choose_last(self) -> None:
        """Goes to the last stop, and loads it."""
        self.slider.setValue(len(self._stops) - 1)
        self._asked = None
        self._choose()

    def served(self) -> None:
        """The model that was asked for last is there, or does not load: here, or by somebody else."""
        mine, self._loading = self._loading, False
        if not mine:
            self._asked = None
        elif not self.isHidden() and not self._rest.isActive():
            self._choose()

    def _move(self) -> None:
        self._tell()
        self._rest.start()

    def _tell(self) -> None:
        text = self._stops[self.slider.value()][0] if self._stops else ""
        self.place.setText(text)
        self.slider.setAccessibleDescription(text)

    def _choose(self) -> None:
        path = self._stops[self.slider.value()][1]
        if not self._loading and path != self._asked:
            self._asked, self._loading = path, True
            self.chosen.emit(str(path))

    def _close(self) -> None:
        self.hide()
        self._asked = None
        self.closed.emit()


def _place(before: tuple[Stop, ...], stops: tuple[Stop, ...]) -> int:
    """Where the first of the stops `before` lies that is still among `stops`; else the last place."""
    kept = next((stop for stop in before if stop in stops), None)
    return len(stops) - 1 if kept is None else stops.index(kept)
