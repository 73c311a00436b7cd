"""Which model decodes: the one that was asked for last, and the one that is there. The window's thread."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.session.events import ModelReady
from engine.session.session import Session
from viewer.base.language import tr
from viewer.models.menu import ModelMenu
from viewer.widgets.notice_bar import NoticeBar
from viewer.widgets.status_line import StatusLine

MODEL = "live"
"""The model at the start."""


class ActiveModel(QObject):
    """model: a name or a file's path. ready: what is known of the one that is there."""

    def __init__(
        self, window: QWidget, session: Session, menu: ModelMenu, status: StatusLine, notices: NoticeBar
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._menu, self._status, self._notices = menu, status, notices
        self._first = self.model = MODEL
        self._asked = False
        self.ready: ModelReady | None = None
        menu.chosen.connect(self.use)

    def begin_with(self, model: str) -> None:
        """What the last run decoded with; the usual one takes its place if it is gone since."""
        self._first = model

    def use(self, model: str) -> None:
        """Another model, by its name or its file."""
        self._asked, self.model = True, model
        self._status.model.setText(tr("Loading the model…"))
        self._session.use(model)

    def use_first(self) -> None:
        """The first model, unless one was asked for already."""
        if not self._asked:
            self.use(self._first)

    def choose_file(self) -> None:
        """Asks for a model's file."""
        kinds = tr("Models (*.pth *.pt *.safetensors);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open model"), "", kinds)
        if name:
            self.use(name)

    def take(self, ready: ModelReady) -> None:
        """The model is there."""
        self._first = MODEL  # the last run's has been seen to
        self.ready = ready
        self._status.show_model(ready)

    def fail(self) -> None:
        """The model that was asked for does not load."""
        self._status.model.setText(tr("No model"))
        if self.model == self._first != MODEL:
            self.use(MODEL)

    def offer(self, names: tuple[str, ...]) -> None:
        """These are installed."""
        if self.ready is not None:
            self._menu.offer(names, self.ready.name, self.ready.asked)

    def fetched(self, name: str, failure: str) -> None:
        """A model was fetched, or why not."""
        if failure:
            self._notices.show_error(failure)
            return
        self._session.describe()
        told = tr("{name} is here: what came is what was published, and it loads.").format(name=name)
        self._notices.notify(told, (tr("Use it"), lambda: self.use(name)))
