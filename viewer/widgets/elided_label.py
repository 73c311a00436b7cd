"""A label of one line that ends in an ellipsis where there is no room for all of its text."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOption, QStylePainter, QToolTip

PADDING = 7
"""Logical px beside the text."""


class ElidedLabel(QLabel):
    """Its tool tip is the whole text while that is not visible."""

    @property
    def shown_text(self) -> str:
        """The text that is visible."""
        room = max(self.width() - 2 * PADDING, 0)
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().horizontalAdvance("…") if self.text() else 0
        return QSize(least + 2 * PADDING, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance(self.text()) + 2 * PADDING + 1, super().sizeHint().height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOption()
        option.initFrom(self)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        place = self.rect().adjusted(PADDING, 0, -PADDING, 0)
        role = self.foregroundRole()
        painter.drawItemText(place, align, option.palette, self.isEnabled(), self.shown_text, role)
        if self.hasFocus():
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.shown_text != self.text():
            QToolTip.showText(event.globalPos(), self.text(), self)
            return True
        return super().event(event)
