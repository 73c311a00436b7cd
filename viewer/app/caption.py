"""What the window says of the picture: in its title, and over the picture. The window's thread."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from engine.base.printable import file_name
from engine.session.events import PictureOpened
from viewer.base import formatting, settings
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.files.opening import Opening

CORNER = 12
"""Logical px between the text and the canvas's corner."""
NAME = "Unpixel"
"""Title of a window without a picture."""


class Caption(QObject):
    """Follows the picture, its zoom, its place in the list and the settings.

    label: the text over the picture, in its upper left corner.
    """

    def __init__(self, window: QWidget, canvas: Canvas, opening: Opening) -> None:
        super().__init__(window)
        self._window, self._canvas = window, canvas
        self._opened: PictureOpened | None = None
        self._place = self._count = 0
        self.label = QLabel(canvas, objectName="hint", textFormat=Qt.TextFormat.PlainText)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.setAccessibleName(tr("Information"))
        self.label.move(CORNER, CORNER)
        self.clear()
        opening.positioned.connect(self._move)
        canvas.view_changed.connect(self._show_label)
        settings.notifier.changed.connect(self._follow)

    def show(self, opened: PictureOpened) -> None:
        """Names a picture, or a copy of one."""
        self._opened = opened
        self._show()

    def clear(self) -> None:
        """Names no picture."""
        self._opened = None
        self._show()

    def _move(self, place: int, count: int) -> None:
        self._place, self._count = place, count
        self._show()

    @Slot(object, object)
    def _follow(self, _before: settings.Settings, _now: settings.Settings) -> None:
        self._show()

    def _show(self) -> None:
        self._window.setWindowTitle(NAME if self._opened is None else self._title(self._opened))
        self._show_label()

    def _title(self, opened: PictureOpened) -> str:
        name = formatting.title(opened.name, opened.pages)
        match settings.read().title:
            case "position" if self._count:
                position = tr("{place} of {count}").format(place=self._place, count=self._count)
                return f"{name} — {position}"
            case "path" if opened.path is not None:
                return formatting.title(file_name(opened.path), opened.pages)
        return name

    def _show_label(self) -> None:
        """Shows the label, if the settings say so."""
        shown = self._opened is not None and settings.read().information
        if shown and self._opened is not None:
            self.label.setText(self._text(self._opened))
            self.label.adjustSize()
            self.label.raise_()
        self.label.setVisible(shown)

    def _text(self, opened: PictureOpened) -> str:
        size = tr("{size} px").format(size=formatting.size(*opened.size))
        zoom = formatting.zoom(self._canvas.view.scale)
        position = (
            tr("{place} of {count}").format(place=self._place, count=self._count) if self._count else ""
        )
        about = " · ".join(part for part in (size, zoom, position) if part)
        return f"{formatting.title(opened.name, opened.pages)}\n{about}"
