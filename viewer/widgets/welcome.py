"""The page of an empty window: invites the user to drop, paste or open a picture, or to see the demo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.base.language import tr
from viewer.widgets import emblem

BORDER = 22
"""Logical px from the dashed line to the edges."""
LEAST_HEIGHT, LOGO_ROOM = 220, 120
"""Logical px: of the page without the logo and the recent pictures; of the logo."""


class Welcome(QWidget):
    """`requested_open`, `requested_demo`: the button was pressed."""

    requested_open = Signal()
    requested_demo = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Welcome"))
        self._drop_hovers = False
        self._logo = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._logo.setPixmap(emblem.pixmap(104, self.devicePixelRatioF()))
        column = QVBoxLayout(self)
        column.setContentsMargins(BORDER + 14, 11, BORDER + 14, 11)  # no text on the dashed line
        column.addStretch(4)
        column.addWidget(self._logo)
        column.addSpacing(18)
        column.addWidget(_line(tr("Drop a picture here"), 1.9))
        column.addSpacing(2)
        self._paste = _line("", 1.0, faint=True)
        column.addWidget(self._paste)
        column.addSpacing(16)
        column.addLayout(self._buttons())
        self._recent: QWidget | None = None
        self._recent_row = QHBoxLayout()
        self._recent_row.setContentsMargins(0, 24, 0, 0)
        column.addLayout(self._recent_row)
        column.addStretch(5)
        self._keys = _line("", 0.9, faint=True)
        column.addWidget(self._keys)
        column.addSpacing(30)

    def name_keys(self, paste: str, keys: str) -> None:
        """Names the keys for pasting and for the key overview. An empty string: that command has no key."""
        pasting = tr("or paste one with {key}. Then zoom in without limit.").format(key=paste)
        self._paste.setText(pasting if paste else tr("Then zoom in without limit."))
        self._keys.setText(tr("{key}  shows the keyboard shortcuts").format(key=keys) if keys else "")

    def show_recent(self, pictures: QWidget) -> None:
        """Shows a row of recent pictures below the buttons, where there is room for it."""
        self._recent = pictures
        pictures.setParent(self)
        self._recent_row.addStretch(1)
        self._recent_row.addWidget(pictures, 8)
        self._recent_row.addStretch(1)
        self._arrange()

    def invite(self, hovering: bool) -> None:
        """Highlights the page while a drop hovers over the window."""
        self._drop_hovers = hovering
        self.update()

    def _buttons(self) -> QHBoxLayout:
        choose = QPushButton(tr("Open picture…"), toolTip=tr("Choose a picture file"))
        choose.setProperty("primary", True)
        choose.setDefault(True)
        choose.clicked.connect(self.requested_open)
        demo = QPushButton(
            tr("Open demo"),
            toolTip=tr("Open a photograph of dandelions by Clemens Engelhardt (public domain, CC0)"),
        )
        demo.clicked.connect(self.requested_demo)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        row.addWidget(choose)
        row.addWidget(demo)
        row.addStretch()
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Shows the logo and the recent pictures where there is room for them; the pictures come first."""
        spare = self.height() - LEAST_HEIGHT
        recent = 0 if self._recent is None else self._recent.minimumHeight() + 24
        if self._recent is not None:
            self._recent.setVisible(spare >= recent)
        self._logo.setVisible(spare >= LOGO_ROOM + (recent if recent and spare >= recent else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Dark))
            role = QPalette.ColorRole.Highlight if self._drop_hovers else QPalette.ColorRole.Light
            pen = QPen(QColor(self.palette().color(role)), 2, Qt.PenStyle.DashLine, Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([4, 5])
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect().adjusted(BORDER, BORDER, -BORDER, -BORDER), 16, 16)


def _line(text: str, size: float, faint: bool = False) -> QLabel:
    """Creates a centred line of text. size: font size relative to the window's."""
    label = QLabel(text, alignment=Qt.AlignmentFlag.AlignCenter)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * size)
    label.setFont(font)
    label.setProperty("faint", faint)
    label.setWordWrap(True)
    return label
