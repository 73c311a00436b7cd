"""What is in sight, or selected, taken along: copied as the screen has it or as the source, dragged out as a file.

The window's thread.
"""

import re
from pathlib import Path

from PySide6.QtCore import QDir, QMimeData, QSize, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QImageReader, QPixmap

from engine.geometry.viewport import visible_region
from engine.session.events import PixelsCopied
from engine.session.session import Session
from viewer.base import formatting
from viewer.base.language import tr
from viewer.canvas import panes
from viewer.canvas.canvas import Canvas
from viewer.selection.overlay import SelectionOverlay
from viewer.widgets.notice_bar import NoticeBar

QUICK = 90
"""What Qt calls a PNG's quality: how little to compress it. The drag waits for the file."""
UNDER_CURSOR = QSize(160, 120)
"""Logical px of the picture that is dragged along."""
UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
"""What some system does not take in a file's name."""


class Copying:
    """Of the selection as far as it is in sight, else of all that is."""

    def __init__(
        self, session: Session, canvas: Canvas, selection: SelectionOverlay, notices: NoticeBar
    ) -> None:
        self._session, self._canvas = session, canvas
        self._selection, self._notices = selection, notices
        self._folder: QTemporaryDir | None = None
        self._drags = 0

    def copy(self) -> None:
        """In the screen's pixels, as it is drawn, all panes of it."""
        seen = self._seen()
        if seen is not None:
            self._put(seen, tr("Copied {size} px, as seen."))

    def copy_source(self) -> None:
        """In the picture's own pixels, unenlarged: asks the engine, which has them."""
        layers = self._canvas.layers
        if layers is not None:
            self._session.copy_pixels(
                self._selection.region or visible_region(self._canvas.view, layers.size)
            )

    def take(self, taken: PixelsCopied) -> None:
        """The picture's own pixels are there."""
        height, width = taken.pixels.shape[:2]
        image = QImage(taken.pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
        # A copy: whoever pastes may come when the memory is gone.
        self._put(image.copy(), tr("Copied {size} px of the source."))

    def drag_out(self, name: str) -> None:
        """Begins a drag of what is seen of a picture of that name: an image, and a PNG file that is there by then."""
        seen = self._seen()
        if seen is None:
            return
        path = self._written(seen, name)
        if path is None:
            return
        data = QMimeData()
        data.setImageData(seen)
        data.setUrls([QUrl.fromLocalFile(str(path))])
        drag = QDrag(self._canvas)
        drag.setMimeData(data)
        drag.setPixmap(
            QPixmap.fromImage(
                seen.scaled(
                    UNDER_CURSOR,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        )
        if drag.exec(Qt.DropAction.CopyAction) == Qt.DropAction.IgnoreAction:
            path.unlink(missing_ok=True)  # else whoever took it may read it yet, until the window ends

    def end(self) -> None:
        """Removes the files that were dragged out."""
        if self._folder is not None:
            self._folder.remove()

    def _seen(self) -> QImage | None:
        shown = [self._canvas.visible(self._selection.region, pane) for pane in self._canvas.comparison.shown]
        seen = [image for image in shown if image is not None]
        if not seen:
            self._notices.notify(tr("What is selected is not in sight. Press Z to go there."))
            return None
        return panes.joined(seen)

    def _put(self, image: QImage, told: str) -> None:
        clipboard = QGuiApplication.clipboard()
        clipboard.setImage(image)
        if clipboard.image().size() == image.size():
            self._notices.notify(told.format(size=formatting.size(image.width(), image.height())))
        else:
            self._notices.show_error(
                tr("The clipboard: did not take the picture; copy it again, or export it")
            )

    def _written(self, seen: QImage, name: str) -> Path | None:
        """The file of a picture, in a folder that lasts as long as the window; None where the disk does not take it."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        # Each in a folder of its own: what was dragged out before may be on its way still.
        self._drags += 1
        folder = Path(self._folder.filePath(str(self._drags)))
        stem = UNSAFE.sub("_", Path(name).stem) or "view"
        path = folder / f"{stem} {seen.width()}x{seen.height()}.png"
        if (
            QDir().mkpath(str(folder))
            and seen.save(str(path), "PNG", QUICK)
            and QImageReader(str(path)).size() == seen.size()
        ):
            return path
        self._notices.show_error(
            tr("{path}: cannot be written; make room on that disk, and drag again").format(path=path)
        )
        return None
