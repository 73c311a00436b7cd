"""Badge with the zoom factor, on the canvas. It stands out beyond the scales that the model was trained for."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from engine.base.messages import mark
from engine.geometry.viewport import Viewport, fitting
from viewer.base import formatting
from viewer.base.language import tr

TEXT_INTERVAL = 100
"""Shortest time between two changes of the text, ms."""
SCALE = mark("Screen pixels per pixel of the picture, along each side.")
BEYOND_TRAINING = mark(
    "The model was trained up to ×{scale}. Beyond that the picture grows larger without new detail."
)


def _with_cell(zoom: str, cell: float) -> str:
    """Appends the cell to the zoom, unless it is the matching one. cell: relative to the matching cell."""
    return (
        zoom if cell == 1 else tr("{zoom} · cell {factor}").format(zoom=zoom, factor=formatting.factor(cell))
    )


class Badge(QLabel):
    """Label such as “×37, trained to ×4”. Hidden at 1:1 and below, where no model decodes.

    Mouse events pass through to the canvas.
    """

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas, objectName="zoom")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._max_scale = 0.0
        self._shown: tuple[str, float] | None = None
        self._view = fitting((1, 1), 1, 1)
        self._timer = QTimer(self, singleShot=True, interval=TEXT_INTERVAL)
        self._timer.timeout.connect(self._update_text)
        self.hide()

    def set_max_scale(self, max_scale: float, view: Viewport) -> None:
        """Shows another model's largest training scale."""
        self._max_scale = max_scale
        self._timer.stop()
        self.show_view(view)

    def show_view(self, view: Viewport) -> None:
        """Shows another view's zoom.

        The text changes at most once per TEXT_INTERVAL: a text of another width lays out the canvas's corners again.
        """
        appearing, self._view = view.scale > 1 and self.isHidden(), view
        if appearing or not self._timer.isActive():
            self._update_text()
            self._timer.start()
        self.setVisible(view.scale > 1)

    def _update_text(self) -> None:
        view, scale = self._view, self._view.scale
        text = formatting.badge(scale, self._max_scale)
        shown = _with_cell(text, view.cell), self._max_scale
        if scale <= 1 or shown == self._shown:
            return
        self._shown = shown
        beyond = formatting.beyond(scale, self._max_scale)
        self.setText(shown[0])
        self.setAccessibleName(tr("Zoom {zoom}").format(zoom=shown[0]))
        description = tr(SCALE)
        if beyond:
            trained = formatting.significant(self._max_scale)
            description = f"{description}\n{tr(BEYOND_TRAINING).format(scale=trained)}"
        self.setToolTip(description)
        self.setAccessibleDescription(description)
        if self.property("far") != beyond:
            self.setProperty("far", beyond)
            self.style().unpolish(self)  # a style sheet reads a property only when it is polished
            self.style().polish(self)
