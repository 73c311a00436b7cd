"""How close the view is, on the picture itself: discreet as far as the model was trained, clear beyond."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from engine.viewport import Viewport
from viewer import wording

SCALE = "How many screen pixels a pixel of the picture takes, along each side."
FAR = (
    "The model was trained up to ×{scale:g}. Beyond that it goes on smoothly and invents nothing: "
    "what you see grows larger, not richer in detail."
)


class Badge(QLabel):
    """×37, trained to ×4. Not shown at 1:1 and below, where no model has a say. Hands reach the picture through it."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas, objectName="zoom")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._max_scale = 0.0
        self._shown: tuple[str, float] | None = None
        self.hide()

    def trained(self, max_scale: float, view: Viewport) -> None:
        """Another model, trained up to max_scale."""
        self._max_scale = max_scale
        self.show_view(view)

    def show_view(self, view: Viewport) -> None:
        """Another view."""
        scale = view.scale
        self.setVisible(scale > 1)
        text = wording.badge(scale, self._max_scale)
        shown = text if view.cell == 1 else f"{text} · cell {wording.factor(view.cell)}", self._max_scale
        if scale <= 1 or shown == self._shown:
            return
        self._shown = shown
        far = wording.beyond(scale, self._max_scale)
        self.setText(shown[0])
        self.setAccessibleName(f"Zoom {shown[0]}")
        meaning = f"{SCALE}\n{FAR.format(scale=self._max_scale)}" if far else SCALE
        self.setToolTip(meaning)
        self.setAccessibleDescription(meaning)
        if self.property("far") != far:
            self.setProperty("far", far)
            self.style().unpolish(self)  # a style sheet looks at a property when it is told to
            self.style().polish(self)
