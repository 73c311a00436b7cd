"""Buttons that choose what of the picture is exported: all of it, what the view shows, or the selection."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from engine.geometry.viewport import Region
from viewer.base.language import tr
from viewer.export.subject import ExportSubject


class RegionFields(QWidget):
    """`changed`: the user has chosen another region. At first it is what the user most likely means."""

    changed = Signal()

    def __init__(self, subject: ExportSubject) -> None:
        super().__init__()
        self._subject = subject
        self.whole = QRadioButton(tr("&Whole picture"))
        self.visible_part = QRadioButton(tr("&Visible area"))
        self.selected = QRadioButton(tr("Se&lection"))
        group, column = QButtonGroup(self), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for button in (self.whole, self.visible_part, self.selected):
            group.addButton(button)
            column.addWidget(button)
        group.buttonClicked.connect(lambda _button: self.changed.emit())
        enlarged = subject.view.scale > 1
        self.selected.setVisible(subject.selection is not None)
        first = self.visible_part if enlarged else self.whole
        (first if subject.selection is None else self.selected).setChecked(True)

    @property
    def region(self) -> Region:
        """The chosen region, source px."""
        if self._subject.selection is not None and self.selected.isChecked():
            return self._subject.selection
        return self._subject.visible if self.visible_part.isChecked() else self._subject.whole

    @property
    def as_seen(self) -> bool:
        """Whether the region is exported as large as the screen shows it, unless another size is chosen.

        Everything else gets twice its size: enlarging is the purpose of an export.
        """
        enlarged = self._subject.view.scale > 1
        return self.visible_part.isChecked() or (self.selected.isChecked() and enlarged)
