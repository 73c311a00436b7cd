"""Draws an export in the list: its name, its progress as a bar, and a line that tells how it goes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

STATE, SHARE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
"""Roles of an item: the second line; what is done, 0 to 1, or None without a bar."""
MARGIN, GAP, BAR = 6, 3, 4
"""Around the row, between its lines, and height of the bar, in logical px."""


class RowDelegate(QStyledItemDelegate):
    """The item's text is the name. A bar is drawn while there is a share."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = 2 * option.fontMetrics.height() + BAR + 2 * GAP + 2 * MARGIN
        return QSize(0, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        area = option.rect.adjusted(2 * MARGIN, MARGIN, -2 * MARGIN, -MARGIN)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        line = QRect(area.left(), area.top(), area.width(), option.fontMetrics.height())
        _draw(painter, option, line, index.data(), Qt.TextElideMode.ElideMiddle)
        share = index.data(SHARE)
        if share is not None:
            bar = QRect(area.left(), line.bottom() + GAP, area.width(), BAR)
            painter.fillRect(bar, option.palette.color(QPalette.ColorRole.Mid))
            bar.setWidth(round(share * bar.width()))
            painter.fillRect(bar, option.palette.color(QPalette.ColorRole.Accent))
        line.moveTop(line.bottom() + BAR + 2 * GAP)
        painter.setOpacity(0.75)
        _draw(painter, option, line, index.data(STATE), Qt.TextElideMode.ElideRight)
        painter.restore()


def _draw(
    painter: QPainter, option: QStyleOptionViewItem, line: QRect, text: str, elide: Qt.TextElideMode
) -> None:
    shown = option.fontMetrics.elidedText(text, elide, line.width())
    painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
