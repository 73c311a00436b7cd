"""The menu that chooses the model."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from viewer.base.language import tr
from viewer.commands.menus import mark_mnemonics


class ModelMenu(QMenu):
    """Lists the installed models above its commands. `chosen`: a model's name, or its file's path."""

    chosen = Signal(str)

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

    def offer(self, names: tuple[str, ...], current: str, asked: str) -> None:
        """Lists the models; the active one is checked, and added if it is not in `names`.

        current: display name of the active model. asked: the name or path that it was requested by.
        """
        for action in self._fixed:
            self.removeAction(action)
        self.clear()
        group = QActionGroup(self)
        texts = {name: name for name in names}
        if asked:
            texts.setdefault(asked, current)
        for model, text in texts.items():
            action = self.addAction(text.replace("&", "&&"))
            action.setToolTip(model)
            action.setCheckable(True)
            action.setChecked(model == asked)
            action.triggered.connect(lambda _checked=False, model=model: self.chosen.emit(model))
            group.addAction(action)
        self.addSeparator()
        self.addActions(self._fixed)
