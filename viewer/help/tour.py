"""The tour: a small card over the picture with one hint at a time. It never takes the keyboard focus."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.commands import mnemonics
from viewer.help import hints
from viewer.help.hints import HINTS, Gesture

WIDTH, MARGIN = 430, 12
"""Logical px: of the card where there is room, and around it."""
ENLARGEMENT = 2.0
"""Factor from which a zoom counts as done."""


class Tour(QFrame):
    """Goes to the next hint by its button, and when the user does what the hint says. `ended`: finished or skipped.

    It lies at the lower edge of the canvas, above what covers that, and hides while it would lie over the middle.
    """

    ended = Signal()

    def __init__(self, canvas: Canvas, actions: Mapping[str, QAction], first: int = 0) -> None:
        super().__init__(canvas, objectName="card")
        self._canvas, self._actions = canvas, actions
        self._number = first
        self._covered = 0
        self._scale, self._fitted = 1.0, True  # of the view at the beginning of the hint
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.count = QLabel()
        self.count.setProperty("faint", True)
        self.skip_button, self.next_button = QPushButton(), QPushButton()
        self.next_button.setProperty("primary", True)
        self._lay_out()
        self.skip_button.clicked.connect(self.skip)
        self.next_button.clicked.connect(self.advance)
        canvas.view_changed.connect(self._follow_view)
        canvas.installEventFilter(self)
        for action in actions.values():
            action.triggered.connect(self._note_command)
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch()
        for button in (self.skip_button, self.next_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addLayout(row)

    @property
    def number(self) -> int:
        """Number of the hint that is shown, from 0."""
        return self._number

    def advance(self) -> None:
        """Shows the next hint; ends the tour after the last one."""
        self._number += 1
        hints.note_seen(self._number)
        if self._number < len(HINTS):
            self._show()
        else:
            self._end()

    def skip(self) -> None:
        """Ends the tour. It does not begin by itself again."""
        hints.note_seen(len(HINTS))
        self._end()

    @Slot(int, int)
    def cover_edges(self, _top: int, bottom: int) -> None:
        """Leaves this many logical px at the lower edge of the canvas free: other widgets are there."""
        self._covered = bottom
        self._place()

    def _end(self) -> None:
        self._number = len(HINTS)
        self.hide()
        self.ended.emit()

    def _show(self) -> None:
        hint, last = HINTS[self._number], self._number == len(HINTS) - 1
        self._scale, self._fitted = self._canvas.view.scale, self._canvas.fitted
        self.text.setText(escape(tr(hint.text)).format(key=f"<b>{escape(self._key(hint.command))}</b>"))
        self.count.setText(tr("{number} of {count}").format(number=self._number + 1, count=len(HINTS)))
        self.skip_button.setText(tr("Skip"))
        self.skip_button.setHidden(last)
        self.next_button.setText(tr("Done") if last else tr("Continue"))
        self._place()

    def _key(self, command: str) -> str:
        """Returns the key of a command as the user has it; its name if it has none."""
        action = self._actions[command]
        key = action.shortcut()
        return key.toString(key.SequenceFormat.NativeText) or f"“{mnemonics.plain(action.text())}”"

    @Slot()
    def _note_command(self) -> None:
        """A command was used: it may be what the hint says."""
        if self._number < len(HINTS):
            hint = HINTS[self._number]
            if self.sender() in [self._actions[id] for id in (hint.command, *hint.done_by)]:
                self.advance()

    def _follow_view(self) -> None:
        if self._number >= len(HINTS):
            return
        gesture, fitted = HINTS[self._number].gesture, self._canvas.fitted
        enlarged = not fitted and self._canvas.view.scale >= ENLARGEMENT * self._scale
        if (gesture is Gesture.ENLARGE and enlarged) or (
            gesture is Gesture.FIT and fitted and not self._fitted
        ):
            self.advance()
        else:
            self._fitted = fitted

    def _place(self) -> None:
        """Puts the card at the lower edge, in the middle; hides it where that reaches the middle of the picture."""
        room = self._canvas.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN - self._covered)
        width = min(WIDTH, room.width())
        height = self.layout().totalHeightForWidth(width)
        place = QRect(room.center().x() - width // 2, room.bottom() - height + 1, width, height)
        self.setGeometry(place)
        self.setVisible(self._number < len(HINTS) and place.top() > self._canvas.rect().center().y())
        self.raise_()

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the canvas would begin a drag

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
