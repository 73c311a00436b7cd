"""Makes the visible part of the picture the wallpaper: decodes it at the screen's resolution, and sets it."""

import time
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QObject, QSize, SignalInstance
from PySide6.QtWidgets import QWidget

from engine.base import user_data
from engine.export.export_request import ExportRequest
from engine.geometry.viewport import Region
from engine.session.requests import ExportOrigin
from engine.session.session import Session
from viewer.base import wallpaper
from viewer.base.language import tr
from viewer.base.wallpaper import WallpaperSetter
from viewer.export.direct_exports import DirectExport, DirectExports
from viewer.export.subject import ExportSubject
from viewer.widgets.notice_bar import NoticeBar

FOLDER = "wallpaper"
"""In the user's data folder: the desktop shows the file as long as it is the wallpaper."""


class Wallpaper(QObject):
    """One wallpaper at a time is made."""

    def __init__(self, session: Session, events: SignalInstance, notices: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._notices, self._window = notices, window
        self._exports, self._setter = DirectExports(session, events, self), WallpaperSetter(self)
        self._exports.finished.connect(lambda: self._setter.set(self._path))
        self._setter.finished.connect(self._report)
        self._path = Path()

    def make(self, subject: ExportSubject, origin: ExportOrigin | None) -> None:
        """Decodes what is seen of the picture, and sets it. origin: what opens the picture again."""
        if not wallpaper.offered():
            self._notices.notify(
                tr(
                    "This desktop offers no way to set the wallpaper. Export the picture, and choose the file in the "
                    "settings of the system."
                )
            )
            return
        size = self._screen_size()
        folder = user_data.folder() / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        # a new name each time: desktops do not read a file again whose name they show already
        self._path = folder / f"unpixel-{time.time_ns()}.png"
        region = cropped(subject.visible, size.width(), size.height())
        px, model = (size.width(), size.height()), subject.model or None
        request = ExportRequest(self._path, region, px, fidelity=subject.fidelity, model=model)
        self._notices.notify(
            tr("The wallpaper is being decoded at {width} × {height} px…").format(
                width=size.width(), height=size.height()
            )
        )
        self._exports.start([DirectExport(request, subject.opened.request, origin)])

    def _screen_size(self) -> QSize:
        """Size of the window's screen, device px."""
        screen = self._window.screen()
        return (screen.size().toSizeF() * screen.devicePixelRatio()).toSize()

    def _report(self, worked: bool, asked: bool) -> None:
        if not worked:
            self._notices.show_error(
                tr(
                    "The desktop did not take the wallpaper; export the picture, and choose the file in its settings"
                )
            )
            return
        for other in self._path.parent.glob("unpixel-*.png"):
            if other != self._path and not asked:
                with suppress(OSError):
                    other.unlink()
        self._notices.notify(
            tr("The system asks whether to use the wallpaper.") if asked else tr("The wallpaper is set.")
        )


def cropped(region: Region, width: int, height: int) -> Region:
    """Returns the largest part of a region with the shape width : height, in its middle."""
    x, y, across, down = region
    shape = Fraction(width, height)
    wide, high = min(across, down * shape), min(down, across / shape)
    return x + (across - wide) / 2, y + (down - high) / 2, wide, high
