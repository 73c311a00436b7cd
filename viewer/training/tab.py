"""The trainer's tab: on the left what to train, on the right how it goes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from engine.base.messages import mark
from viewer.base.language import tr
from viewer.training import order as orders
from viewer.training import run_folder
from viewer.training.check import Check
from viewer.training.follower import Follower
from viewer.training.form import EMPTY, Form
from viewer.training.header import Header
from viewer.training.run import Phase, Run
from viewer.training.samples import Samples
from viewer.training.time_slider import Stop

if TYPE_CHECKING:
    from viewer.training.plots import Plots

FORM_WIDTH = 330
NO_RUN = mark("""<p style="font-size:x-large">Drop a folder of images here</p>
<p>Then press Start. Curves and samples appear here while a model is trained.<br>
Drop the folder of a run to see how it goes.</p>""")


class TrainingTab(QWidget):
    """`asked_open`: the Run whose best checkpoint is to be looked through. `told`, `failed`: a message."""

    asked_open = Signal(object)
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, follower: Follower) -> None:
        super().__init__()
        self.setAccessibleName(tr("Training"))
        self.setAcceptDrops(True)
        self.form, self.header, self.samples = Form(), Header(), Samples()
        self.check = Check(self)
        self.follower = follower
        self.begin = QPushButton(tr("Start"), toolTip=tr("Begin the training, in a process of its own"))
        self.begin.setProperty("primary", True)
        self.look = QPushButton(
            tr("Open a run…"), toolTip=tr("Follow one that is going, or look at one that has ended")
        )
        self.empty = QLabel(tr(NO_RUN), alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.empty.setProperty("faint", True)
        self.plots: Plots | None = None
        self._fine = True
        self._lay_out()
        self._connect()
        self._enable()

    def _lay_out(self) -> None:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(20, 16, 14, 8)
        column.addLayout(self.form)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(fields)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 14, 16)
        foot.setSpacing(10)
        foot.addWidget(self.begin, 1)
        foot.addWidget(self.look)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(scroll, 1)
        left.addLayout(foot)
        side = QFrame(objectName="side")
        side.setFixedWidth(FORM_WIDTH)
        left.setContentsMargins(0, 0, 0, 0)
        side.setLayout(left)
        self._right = QVBoxLayout()
        self._right.setContentsMargins(14, 16, 20, 16)
        self._right.setSpacing(12)
        self._right.addWidget(self.header)
        self._right.addWidget(self.empty, 1)
        self.header.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(self._right, 1)

    def _connect(self) -> None:
        self.form.changed.connect(self._ask_check)
        self.form.asked_run.connect(lambda folder: self.attach(Path(folder)))
        self.check.told.connect(self._judge)
        self.begin.clicked.connect(self.start)
        self.look.clicked.connect(self.form.choose_run)
        self.header.asked_pause.connect(self.pause)
        self.header.asked_stop.connect(self.stop)
        self.header.asked_open.connect(lambda: self.asked_open.emit(self.follower.run))
        self.follower.changed.connect(self.show_run)
        self.follower.over.connect(self._tell_over)

    # What the user asks for.

    def start(self) -> None:
        """Begins the run that the form describes."""
        order = self.form.order
        self.check.end()  # the trainer makes its own
        self.form.forget_out()
        self._try(lambda: self.follower.start(Path(order.out), order.start_arguments))

    def pause(self) -> None:
        """Pauses; goes on with a run that pauses, or has ended."""
        run = self.follower.run
        if run is None:
            return
        if not run.going:
            arguments = orders.resume_arguments(run.out, self.form.order.changes)
            self._try(lambda: self.follower.start(run.out, arguments))
        elif run_folder.asked(run.out, "pause"):
            self._try(self.follower.go_on)
        else:
            self._try(self.follower.wait)

    def stop(self) -> None:
        """Asks the run to save and end."""
        self._try(self.follower.stop)

    def attach(self, folder: Path) -> None:
        """Shows the run in a folder, and follows it while it goes."""
        if run_folder.is_run(folder):
            self.follower.attach(folder)
        else:
            why = tr("{folder}: holds no run; choose a folder with a recipe.json in it")
            self.failed.emit(why.format(folder=folder))

    def attach_going(self) -> None:
        """Shows the run that an earlier window has left running, if there is one."""
        going = run_folder.going()
        if going is not None:
            self.attach(going)

    def stops(self) -> tuple[Stop, ...]:
        """What the run can be looked through with, in order of time."""
        return run_folder.stops(self.follower.run.out) if self.follower.run is not None else ()

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except OSError as error:
            where = error.filename or self.form.order.out
            why = tr("{path}: cannot be written ({reason}); choose another output folder")
            self.failed.emit(why.format(path=where, reason=error.strerror))

    # What is shown.

    def show_run(self, run: Run) -> None:
        """A run, or news of it."""
        self.empty.hide()
        self.header.show()
        wish = next((w for w in ("stop", "pause") if run.going and run_folder.asked(run.out, w)), "")
        self.header.show_run(run, wish, run_folder.best(run.out) is not None)
        self._plots().show_run(run)
        self.samples.show_run(run)
        self.form.suggest_out()
        self._enable()

    def _plots(self) -> "Plots":
        if self.plots is None:
            from viewer.training.plots import Plots

            self.plots = Plots(self.samples)
            self._right.addWidget(self.plots, 1)
        return self.plots

    def _tell_over(self, run: Run) -> None:
        if run.phase is Phase.FAILED:
            self.failed.emit(run.message)
        elif run.phase is Phase.FINISHED:
            told = tr("{name} is trained: %Ln steps.", "", run.steps)
            self.told.emit(told.format(name=run.out.name))
        else:
            told = tr("{name} has stopped after %Ln steps; it can go on from there.", "", run.step)
            self.told.emit(told.format(name=run.out.name))

    def _ask_check(self) -> None:
        order = self.form.order
        self.check.ask(order if order.images else None)
        if not order.images:
            self._judge(tr(EMPTY), True)
        self._enable()

    def _judge(self, text: str, fine: bool) -> None:
        self._fine = fine
        self.form.judge(text)
        self._enable()

    def _enable(self) -> None:
        order = self.form.order
        why = ""
        if self.follower.going:
            why = tr("A run is going; one trains at a time")
        elif not order.images:
            why = tr("Choose the images first")
        elif not self._fine:
            why = tr("These images cannot be trained on")
        elif not order.out or run_folder.is_run(Path(order.out)):
            why = tr("Choose a new folder for the output")
        self.begin.setEnabled(not why)
        self.begin.setToolTip(why or tr("Begin the training, in a process of its own"))

    def end(self) -> None:
        """Gives up what goes on for this tab alone; a training is left as it is."""
        self.check.end()
        self.follower.end()

    # What Qt tells: a folder of images, or of a run, may be dropped anywhere on the tab.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _folders(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        folder = _folders(event)[0]
        if run_folder.is_run(folder):
            self.attach(folder)
        else:
            self.form.images.say(str(folder))
        event.acceptProposedAction()


def _folders(event: QDropEvent) -> list[Path]:
    """The folders among what is dropped; pictures are the window's to open."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.is_dir()]
