"""The time slider: shows the current view with one checkpoint of a run after another."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.base import formatting
from viewer.base.language import tr
from viewer.widgets.focus_keys import Slider

DEBOUNCE_MS = 120
"""Milliseconds without movement before a checkpoint is loaded."""

Stop = tuple[str, Path]
"""The label of a position of the slider, and its model's file."""


class TimeSlider(QFrame):
    """`chosen`: a model's file to load. `closed`: the user closed the slider.

    One model is loaded at a time; when it has loaded, the latest position is requested. Hidden until it has stops.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[Stop, ...] = ()
        self._requested: Path | None = None
        self._loading = False
        self.name, self.label = QLabel(), QLabel()
        self.name.setProperty("faint", True)
        self.label.setAccessibleName(tr("Checkpoint"))
        self.label.setMinimumWidth(
            self.fontMetrics().horizontalAdvance(tr("step {step}").format(step=formatting.count(10_000_000)))
        )
        self.slider = Slider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(5)
        self.slider.setAccessibleName(tr("Training progress slider"))
        self.slider.setToolTip(tr("View the picture with the model of each checkpoint"))
        close = QToolButton(text="✕", autoRaise=True, toolTip=tr("Hide the time slider"))
        close.setAccessibleName(tr("Hide the time slider"))
        close.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self.name)
        row.addWidget(self.slider, 1)
        row.addWidget(self.label)
        row.addWidget(close)
        self._debounce = QTimer(self, interval=DEBOUNCE_MS, singleShot=True)
        self._debounce.timeout.connect(self._load)
        self.slider.valueChanged.connect(self._move)
        self.hide()

    def offer(self, name: str, stops: tuple[Stop, ...]) -> None:
        """Sets the stops of the run `name`, in the order of steps.

        The current stop stays. If it is gone, because a long run deletes some of its checkpoints, the next one is
        selected, and loaded if the view shows the old one.
        """
        index = _index(self._stops[self.slider.value() :], stops)
        self._stops = stops
        self.name.setText(name)
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(len(stops) - 1, 0))
        self.slider.setValue(index)
        self.slider.blockSignals(False)
        self.slider.setEnabled(len(stops) > 1)
        self._show_label()
        if self._requested is not None and self._requested not in (path for _, path in stops):
            self._debounce.start()

    def choose_last(self) -> None:
        """Moves to the last stop and loads it."""
        self.slider.setValue(len(self._stops) - 1)
        self._requested = None
        self._load()

    def model_loaded(self) -> None:
        """Called when a model has loaded or failed to load, whoever requested it."""
        requested_here, self._loading = self._loading, False
        if not requested_here:
            self._requested = None
        elif not self.isHidden() and not self._debounce.isActive():
            self._load()

    def _move(self) -> None:
        self._show_label()
        self._debounce.start()

    def _show_label(self) -> None:
        text = self._stops[self.slider.value()][0] if self._stops else ""
        self.label.setText(text)
        self.slider.setAccessibleDescription(text)

    def _load(self) -> None:
        path = self._stops[self.slider.value()][1]
        if not self._loading and path != self._requested:
            self._requested, self._loading = path, True
            self.chosen.emit(str(path))

    def _close(self) -> None:
        self.hide()
        self._requested = None
        self.closed.emit()


def _index(wanted: tuple[Stop, ...], stops: tuple[Stop, ...]) -> int:
    """Returns the index of the first stop of `wanted` that is among `stops`; the last index if none is."""
    found = next((stop for stop in wanted if stop in stops), None)
    return len(stops) - 1 if found is None else stops.index(found)
