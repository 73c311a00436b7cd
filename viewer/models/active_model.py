"""State of the active model: which model decodes, and which one was requested last. Runs in the window's thread."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from engine.session.events import Event, ModelMeasured, ModelReady, ModelSpeed, PictureSource
from engine.session.session import Session
from viewer.base.language import tr
from viewer.models import automatic
from viewer.models.automatic import BEST
from viewer.models.menu import AUTOMATIC, ModelMenu
from viewer.models.open_picture import OpenPicture
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
    automatic: the speed of the machine and the picture decide (automatic.py), until the user chooses another.
    picture: the open one.
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
        self.picture = OpenPicture()
        self._speed: ModelSpeed | None = None  # of BEST, since the choice became automatic
        self._undecided = False  # the automatic choice has not seen the picture yet
        self._explained: set[str] = set()  # models that the automatic choice has given its reason for
        menu.chosen.connect(self.use)

    @property
    def model(self) -> str:
        """Name or path of the model that decodes; before the first one is loaded, of the requested one."""
        return self.requested if self.ready is None else self.ready.requested

    def begin_with(self, model: str) -> None:
        """Sets the model that `prepare` loads first; MODEL takes its place if it does not load."""
        self._initial = model

    @property
    def choice(self) -> str:
        """What the user has chosen: the model that decodes, or AUTOMATIC."""
        return AUTOMATIC if self.automatic else self.model

    def stands_for(self, model: str) -> bool:
        """Whether a saved view of a model can be shown without another choice.

        The automatic choice decides anew between the quick models for each picture.
        """
        both_quick = {model, self.requested} <= automatic.QUICK_ONES
        return model == self.requested or (self.automatic and both_quick)

    def use(self, model: str) -> None:
        """Requests another model, by its name or its file, or the automatic choice."""
        self.automatic, self._speed = model == AUTOMATIC, None
        self.follow(automatic.quick(self.picture.kind) if self.automatic else model)

    def follow(self, model: str) -> None:
        """Requests a model, whoever has chosen it."""
        self._started, self.requested = True, model
        self._status.model.setText(tr("Loading the model…"))
        self._session.use_model(model)

    def prepare(self) -> None:
        """Requests the first model, and for the automatic choice the one for another picture.

        Loading takes 0.1 s to seconds. So this is called when a view needs a model, or when nothing else is to do.
        """
        if not self._started:
            self.use(self._initial)
        elif self.automatic and self._undecided:
            self._decide(explain=self._notices.isHidden())

    def choose_file(self) -> None:
        """Asks for a model's file."""
        kinds = tr("Models (*.pth *.pt *.safetensors);;All files (*)")
        path = file_dialogs.open_file(self._window, tr("Open model"), kinds)
        if path is not None:
            self.use(str(path))

    @Slot(object)
    def handle(self, event: Event) -> None:
        """Handles an event of the engine. For the automatic choice, the best model's speed is measured first."""
        self.picture.handle(event)
        match event:
            case PictureSource():
                self._undecided = True
            case ModelReady(requested=name) if self.automatic and name in automatic.QUICK_ONES:
                self._measure()
            case ModelMeasured(name=automatic.BEST, speed=speed) if self.automatic:
                was_asked = self._speed is None  # the user has just chosen it, and waits for the outcome
                self._speed = speed
                self._decide(explain=was_asked or self._notices.isHidden())

    def _measure(self) -> None:
        """Asks for the speed of the best model: also of one that is known, which may be that of another device."""
        from engine.checkpoints import library  # loaded by now

        waited_for = self._speed is not None and self._session.measuring
        if BEST in library.models() and not waited_for:
            self._session.measure_model(BEST)

    def _decide(self, explain: bool) -> None:
        """Requests the model of the automatic choice; until the speed is known, a quick one.

        explain: says the reason, unless it was said of this model before.
        """
        self._undecided = False
        if self._speed is None:
            name = automatic.quick(self.picture.kind)
        else:
            name, reason = automatic.choose(self._speed, automatic.runs_on_battery(), self.picture.kind)
            if explain and name not in self._explained:
                self._explained.add(name)
                self._notices.notify(reason)
        if name != self.requested:
            self.follow(name)

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
