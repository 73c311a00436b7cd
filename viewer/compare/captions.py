"""Short labels on the canvas: what is seen where. Those of references open a menu of the others."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from viewer.base.language import tr
from viewer.canvas.comparison import MODEL, MOST_OTHERS, Comparison, Mode, mixture, title
from viewer.compare.reference_menu import ReferenceMenu

MARGIN = 10
"""Logical px from a pane's edge."""


@dataclass(frozen=True)
class Caption:
    """pane: the one it is in. right: at its right end, else at its left. name: what its menu changes; MODEL: none."""

    text: str
    pane: int
    right: bool
    name: str


def captions(seen: Comparison, model: str, alike: bool, pending: bool) -> list[Caption]:
    """What is to be said. model: its name. alike: the view is at 1:1 or smaller, where nothing is made up.

    pending: what it is compared with is not complete yet.
    """

    def named(name: str) -> str:
        if name == MODEL:
            return mixture(seen, model)
        if alike:
            return tr("{name}, the same up to 100 %").format(name=title(name))
        return tr("{name}, refining…").format(name=title(name)) if pending else title(name)

    if seen.mode is Mode.BESIDE:
        return [
            Caption(named(seen.reference if name == MODEL and seen.flipped else name), pane, False, name)
            for pane, name in enumerate(seen.shown)
        ]
    if seen.mode is Mode.FLIP or seen.held:
        shown = seen.reference if seen.flipped else MODEL
        return [Caption(named(shown), 0, False, shown)]
    if seen.mode is Mode.WIPE:
        return [
            Caption(named(seen.reference), 0, False, seen.reference),
            Caption(named(MODEL), 0, True, MODEL),
        ]
    if seen.mode is Mode.DIFFERENCE:
        return [Caption(_difference(seen, model, alike, pending), 0, False, seen.reference)]
    return []


def _difference(seen: Comparison, model: str, alike: bool, pending: bool) -> str:
    one, other = mixture(seen, model), title(seen.reference)
    if alike:
        return tr("{one} and {other} do not differ up to 100 %").format(one=one, other=other)
    name = f"{one} − {other}, ×{seen.gain}"
    return tr("{name}, refining…").format(name=name) if pending else name


class Captions(QWidget):
    """`chosen`: a reference's name, and the pane that it is for. It is no more than its labels, on the canvas."""

    chosen = Signal(str, int)

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.hide()
        self.labels = [self._label(canvas, pane) for pane in range(MOST_OTHERS + 2)]
        self._shown: object = None

    def show_on(self, panes: list[QRect], said: list[Caption], names: tuple[str, ...]) -> None:
        """Puts the labels there. panes: logical px. names: what can be chosen."""
        now = panes, said, names
        if self._shown == now:
            return
        self._shown = now
        for number, label in enumerate(self.labels):
            if self._shown is not now:
                return  # showing one has the window laid out, which may end up here again, with other panes
            label.setVisible(number < len(said))
            if number < len(said):
                _dress(label, said[number], names)
                pane = panes[said[number].pane]
                right = pane.right() - MARGIN - label.width()
                label.move(right if said[number].right else pane.left() + MARGIN, pane.top() + MARGIN)
                label.raise_()

    @property
    def top_height(self) -> int:
        """How many logical px they take at the canvas's head."""
        first = self.labels[0]
        return 0 if first.isHidden() else first.geometry().bottom() + 1

    def _label(self, canvas: QWidget, number: int) -> QToolButton:
        label = QToolButton(
            canvas, objectName="caption", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup
        )
        label.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        menu = ReferenceMenu("", label)
        menu.chosen.connect(lambda name: self.chosen.emit(name, number))
        label.setMenu(menu)
        label.hide()
        return label


def _dress(label: QToolButton, caption: Caption, names: tuple[str, ...]) -> None:
    menu = label.menu()
    assert isinstance(menu, ReferenceMenu)
    choice = caption.name != MODEL
    menu.offer(names, caption.name)
    menu.setEnabled(choice)
    label.setProperty("choice", choice)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus if choice else Qt.FocusPolicy.NoFocus)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not choice)
    label.setText(caption.text + (" ▾" if choice else ""))
    label.setAccessibleName(caption.text)
    label.setToolTip(tr("Choose what the model is compared with") if choice else "")
    label.style().polish(label)
    label.adjustSize()
