"""How far a run is: its name, its state, its time left, and what one may ask of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.base.messages import mark
from viewer.base import formatting
from viewer.base.language import tr
from viewer.training.run import Phase, Run

WAITS = mark("It waits, and keeps all it has")
PARTS = 1000
"""Of the progress bar: a run may have more steps than it can count."""


class Header(QWidget):
    """`asked_pause` (and to go on again), `asked_stop`, `asked_open`: a button was pressed."""

    asked_pause = Signal()
    asked_stop = Signal()
    asked_open = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = QLabel(textFormat=Qt.TextFormat.PlainText)
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.name.setFont(font)
        self.name.setAccessibleName(tr("Run"))
        self.state = QLabel(objectName="badge")
        self.state.setMinimumHeight(22)
        self.state.setAccessibleName(tr("State of the run"))
        self.progress = QLabel()
        self.progress.setProperty("faint", True)
        self.progress.setAccessibleName(tr("Progress"))
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=PARTS)
        self.bar.setAccessibleName(tr("Progress of the training"))
        self.message = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.message.setAccessibleName(tr("What the run told"))
        self.message.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.pause = _button(tr("Pause"), tr(WAITS), self.asked_pause)
        self.stop = _button(tr("Stop and save"), tr("It ends; one can go on with it later"), self.asked_stop)
        self.open = _button(
            tr("Open in viewer"), tr("Look at pictures with the best checkpoint"), self.asked_open
        )
        self._lay_out()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
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

    def show_run(self, run: Run, asked: str, has_model: bool) -> None:
        """asked: what it was asked and has not done yet: pause, stop or nothing. has_model: something can be opened."""
        self.name.setText(run.out.name)
        self.name.setToolTip(str(run.out))
        self.state.setText(_state(run, asked))
        self.progress.setText(_progress(run))
        self.bar.setValue(PARTS * run.step // run.steps if run.steps else 0)
        told = run.message or (run.notices[-1] if run.notices else "")
        self.message.setText(told)
        self.message.setVisible(bool(told))
        waits = run.phase is Phase.PAUSED or asked == "pause" or not run.going
        self.pause.setText(tr("Resume") if waits else tr("Pause"))
        more = tr("For more steps than its recipe has, say so under Changes: train.steps=20000")
        on = more if run.phase is Phase.FINISHED else tr("Goes on where it was")
        self.pause.setToolTip(on if waits else tr(WAITS))
        self.pause.setEnabled(asked != "stop" and (run.going or run.step > 0))
        self.stop.setEnabled(run.going and asked != "stop")
        self.open.setEnabled(has_model)


def _state(run: Run, asked: str) -> str:
    if asked == "stop" and run.going:
        return tr("Stopping…")
    if asked == "pause" and run.phase is Phase.RUNNING:
        return tr("Pausing…")
    return tr("Starting…") if run.phase is Phase.STARTING else tr(run.phase.value)


def _progress(run: Run) -> str:
    """Step 1,500 of 10,000 · 12 min left."""
    if not run.steps:
        return tr("The images are being read") if run.going else ""
    done = tr("Step {step} of {steps}").format(
        step=formatting.count(run.step), steps=formatting.count(run.steps)
    )
    left = run.seconds_left
    return tr("{done} · {time} left").format(done=done, time=formatting.span(left)) if left else done


def _button(text: str, tip: str, signal: Signal) -> QPushButton:
    button = QPushButton(text, toolTip=tip)
    button.clicked.connect(signal)
    return button
