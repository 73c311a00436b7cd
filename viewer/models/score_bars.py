"""Bars of a model's scores: how much better than bicubic it is on photos, on text and drawings, and on JPEGs."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QWidget

from viewer.base import formatting
from viewer.base.language import tr
from viewer.models.card_scores import KINDS

STEPS = 1000
"""Resolution of a bar."""
HEIGHT, WIDTH = 8, 220
"""Of a bar, logical px."""


class ScoreBars(QWidget):
    """One bar per kind of picture. A full bar is the best of the installed models."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: dict[str, QProgressBar] = {}
        self.values: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(3, 1)
        for row, (kind, name) in enumerate(KINDS.items()):
            title = QLabel(tr(name))
            title.setProperty("faint", True)
            bar = QProgressBar(minimum=0, maximum=STEPS, textVisible=False)
            bar.setFixedSize(WIDTH, HEIGHT)
            self.bars[kind], self.values[kind] = bar, QLabel()
            for column, widget in enumerate((title, bar, self.values[kind])):
                grid.addWidget(widget, row, column)
        self.setToolTip(
            tr("PSNR above bicubic interpolation, mean of ×2 to ×4. A full bar is the best installed model.")
        )

    def show_gains(self, gains: Mapping[str, float], best: Mapping[str, float]) -> None:
        """Shows a model's gains over bicubic, dB, by kind. best: the largest of any installed model."""
        for kind, bar in self.bars.items():
            gain = gains.get(kind)
            full = max(best.get(kind, 0.0), 1e-9)
            bar.setValue(0 if gain is None else round(STEPS * min(max(gain / full, 0.0), 1.0)))
            text = (
                tr("not measured")
                if gain is None
                else tr("{gain} dB over bicubic").format(gain=_signed(gain))
            )
            self.values[kind].setText(text)
            bar.setAccessibleName(f"{tr(KINDS[kind])}: {text}")
        self.setVisible(bool(gains))


def _signed(value: float) -> str:
    """The value with its sign and two decimals, as the language writes numbers."""
    sign = "+" if value >= 0 else "−"
    return sign + formatting.decimal(abs(value), 2)
