"""Takes the files and pictures that are dropped onto a window."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from viewer.base.language import tr
from viewer.files import transfer
from viewer.files.opening import Opening
from viewer.widgets.welcome import Welcome


class Drops(QObject):
    """Follows what is dragged over a window; the start page invites to drop it."""

    def __init__(self, window: QMainWindow, opening: Opening, welcome: Welcome) -> None:
        super().__init__(window)
        self._opening, self._welcome = opening, welcome
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Handles drags over the window; all events pass on."""
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            self.enter(event)
        elif kind == QEvent.Type.DragLeave:
            self._welcome.invite(False)
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.drop(event)
        return False

    def enter(self, event: QDragEnterEvent) -> None:
        """Accepts a drag that can be opened. An image dragged out of a window of this process cannot."""
        if event.source() is None and transfer.can_take(event.mimeData()):
            self._welcome.invite(True)
            event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """Opens what is dropped."""
        self._welcome.invite(False)
        if self._opening.take(event.mimeData(), tr("Dropped picture")):
            event.acceptProposedAction()
