"""The training tab: on the left the form of a new run, on the right the progress of the current one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.base import paths
from engine.base.messages import mark
from engine.base.printable import file_name
from viewer.base import background, local_files
from viewer.base.language import tr
from viewer.training import run_folder, run_request
from viewer.training.check_note import note
from viewer.training.columns import RUN_WIDTH, Columns
from viewer.training.form import EMPTY, Form
from viewer.training.header import Header
from viewer.training.image_check import ImageCheck, Verdict
from viewer.training.run import Phase, Run
from viewer.training.run_monitor import RunMonitor
from viewer.training.run_request import RunRequest
from viewer.training.samples import Samples
from viewer.training.time_slider import Stop

if TYPE_CHECKING:
    from viewer.training.plots import Plots

MAX_STEPS = 10**9
"""Largest number of steps that can be asked for."""
START = mark("Start the training in a separate process")
NO_RUN = mark(
    '<p style="font-size:x-large">Drop a folder of images here</p>\n<p>Then press '
    "Start. Curves and samples appear here during training.<br>\nDrop the folder of "
    "a run to follow it.</p>"
)


class TrainingTab(QWidget):
    """`open_requested`: the Run to open the best checkpoint of. `notified`, `failed`: a text for the notice bar."""

    open_requested = Signal(object)
    notified = Signal(str)
    failed = Signal(str)

    def __init__(self, monitor: RunMonitor) -> None:
        super().__init__()
        self.setAccessibleName(tr("Training"))
        self.setAcceptDrops(True)
        self.form, self.header, self.samples = Form(), Header(), Samples()
        self.check = ImageCheck(self)
        self.monitor = monitor
        self.begin = QPushButton(tr("Start"), toolTip=tr(START))
        self.begin.setProperty("primary", True)
        self.look = QPushButton(
            tr("Runs…"), toolTip=tr("Compare runs, follow a running one or open a finished one")
        )
        self.why = note(tr("Why no run can be started"))
        self.empty = QLabel(tr(NO_RUN), alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.empty.setMinimumWidth(RUN_WIDTH)
        self.empty.setProperty("faint", True)
        self.waiting: tuple[RunRequest, ...] = ()  # in their order; they end with the window
        self.queue = QLabel(wordWrap=True)
        self.queue.setProperty("faint", True)
        self.forget = QPushButton(tr("Do not start them"))
        self.plots: Plots | None = None
        self._images_fit = True
        self._lay_out()
        self._connect()
        self.form.restore()
        self._enable()

    def _lay_out(self) -> None:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(20, 16, 14, 8)
        column.addLayout(self.form)
        column.addWidget(self.queue)
        column.addWidget(self.forget)
        self.queue.hide()
        self.forget.hide()
        column.addStretch()
        foot = QWidget()
        lines = QVBoxLayout(foot)
        lines.setContentsMargins(20, 8, 14, 16)
        lines.addWidget(self.why)
        row = QHBoxLayout()
        row.setSpacing(10)
        lines.addLayout(row)
        row.addWidget(self.begin, 1)
        row.addWidget(self.look)
        run = QWidget()
        self._right = QVBoxLayout(run)
        self._right.setContentsMargins(14, 16, 20, 16)
        self._right.setSpacing(12)
        self._right.addWidget(self.header)
        self._right.addWidget(self.empty, 1)
        self.header.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.columns = Columns(fields, foot, run)
        outer.addWidget(self.columns)

    def _connect(self) -> None:
        self.form.changed.connect(self._schedule_check)
        self.form.run_chosen.connect(self.attach)
        self.check.reported.connect(self._show_verdict)
        self.begin.clicked.connect(self.start)
        self.look.clicked.connect(self.show_runs)
        self.forget.clicked.connect(lambda: self._wait_for_turn(()))
        self.header.pause_requested.connect(self.pause)
        self.header.stop_requested.connect(self.stop)
        self.header.open_requested.connect(lambda: self.open_requested.emit(self.monitor.run))
        self.monitor.changed.connect(self.show_run)
        self.monitor.over.connect(self._report_end)

    # Commands of the user.

    def start(self) -> None:
        """Starts the run that the form describes, or lets it wait for the end of the one that is active."""
        self.check.cancel()  # the trainer checks again
        self.form.remember()
        self.form.forget_out()
        self._wait_for_turn((*self.waiting, self.form.request))
        if not self.monitor.active:
            self._start_next()

    def _wait_for_turn(self, requests: tuple[RunRequest, ...]) -> None:
        self.waiting = requests
        self.form.taken = frozenset(Path(request.out) for request in requests)
        self.form.suggest_out()
        text = tr("%Ln runs wait for the end of this one.", "", len(requests))
        self.queue.setText(text if requests else "")
        self.queue.setVisible(bool(requests))
        self.forget.setVisible(bool(requests))
        self._enable()

    def _start_next(self) -> None:
        request, *others = self.waiting
        self._wait_for_turn(tuple(others))
        self._try(lambda: self.monitor.start(Path(request.out), request.start_arguments))

    def pause(self) -> None:
        """Pauses the run; continues one that is paused, resumes one that has ended; asks how long to train on."""
        run = self.monitor.run
        if run is None:
            return
        if run.phase is Phase.FINISHED:
            steps = self._ask_steps(run)
            if steps:
                self._resume(run, (f"train.steps={steps}",))
        elif not run.active:
            self._resume(run, self.form.request.changes)
        elif run_folder.requested(run.out, "pause"):
            self._try(self.monitor.unpause)
        else:
            self._try(self.monitor.pause)

    def _resume(self, run: Run, changes: tuple[str, ...]) -> None:
        arguments = run_request.resume_arguments(run.out, changes)
        self._try(lambda: self.monitor.start(run.out, arguments))

    def _ask_steps(self, run: Run) -> int:
        """Asks for the last step of a run that is complete. Returns 0 if the user cancels."""
        text = tr("Train “{name}” up to step:").format(name=file_name(run.out.name))
        least, most = min(run.steps, MAX_STEPS - 1) + 1, MAX_STEPS
        steps, accepted = QInputDialog.getInt(
            self, tr("Train longer"), text, min(2 * run.steps, most), least, most, max(run.steps // 10, 1)
        )
        return steps if accepted else 0

    def stop(self) -> None:
        """Requests the run to save and end."""
        self._try(self.monitor.stop)

    def attach(self, folder: Path) -> None:
        """Shows the run in a folder, and follows it if it is active."""
        if _is_run(folder):
            self.monitor.attach(folder)
        else:
            why = tr("{folder}: contains no run; choose a folder with a recipe.json")
            self.failed.emit(why.format(folder=file_name(folder)))

    def attach_active(self) -> None:
        """Shows the run that an earlier window left running, if there is one."""
        active = run_folder.active_run()
        if active is not None:
            self.attach(active)

    def show_runs(self) -> None:
        """Opens the dialog of all runs."""
        from viewer.training.runs_dialog import RunsDialog  # pyqtgraph takes half a second to load

        dialog = RunsDialog(self, self.form.choose_run)
        dialog.opened.connect(self.attach)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def stops(self) -> tuple[Stop, ...]:
        """The stops of the time slider: (name, model) of each checkpoint of the run."""
        return run_folder.stops(self.monitor.run.out) if self.monitor.run is not None else ()

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except OSError as error:
            where = error.filename or self.form.request.out
            why = tr("{path}: cannot be written ({reason}); choose another output folder")
            self.failed.emit(why.format(path=where, reason=error.strerror))

    # What is shown.

    def show_run(self, run: Run) -> None:
        """Shows another run, or the current one after a change."""
        self.empty.hide()
        self.header.show()
        requests = (what for what in ("stop", "pause") if run.active and run_folder.requested(run.out, what))
        has_model = run_folder.best(run.out) is not None
        self.header.show_run(run, next(requests, ""), _is_run(run.out), has_model)
        self._ensure_plots().show_run(run)
        self.samples.show_run(run)
        self.form.suggest_out()
        self._enable()

    def _ensure_plots(self) -> "Plots":
        if self.plots is None:
            from viewer.training.plots import Plots

            self.plots = Plots(self.samples)
            self._right.addWidget(self.plots, 1)
        return self.plots

    def _report_end(self, run: Run) -> None:
        if run.phase is Phase.FAILED:
            self.failed.emit(run.message)
        elif run.phase is Phase.FINISHED:
            text = tr("{name}: training finished after %Ln steps.", "", run.steps)
            self.notified.emit(text.format(name=file_name(run.out.name)))
        else:
            text = tr("{name}: training stopped after %Ln steps; it can be resumed.", "", run.step)
            self.notified.emit(text.format(name=file_name(run.out.name)))
        if self.waiting:
            self._start_next()

    def _schedule_check(self) -> None:
        request = self.form.request
        self.check.schedule(request if request.images else None)
        if not request.images:
            self._show_verdict(Verdict(tr(EMPTY), True))
        self._enable()

    def _show_verdict(self, verdict: Verdict) -> None:
        self._images_fit = verdict.may_start
        self.form.show_verdict(verdict.text, verdict.details)
        self._enable()

    def _enable(self) -> None:
        request = self.form.request
        why, active = "", self.monitor.active
        if not request.images:
            why = tr("Choose the images first")
        elif not request.out or Path(request.out) in self.form.taken or _is_run(Path(request.out)):
            why = tr("Choose a new output folder")
        elif self.check.busy:
            why = tr("The images are being checked")
        elif not self._images_fit:
            why = tr("These images cannot be used for training")
        self.begin.setEnabled(not why)
        self.why.setText(why)
        self.why.setVisible(bool(why))
        busy = tr("The next run has a folder of its own; the one that goes on keeps its own.")
        self.form.explain_out(busy if active else "")
        self.begin.setText(tr("Start after this run") if active else tr("Start"))
        tip = tr("Start this run when the present one has ended") if active else tr(START)
        self.begin.setToolTip(why or tip)

    def end(self) -> None:
        """Ends the tab's check and monitor. An active run continues."""
        self.form.remember()
        self.check.end()
        self.monitor.end()

    # Events: a folder of images or of a run may be dropped anywhere on the tab.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _folders(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        folder = _folders(event)[0]
        if _is_run(folder):
            self.attach(folder)
        else:
            self.form.images.set_path(folder)
        event.acceptProposedAction()


def _folders(event: QDropEvent) -> list[Path]:
    """Returns the dropped folders. Dropped pictures are opened by the window."""
    return [path for path in local_files.paths_of(event.mimeData()) if _is_folder(path)]


def _is_folder(path: Path) -> bool:
    return background.soon(partial(paths.is_folder, path), False)


def _is_run(folder: Path) -> bool:
    return background.soon(partial(run_folder.is_run, folder), False)
