"""Training beside viewing: the way to the tab, the run that is followed, its checkpoints over the picture."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QStackedWidget, QTabBar, QWidget

from viewer.base.language import tr
from viewer.training.time_slider import TimeSlider

if TYPE_CHECKING:
    from viewer.training.run import Run
    from viewer.training.tab import TrainingTab

PICTURE, TRAINING = 0, 1
"""The tabs, in order."""


class TrainingController(QObject):
    """`chosen`: a model's file. `told`, `failed`: a message. `switched`: the picture or the training is shown now.

    pages: the window's; the tab is made and added to them when it is first asked for. bar, slider: for the window to
    lay out, hidden until there is a use for them.
    """

    chosen = Signal(str)
    told = Signal(str)
    failed = Signal(str)
    switched = Signal()

    def __init__(self, pages: QStackedWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = pages
        self._picture: QWidget | None = None  # the page to go back to
        self._models: tuple[str, ...] = ()
        self.tab: TrainingTab | None = None
        self.bar = QTabBar(drawBase=False, expanding=False, documentMode=True)
        self.bar.addTab(tr("Picture"))
        self.bar.addTab(tr("Training"))
        self.bar.setAccessibleName(tr("What the window shows"))
        self.bar.currentChanged.connect(self._switch)
        self.bar.hide()
        self.slider = TimeSlider()
        self.slider.chosen.connect(self.chosen)
        self.slider.closed.connect(self._put_slider_away)
        self._looked_through: Path | None = None  # the run that the slider is about
        pages.currentChanged.connect(self._follow_page)

    @property
    def shown(self) -> bool:
        """Whether the training tab is what the window shows."""
        return self.tab is not None and self._pages.currentWidget() is self.tab

    def toggle(self) -> None:
        """To the training, and back to the picture."""
        self.bar.show()
        self.bar.setCurrentIndex(PICTURE if self.shown else TRAINING)

    def fill_screen(self, full: bool) -> None:
        """Nothing but the page, or all there is to see."""
        self.bar.setVisible(not full and self.tab is not None)

    def offer_models(self, models: tuple[str, ...]) -> None:
        """The installed models: a training may begin from one."""
        self._models = models
        if self.tab is not None:
            self.tab.form.offer(models)

    def model_loaded(self) -> None:
        """The engine has loaded a model, or could not."""
        self.slider.served()

    def may_close(self, window: QWidget) -> bool:
        """Asks what is to become of a training that is going on. Returns whether the window may close."""
        if self.tab is None or not self.tab.follower.going:
            return True
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Close Unpixel"))
        box.setText(tr("A model is being trained."))
        box.setInformativeText(
            tr("It can go on without the window, which shows it again when it is opened next.")
        )
        leave = box.addButton(tr("Leave it running"), QMessageBox.ButtonRole.AcceptRole)
        stop = box.addButton(tr("Stop and save"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel).setIcon(QIcon())
        box.setDefaultButton(leave)
        box.exec()
        if box.clickedButton() is stop:
            self.tab.stop()
        return box.clickedButton() in (leave, stop)

    def end(self) -> None:
        """Ends what belongs to the window. A training goes on: it is a process of its own."""
        if self.tab is not None:
            self.tab.end()

    def _switch(self, tab: int) -> None:
        if tab == PICTURE:
            self._pages.setCurrentWidget(self._picture)
        elif not self.shown:
            self._picture = self._pages.currentWidget()
            self._pages.setCurrentWidget(self._made())

    def _follow_page(self) -> None:
        with QSignalBlocker(self.bar):
            self.bar.setCurrentIndex(TRAINING if self.shown else PICTURE)
        self.slider.setVisible(self._looked_through is not None and not self.shown)
        self.switched.emit()

    def _made(self) -> "TrainingTab":
        if self.tab is None:
            from viewer.training.follower import Follower
            from viewer.training.tab import TrainingTab

            self.tab = TrainingTab(Follower(self))
            self.tab.form.offer(self._models)
            self.tab.told.connect(self.told)
            self.tab.failed.connect(self.failed)
            self.tab.asked_open.connect(self._open)
            self.tab.follower.changed.connect(self._update_slider)
            self._pages.addWidget(self.tab)
            self.tab.attach_going()
        return self.tab

    def _open(self, run: "Run") -> None:
        """The picture, through the run's best checkpoint, with the others at hand."""
        assert self.tab is not None
        self._looked_through = run.out
        self.slider.offer(run.out.name, self.tab.stops())
        self.bar.setCurrentIndex(PICTURE)
        self.slider.choose_last()

    def _update_slider(self, run: "Run") -> None:
        if self.tab is not None and run.out == self._looked_through:
            self.slider.offer(run.out.name, self.tab.stops())

    def _put_slider_away(self) -> None:
        self._looked_through = None
