"""The menu that chooses the model."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from engine.base.messages import mark
from viewer.base.display_names import title
from viewer.base.language import tr
from viewer.commands.menus import mark_mnemonics
from viewer.models.automatic import BEST, QUICK

AUTOMATIC = ":automatic"
"""Stands for the automatic choice where a model's name or path is expected. No model can have this name."""

AUTOMATIC_TIP = mark(
    "The best model that this computer prepares a view with within half a second, else a quick one for the picture"
)


class ModelMenu(QMenu):
    """Lists the installed models above its commands. `chosen`: a model's name, its file's path, or AUTOMATIC."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("&Model"), parent)
        self.setToolTipsVisible(True)
        self._fixed: list[QAction] = []
        self.offer((), "", "")

    def offer_always(self, actions: list[QAction]) -> None:
        """Sets the actions below the models."""
        self._fixed = actions
        mark_mnemonics(actions)
        self.addActions(actions)

    def offer(self, names: tuple[str, ...], current: str, asked: str, automatic: bool = False) -> None:
        """Lists the models; the active one is checked, and added if it is not in `names`.

        current: display name of the active model. asked: the name or path that it was requested by. automatic: the
        model was chosen automatically. That choice is listed if the models that it needs are installed.
        """
        for action in self._fixed:
            self.removeAction(action)
        self.clear()
        group = QActionGroup(self)
        texts = {name: title(name) for name in names}
        if asked:
            texts.setdefault(asked, current)
        if QUICK in names and BEST in names:
            chosen = tr("Automatic ({name})").format(name=title(current)) if automatic else tr("Automatic")
            texts = {AUTOMATIC: chosen} | texts
        checked = AUTOMATIC if automatic else asked
        for model, text in texts.items():
            action = self.addAction(text.replace("&", "&&"))
            action.setToolTip(tr(AUTOMATIC_TIP) if model == AUTOMATIC else model)
            action.setCheckable(True)
            action.setChecked(model == checked)
            action.triggered.connect(lambda _checked=False, model=model: self.chosen.emit(model))
            group.addAction(action)
        self.addSeparator()
        self.addActions(self._fixed)
