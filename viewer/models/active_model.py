"""State of the active model: which model decodes, and which one was requested last. Runs in the window's thread."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from engine.session.events import Event, ModelMeasured, ModelReady
from engine.session.session import Session
from viewer.base.language import tr
from viewer.models import automatic
from viewer.models.automatic import BEST, QUICK
from viewer.models.menu import AUTOMATIC, ModelMenu
from viewer.widgets import file_dialogs
from viewer.widgets.notice_bar import NoticeBar
from viewer.widgets.status_line import StatusLine

MODEL = "live"
"""Name of the default model."""


class ActiveModel(QObject):
    """ready: the model that decodes; None until the first one is loaded.

    requested: the name or path of the model that was requested last. It differs from the one that decodes while it is
    loading; if it does not load, it goes back to that one.
    names: of the installed models; empty until the first one is loaded.
    automatic: the speed of the machine decides (automatic.py), until the user chooses another.
    """

    def __init__(
        self, window: QWidget, session: Session, menu: ModelMenu, status: StatusLine, notices: NoticeBar
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._menu, self._status, self._notices = menu, status, notices
        self._initial = self.requested = MODEL
        self._started = self.automatic = False
        self.ready: ModelReady | None = None
        self.names: tuple[str, ...] = ()
        menu.chosen.connect(self.use)

    @property
    def model(self) -> str:
        """Name or path of the model that decodes; before the first one is loaded, of the requested one."""
        return self.requested if self.ready is None else self.ready.requested

    def begin_with(self, model: str) -> None:
        """Sets the model that `use_first` loads; MODEL takes its place if it does not load."""
        self._initial = model

    @property
    def choice(self) -> str:
        """What the user has chosen: the model that decodes, or AUTOMATIC."""
        return AUTOMATIC if self.automatic else self.model

    def use(self, model: str) -> None:
        """Requests another model, by its name or its file, or the automatic choice."""
        self.automatic = model == AUTOMATIC
        self.follow(QUICK if self.automatic else model)

    def follow(self, model: str) -> None:
        """Requests a model, whoever has chosen it."""
        self._started, self.requested = True, model
        self._status.model.setText(tr("Loading the model…"))
        self._session.use_model(model)

    def use_first(self) -> None:
        """Requests the first model, unless a model was requested already."""
        if not self._started:
            self.use(self._initial)

    def choose_file(self) -> None:
        """Asks for a model's file."""
        kinds = tr("Models (*.pth *.pt *.safetensors);;All files (*)")
        path = file_dialogs.open_file(self._window, tr("Open model"), kinds)
        if path is not None:
            self.use(str(path))

    @Slot(object)
    def handle(self, event: Event) -> None:
        """Handles an event of the engine. For the automatic choice, the best model's speed is measured first."""
        match event:
            case ModelReady(requested=automatic.QUICK) if self.automatic:
                from engine.checkpoints import library  # loaded by now

                if BEST in library.models():
                    self._session.measure_model(BEST)
            case ModelMeasured(name=automatic.BEST, speed=speed) if self.automatic:
                name, reason = automatic.choose(speed, automatic.runs_on_battery())
                if name != self.requested:
                    self.follow(name)
                self._notices.notify(reason)

    def loaded(self, ready: ModelReady) -> None:
        """A model decodes from now on."""
        self._initial = MODEL  # the model of the last run loads
        self.ready = ready
        if ready.requested == self.requested:
            self._status.show_model(ready)

    def fail(self) -> None:
        """The requested model does not load: the one before goes on decoding."""
        if self.ready is not None:
            self.requested = self.ready.requested
            self._status.show_model(self.ready)
            return
        self._status.model.setText(tr("No model"))
        if self.requested == self._initial != MODEL:
            self.use(MODEL)

    def offer(self, names: tuple[str, ...]) -> None:
        """Lists the installed models in the menu."""
        self.names = names
        if self.ready is not None:
            self._menu.offer(names, self.ready.name, self.ready.requested, self.automatic)

    def fetched(self, name: str, failure: str) -> None:
        """A model was downloaded, or failed to."""
        if failure:
            self._notices.show_error(failure)
            return
        self._session.list_models()
        text = tr("{name} was downloaded, verified and installed.").format(name=name)
        self._notices.notify(text, (tr("Use"), lambda: self.use(name)))
