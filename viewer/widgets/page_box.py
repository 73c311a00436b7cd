"""The box in the status line that shows the number of a page and takes another one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox

from viewer.base.language import tr


class PageBox(QSpinBox):
    """Hidden while there is only one page. `chosen`: the user wants a page, from 0. `left`: Enter was pressed."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(objectName="page", minimum=1, keyboardTracking=False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Page"))
        self.setToolTip(tr("Page or frame of the file; type a number to go to it"))
        self.valueChanged.connect(lambda number: self.chosen.emit(number - 1))
        self.lineEdit().returnPressed.connect(self.left)
        self.hide()

    def show_page(self, page: int, count: int) -> None:
        """Shows the page, from 0, of `count` pages."""
        blocked = self.blockSignals(True)
        self.setMaximum(count)
        self.setSuffix(tr(" of {count}").format(count=count))
        self.setValue(page + 1)
        self.blockSignals(blocked)
        self.setVisible(count > 1)
