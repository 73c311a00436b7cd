"""The header of a run: its name, state, progress and remaining time, and the buttons Pause, Stop and Open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.base.messages import mark
from engine.base.printable import file_name, one_line
from viewer.base import formatting
from viewer.base.language import tr
from viewer.training.run import Phase, Run
from viewer.widgets.elided_label import ElidedLabel

WAITS = mark("Pause the training without losing anything")
NAME_LENGTH = 80
"""Characters of a run's name."""
BAR_MAXIMUM = 1000
"""Resolution of the progress bar. A run may have more steps than the bar's int can count."""


class Header(QWidget):
    """`pause_requested` (also to resume), `stop_requested`, `open_requested`: a button was pressed."""

    pause_requested = Signal()
    stop_requested = Signal()
    open_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = ElidedLabel()
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.name.setFont(font)
        self.name.setAccessibleName(tr("Run"))
        self.state = QLabel(objectName="badge")
        self.state.setMinimumHeight(22)
        self.state.setAccessibleName(tr("Run status"))
        self.progress = QLabel()
        self.progress.setProperty("faint", True)
        self.progress.setAccessibleName(tr("Progress"))
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=BAR_MAXIMUM)
        self.bar.setAccessibleName(tr("Training progress"))
        self.message = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.message.setAccessibleName(tr("Messages of the run"))
        self.message.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.pause = _button(tr("Pause"), tr(WAITS), self.pause_requested)
        self.stop = _button(
            tr("Stop and save"), tr("End the training; it can be resumed later"), self.stop_requested
        )
        self.open = _button(
            tr("Open in viewer"), tr("View pictures with the best checkpoint"), self.open_requested
        )
        self._lay_out()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.name, 1)
        for button in (self.pause, self.stop, self.open):
            first.addWidget(button)
        second = QHBoxLayout()
        second.addWidget(self.state)
        second.addSpacing(4)
        second.addWidget(self.progress, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.bar)
        column.addWidget(self.message)

    def show_run(self, run: Run, pending: str, has_recipe: bool, has_model: bool) -> None:
        """Shows a run.

        pending: "pause" or "stop" if requested and not done yet, else "". has_recipe: the run can be resumed.
        has_model: one exists.
        """
        self.name.setText(file_name(run.out.name, NAME_LENGTH))
        self.name.setToolTip(file_name(run.out))
        self.state.setText(_state(run, pending))
        self.progress.setText(_progress(run))
        self.bar.setValue(min(BAR_MAXIMUM * run.step // run.steps, BAR_MAXIMUM) if run.steps else 0)
        text = run.message or (run.notices[-1] if run.notices else "")
        self.message.setText(one_line(text))
        self.message.setVisible(bool(text))
        resumable = run.phase is Phase.PAUSED or pending == "pause" or not run.active
        finished = run.phase is Phase.FINISHED
        if finished:
            text, tip = tr("Train longer…"), tr("Continue this run up to a later step")
        elif resumable:
            text, tip = tr("Resume"), tr("Resume from the last checkpoint")
        else:
            text, tip = tr("Pause"), tr(WAITS)
        self.pause.setText(text)
        self.pause.setToolTip(tip)
        self.pause.setEnabled(pending != "stop" and (run.active or has_recipe))
        self.stop.setEnabled(run.active and pending != "stop")
        self.stop.setVisible(not finished)
        self.open.setEnabled(has_model)


def _state(run: Run, pending: str) -> str:
    if pending == "stop" and run.active:
        return tr("Stopping…")
    if pending == "pause" and run.phase is Phase.RUNNING:
        return tr("Pausing…")
    return tr("Starting…") if run.phase is Phase.STARTING else tr(run.phase.value)


def _progress(run: Run) -> str:
    """Returns a text such as "Step 1,500 of 10,000 · about 12 min left"."""
    if not run.steps:
        return tr("Reading the images") if run.active else ""
    if run.phase is Phase.RUNNING and not run.step:
        return tr("Computing the first of {steps} steps").format(steps=formatting.count(run.steps))
    done = tr("Step {step} of {steps}").format(
        step=formatting.count(run.step), steps=formatting.count(run.steps)
    )
    left = run.seconds_left
    return tr("{done} · about {time} left").format(done=done, time=formatting.span(left)) if left else done


def _button(text: str, tip: str, signal: Signal) -> QPushButton:
    button = QPushButton(text, toolTip=tip)
    button.clicked.connect(signal)
    return button
