"""Switches between the picture and the training tab, and shows a run's checkpoints over the picture."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QStackedWidget, QTabBar, QWidget

from engine.base.printable import file_name
from viewer.base.language import tr
from viewer.training.time_slider import TimeSlider

if TYPE_CHECKING:
    from viewer.training.run import Run
    from viewer.training.run_search import RunSearch
    from viewer.training.tab import TrainingTab

LOOK_INTERVAL = 500
"""Milliseconds from the start of a window, which shows its picture first, to the search for a training."""
PICTURE, TRAINING = 0, 1
"""Indices of the tabs."""


class TrainingController(QObject):
    """`chosen`: a model's file to load. `notified`, `failed`: a text for the notice bar. `switched`: between the tabs.

    `announced`: a text for the notice bar that stays, and the action of its button.

    pages: the window's pages; the training tab is created and added when it is first shown. bar, slider: widgets that
    the window lays out; they are hidden until they are useful.
    """

    chosen = Signal(object)
    notified = Signal(str)
    failed = Signal(str)
    announced = Signal(str, object)
    switched = Signal()

    def __init__(self, pages: QStackedWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = pages
        self._picture: QWidget | None = None  # the page to return to
        self._models: tuple[str, ...] = ()
        self.tab: TrainingTab | None = None
        self.bar = QTabBar(drawBase=False, expanding=False, documentMode=True)
        self.bar.addTab(tr("Picture"))
        self.bar.addTab(tr("Training"))
        self.bar.setAccessibleName(tr("Window content"))
        self.bar.currentChanged.connect(self._switch)
        self.bar.hide()
        self.slider = TimeSlider()
        self.slider.chosen.connect(self.chosen)
        self.slider.closed.connect(self._close_slider)
        self._search: RunSearch | None = None
        self._look = QTimer(self, singleShot=True, interval=LOOK_INTERVAL)
        self._look.timeout.connect(self._continue_to_look)
        self._slider_run: Path | None = None  # the run whose checkpoints the slider has
        pages.currentChanged.connect(self._follow_page)

    @property
    def shown(self) -> bool:
        """Whether the window shows the training tab."""
        return self.tab is not None and self._pages.currentWidget() is self.tab

    def toggle(self) -> None:
        """Switches to the training tab, or back to the picture."""
        self.bar.show()
        self.bar.setCurrentIndex(PICTURE if self.shown else TRAINING)

    def look_for_run(self) -> None:
        """Announces, in a moment, a training that an earlier window left running."""
        self._look.start()

    def _continue_to_look(self) -> None:
        from viewer.training.run_search import RunSearch

        self._search = self._search or RunSearch()
        if not self._search.done:
            self._look.start()
        elif self._search.found is not None and self.tab is None:  # a tab shows it already
            name = file_name(self._search.found.name)
            text = tr("{name} is being trained in the background.").format(name=name)
            self.announced.emit(text, (tr("Show"), self._show_training))

    def _show_training(self) -> None:
        if not self.shown:
            self.toggle()

    def fill_screen(self, full: bool) -> None:
        """Hides the tab bar in full screen."""
        self.bar.setVisible(not full and self.tab is not None)

    def offer_models(self, models: tuple[str, ...]) -> None:
        """Offers the installed models: a run may start from one."""
        self._models = models
        if self.tab is not None:
            self.tab.form.offer(models)

    def model_loaded(self) -> None:
        """Called when the engine has loaded a model, or failed to."""
        self.slider.model_loaded()

    def may_close(self, window: QWidget) -> bool:
        """Asks what to do with an active run. Returns whether the window may close."""
        if self.tab is None or not self.tab.monitor.active:
            return True
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Close Unpixel"))
        box.setText(tr("A model is being trained."))
        box.setInformativeText(
            tr("The training can continue in the background. The next window shows it again.")
            if not self.tab.waiting
            else tr("It can continue in the background. The runs that wait for its end are not started.")
        )
        leave = box.addButton(tr("Keep running"), QMessageBox.ButtonRole.AcceptRole)
        stop = box.addButton(tr("Stop and save"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel).setIcon(QIcon())
        box.setDefaultButton(leave)
        box.exec()
        if box.clickedButton() is stop:
            self.tab.stop()
        return box.clickedButton() in (leave, stop)

    def end(self) -> None:
        """Ends what belongs to the window. An active run continues in its own process."""
        if self.tab is not None:
            self.tab.end()

    def _switch(self, tab: int) -> None:
        if tab == PICTURE:
            self._pages.setCurrentWidget(self._picture)
        elif not self.shown:
            self._picture = self._pages.currentWidget()
            self._pages.setCurrentWidget(self._ensure_tab())

    def _follow_page(self) -> None:
        with QSignalBlocker(self.bar):
            self.bar.setCurrentIndex(TRAINING if self.shown else PICTURE)
        self.slider.setVisible(self._slider_run is not None and not self.shown)
        self.switched.emit()

    def _ensure_tab(self) -> "TrainingTab":
        if self.tab is None:
            from viewer.training.run_monitor import RunMonitor
            from viewer.training.tab import TrainingTab

            self.tab = TrainingTab(RunMonitor(self))
            self.tab.form.offer(self._models)
            self.tab.notified.connect(self.notified)
            self.tab.failed.connect(self.failed)
            self.tab.open_requested.connect(self._open)
            self.tab.monitor.changed.connect(self._update_slider)
            self._pages.addWidget(self.tab)
            self.tab.attach_active()
        return self.tab

    def _open(self, run: "Run") -> None:
        """Shows the picture with the run's best checkpoint, and the time slider for the others."""
        assert self.tab is not None
        self._slider_run = run.out
        self.slider.offer(run.out.name, self.tab.stops())
        self.bar.setCurrentIndex(PICTURE)
        self.slider.choose_last()

    def _update_slider(self, run: "Run") -> None:
        if self.tab is not None and run.out == self._slider_run:
            self.slider.offer(run.out.name, self.tab.stops())

    def _close_slider(self) -> None:
        self._slider_run = None
