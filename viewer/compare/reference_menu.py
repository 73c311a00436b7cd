"""Menu of the references that the model can be compared with."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from viewer.base.display_names import title
from viewer.canvas.comparison import CLASSICAL


class ReferenceMenu(QMenu):
    """Menu with one checkable entry per reference. `chosen`: emits the reference's name."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._offered: tuple[tuple[str, ...], str] = ((), "")

    def offer(self, names: tuple[str, ...], current: str) -> None:
        """Lists the references and checks the current one. names: interpolations first, then models."""
        if (names, current) == self._offered:
            return
        self._offered = names, current
        self.clear()
        group = QActionGroup(self)
        for name in names:
            if name not in CLASSICAL and names[names.index(name) - 1] in CLASSICAL:
                self.addSeparator()
            action = self.addAction(title(name))
            action.setCheckable(True)
            action.setChecked(name == current)
            action.triggered.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            group.addAction(action)
