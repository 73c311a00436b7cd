"""How close the view is, on the picture itself: discreet as far as the model was trained, clear beyond."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from engine.base.messages import mark
from engine.geometry.viewport import Viewport, fitting
from viewer.base import formatting
from viewer.base.language import tr

PAUSE = 100
"""Milliseconds from one text to the next, at least."""
SCALE = mark("How many screen pixels a pixel of the picture takes, along each side.")
FAR = mark(
    "The model was trained up to ×{scale}. Beyond that it goes on smoothly and invents nothing: "
    "what you see grows larger, not richer in detail."
)


def _with_cell(zoom: str, cell: float) -> str:
    return (
        zoom if cell == 1 else tr("{zoom} · cell {factor}").format(zoom=zoom, factor=formatting.factor(cell))
    )


class Badge(QLabel):
    """×37, trained to ×4. Not shown at 1:1 and below, where no model has a say. Hands reach the picture through it."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas, objectName="zoom")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._max_scale = 0.0
        self._shown: tuple[str, float] | None = None
        self._view = fitting((1, 1), 1, 1)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._say)
        self.hide()

    def set_max_scale(self, max_scale: float, view: Viewport) -> None:
        """Another model, trained up to max_scale."""
        self._max_scale = max_scale
        self._pause.stop()
        self.show_view(view)

    def show_view(self, view: Viewport) -> None:
        """Another view. Amid a zoom the text waits a little: each of another width has the corners laid out."""
        appears, self._view = view.scale > 1 and self.isHidden(), view
        if appears or not self._pause.isActive():
            self._say()
            self._pause.start()
        self.setVisible(view.scale > 1)

    def _say(self) -> None:
        view, scale = self._view, self._view.scale
        text = formatting.badge(scale, self._max_scale)
        shown = _with_cell(text, view.cell), self._max_scale
        if scale <= 1 or shown == self._shown:
            return
        self._shown = shown
        far = formatting.beyond(scale, self._max_scale)
        self.setText(shown[0])
        self.setAccessibleName(tr("Zoom {zoom}").format(zoom=shown[0]))
        meaning = tr(SCALE)
        if far:
            trained = formatting.significant(self._max_scale)
            meaning = f"{meaning}\n{tr(FAR).format(scale=trained)}"
        self.setToolTip(meaning)
        self.setAccessibleDescription(meaning)
        if self.property("far") != far:
            self.setProperty("far", far)
            self.style().unpolish(self)  # a style sheet looks at a property when it is told to
            self.style().polish(self)
