"""What an export dialog says of the file: size, bytes, time and memory; what it does not hold; why it cannot be."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from viewer.base.language import tr


class Facts(QWidget):
    """Three texts: facts, losses, and a refusal, which disables saving."""

    def __init__(self) -> None:
        super().__init__()
        self.summary, self.losses, self.refusal = (QLabel(wordWrap=True) for _ in range(3))
        self.refusal.setProperty("strong", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        names = tr("Summary"), tr("What the file does not hold"), tr("Why it cannot be saved")
        for label, name in zip((self.summary, self.losses, self.refusal), names, strict=True):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAccessibleName(name)
            column.addWidget(label)
        self.show_losses(())
        self.show_refusal("")

    def show_losses(self, losses: Sequence[str]) -> None:
        """Shows one line for each."""
        self.losses.setText("\n".join(f"• {loss}" for loss in losses))
        self.losses.setVisible(bool(losses))

    def show_refusal(self, text: str) -> None:
        """Shows why the file cannot be saved; empty if it can."""
        self.refusal.setText(f"✕ {text}" if text else "")
        self.refusal.setVisible(bool(text))
