"""The slideshow: shows the pictures of the list one after the other, from the last one on again from the first."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from viewer.base import settings
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.files.opening import Opening

CORNER = 12
"""Logical px between the sign and the canvas's corner."""
INPUT = (
    QEvent.Type.Wheel,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.NativeGesture,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
)
"""Events of the canvas that end a slideshow: the user looks for something."""
COMMANDS = (
    *(
        "open",
        "reload",
        "zoom-in",
        "zoom-out",
        "fit",
        "actual",
        "left",
        "right",
        "up",
        "down",
        "previous",
        "next",
    ),
    *("first", "last", "previous-page", "next-page", "select", "export", "training", "escape"),
)
"""Commands that end a slideshow."""


class Slideshow(QObject):
    """Each picture counts from the moment that it is shown. fill_screen: begins full screen."""

    def __init__(
        self,
        canvas: Canvas,
        opening: Opening,
        actions: Mapping[str, QAction],
        fill_screen: Callable[[], object],
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._opening, self._action = canvas, opening, actions["slideshow"]
        self._fill_screen = fill_screen
        self._count = 0  # pictures of the list
        self.sign = QLabel(canvas, objectName="hint")
        self.sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.sign.move(CORNER, CORNER)
        self.sign.hide()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._advance)
        opening.positioned.connect(self._note_count)
        opening.shown.connect(self._wait)
        opening.given_up.connect(self.stop)
        for id in COMMANDS:
            actions[id].triggered.connect(self.stop)

    @property
    def running(self) -> bool:
        """Whether pictures are shown one after the other."""
        return not self.sign.isHidden()

    def toggle(self) -> None:
        """Begins or ends the slideshow."""
        if self.running:
            self.stop()
        elif self._count == 1:
            self._opening.go(1)  # says that there are no others
        else:
            self._fill_screen()
            self._canvas.installEventFilter(self)
            self._show_sign()
            self._wait()
        self._action.setChecked(self.running)

    def stop(self, *_signal: object) -> None:
        """Ends the slideshow; the picture stays."""
        if self.running:
            self._canvas.removeEventFilter(self)
            self._timer.stop()
            self.sign.hide()
            self._action.setChecked(False)

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        if event.type() in INPUT:
            self.stop()
        return False

    def _note_count(self, _place: int, count: int) -> None:
        self._count = count

    def _wait(self, *_signal: object) -> None:
        if self.running:
            self._timer.start(settings.read().slideshow_seconds * 1000)

    def _advance(self) -> None:
        self._wait()  # a file that does not open is passed after the same time
        if self._count < 2:
            self.stop()
        elif not self._opening.slow.running:
            self._opening.go_round()

    def _show_sign(self) -> None:
        self.sign.setText(tr("▶ {seconds} s").format(seconds=settings.read().slideshow_seconds))
        self.sign.setAccessibleName(tr("Slideshow"))
        self.sign.adjustSize()
        self.sign.show()
        self.sign.raise_()
