"""The button in the status line that shows the zoom, and opens a list of zooms with a field to type one."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget, QWidgetAction

from engine.base.messages import mark
from viewer.base import zoom_text
from viewer.base.language import tr
from viewer.widgets.elided_label import ElidedLabel

EXAMPLES = mark("350, ×12, 1:2, fit or fill")
"""What can be typed as a zoom."""


class ZoomButton(QToolButton):
    """`chosen`: device px per source px, typed. The actions of the list act by themselves.

    words: the actions that a word in the field triggers, by that word.
    """

    chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__(objectName="pill", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(tr("Zoom"))
        self.setToolTip(
            tr("Screen pixels per pixel of the picture, along each side.") + "\n" + tr("Click to type a zoom")
        )
        self._words: dict[str, QAction] = {}
        self._menu = QMenu(self)
        self.field = QLineEdit(placeholderText=tr(EXAMPLES))
        self.field.setAccessibleName(tr("Zoom to type"))
        self.field.textEdited.connect(lambda: self._explain(""))
        self.field.returnPressed.connect(self._accept)
        self.complaint = ElidedLabel()  # always there: an open menu gives its rows no other heights
        self.complaint.setAccessibleName(tr("Error"))
        self.complaint.setProperty("faint", True)
        self._explain("")
        self._typed = QWidgetAction(self._menu)
        self._typed.setDefaultWidget(_column(self.field, self.complaint))
        self._menu.addAction(self._typed)
        self._menu.aboutToShow.connect(self._begin)
        self.setMenu(self._menu)

    def offer(self, actions: Sequence[QAction], words: dict[str, QAction]) -> None:
        """Sets the entries below the field, and the words that it takes. Called once."""
        self._words = words
        self._menu.addSeparator()
        self._menu.addActions(actions)

    def _begin(self) -> None:
        self.field.setText(self.text())
        self.field.selectAll()
        self._explain("")
        QTimer.singleShot(0, self.field, self.field.setFocus)  # a menu takes the focus when it has opened

    def _accept(self) -> None:
        text = self.field.text().strip()
        scale, action = zoom_text.scale(text), self._words.get(text.casefold())
        if scale is None and action is None:
            self._explain(tr("No zoom: {text}").format(text=text))
            return
        self._menu.close()
        if action is not None:
            action.trigger()
        elif scale is not None:
            self.chosen.emit(scale)

    def _explain(self, text: str) -> None:
        self.complaint.setText(text or tr(EXAMPLES))


def _column(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(8, 8, 8, 6)
    for widget in widgets:
        column.addWidget(widget)
    return whole
