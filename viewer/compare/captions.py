"""Labels on the canvas that name the picture in each pane. The label of a reference opens a menu of references."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from viewer.base.display_names import FILE, title
from viewer.base.language import tr
from viewer.canvas.comparison import MAX_EXTRA_PANES, MODEL, Comparison, Mode, own_title
from viewer.compare.reference_menu import ReferenceMenu

MARGIN = 10
"""Distance of a label from its pane's edges, in logical px."""


@dataclass(frozen=True)
class Caption:
    """Content and place of one label.

    pane: index of the pane. right: True at the pane's right end, False at its left end.
    name: the reference that the menu replaces; MODEL means no menu.
    """

    text: str
    pane: int
    right: bool
    name: str


def captions(
    comparison: Comparison, model: str, picture: str, identical: bool, pending: bool
) -> list[Caption]:
    """Returns the labels of a comparison.

    model: name of the current model. picture: name of the shown picture.
    identical: True at a scale of at most 1, where model and references show the same pixels.
    pending: True while a reference is incomplete.
    """

    def named(name: str) -> str:
        if name == MODEL:
            return own_title(comparison, model, picture)
        if identical and not name.startswith(FILE):
            return tr("{name} (same up to 100 %)").format(name=title(name))
        return tr("{name}, refining…").format(name=title(name)) if pending else title(name)

    if comparison.mode is Mode.SIDE_BY_SIDE:
        return [
            Caption(
                named(comparison.reference if name == MODEL and comparison.flipped else name),
                pane,
                False,
                name,
            )
            for pane, name in enumerate(comparison.pane_names)
        ]
    if comparison.mode is Mode.FLIP or comparison.key_held:
        visible = comparison.reference if comparison.flipped else MODEL
        return [Caption(named(visible), 0, False, visible)]
    if comparison.mode is Mode.WIPE:
        return [
            Caption(named(comparison.reference), 0, False, comparison.reference),
            Caption(named(MODEL), 0, True, MODEL),
        ]
    if comparison.mode is Mode.DIFFERENCE:
        return [
            Caption(
                _difference(comparison, model, picture, identical, pending), 0, False, comparison.reference
            )
        ]
    return []


def _difference(comparison: Comparison, model: str, picture: str, identical: bool, pending: bool) -> str:
    one, other = own_title(comparison, model, picture), title(comparison.reference)
    if identical and not comparison.reference.startswith(FILE):
        return tr("{one} and {other} are the same up to 100 %").format(one=one, other=other)
    name = f"{one} − {other}, ×{comparison.gain}"
    return tr("{name}, refining…").format(name=name) if pending else name


class Captions(QWidget):
    """Owner of the labels, which are children of the canvas; this widget itself stays hidden.

    `chosen`: emits the name of the chosen reference and the index of its pane.
    """

    chosen = Signal(str, int)

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.hide()
        self.labels = [self._label(canvas, pane) for pane in range(MAX_EXTRA_PANES + 2)]
        self._current: object = None

    def show_on(self, panes: list[QRect], content: list[Caption], names: tuple[str, ...]) -> None:
        """Updates and places the labels. panes: in logical px. names: references that the menus offer."""
        state = panes, content, names
        if self._current == state:
            return
        self._current = state
        for number, label in enumerate(self.labels):
            if self._current is not state:
                return  # Showing a label lays out the window, which may call this method again with other panes.
            label.setVisible(number < len(content))
            if number < len(content):
                _update_label(label, content[number], names)
                pane = panes[content[number].pane]
                sharing = sum(other.pane == content[number].pane for other in content)
                label.setMaximumWidth(max(pane.width() // sharing - 2 * MARGIN, 1))
                label.adjustSize()
                right = pane.right() - MARGIN - label.width()
                label.move(right if content[number].right else pane.left() + MARGIN, pane.top() + MARGIN)
                label.raise_()

    @property
    def top_height(self) -> int:
        """Height of the canvas's top edge that the labels cover, in logical px."""
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


def _update_label(label: QToolButton, caption: Caption, names: tuple[str, ...]) -> None:
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
    label.setToolTip(tr("Choose the reference to compare with") if choice else "")
    label.style().polish(label)
