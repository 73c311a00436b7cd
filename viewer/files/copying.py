"""Copies the visible or selected part of the picture to the clipboard, or drags it out of the window as a PNG file.

Runs in the window's thread.
"""

import re
from pathlib import Path

from PySide6.QtCore import QDir, QMimeData, QSize, Qt, QTemporaryDir
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QImageReader, QPixmap

from engine.base import paths
from engine.geometry.viewport import visible_region
from engine.session.events import PixelsCopied
from engine.session.session import Session
from viewer.base import formatting, local_files
from viewer.base.language import tr
from viewer.canvas import panes
from viewer.canvas.canvas import Canvas
from viewer.selection.overlay import SelectionOverlay
from viewer.widgets.notice_bar import NoticeBar

FAST_PNG = 90
"""Qt's quality of a PNG, 0 to 100: higher is less compressed and faster. The drag waits for the file."""
DRAG_PREVIEW = QSize(160, 120)
"""Largest size of the preview at the pointer, in logical px."""
UNSAFE_CHARACTERS = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
"""Characters that some operating system forbids in file names."""


class Copying:
    """Copies the visible part of the selection, or the visible part of the picture if nothing is selected."""

    def __init__(
        self, session: Session, canvas: Canvas, selection: SelectionOverlay, notices: NoticeBar
    ) -> None:
        self._session, self._canvas = session, canvas
        self._selection, self._notices = selection, notices
        self._folder: QTemporaryDir | None = None
        self._drags = 0

    def copy(self) -> None:
        """Copies the screen's pixels (device px), all panes side by side."""
        visible = self._visible()
        if visible is not None:
            self._put(visible, tr("Copied {size} px, as displayed."))

    def copy_source(self) -> None:
        """Copies source px. Requests them from the engine; `take` gets the answer."""
        layers = self._canvas.layers
        if layers is not None:
            self._session.copy_pixels(
                self._selection.region or visible_region(self._canvas.view, layers.size)
            )

    def handle(self, taken: PixelsCopied) -> None:
        """Puts the requested source px into the clipboard."""
        height, width = taken.pixels.shape[:2]
        image = QImage(taken.pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
        # A copy: QImage only refers to the array, and the paste may happen after the array is freed.
        self._put(image.copy(), tr("Copied {size} px of the source."))

    def drag_out(self, name: str) -> None:
        """Starts a drag of the visible part, as an image and as a PNG file. name: of the picture."""
        visible = self._visible()
        if visible is None:
            return
        path = self._write(visible, name)
        if path is None:
            return
        data = QMimeData()
        data.setImageData(visible)
        data.setUrls([local_files.url_of(path)])
        drag = QDrag(self._canvas)
        drag.setMimeData(data)
        modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        drag.setPixmap(QPixmap.fromImage(visible.scaled(DRAG_PREVIEW, *modes)))
        if drag.exec(Qt.DropAction.CopyAction) == Qt.DropAction.IgnoreAction:
            # A file that was dropped somewhere stays until the window closes: its receiver may not have read it yet.
            path.unlink(missing_ok=True)

    def end(self) -> None:
        """Deletes the files that were dragged out."""
        if self._folder is not None:
            self._folder.remove()

    def _visible(self) -> QImage | None:
        """Returns the visible panes as one image. Returns None, with a notice, if the selection is not visible."""
        canvas, region = self._canvas, self._selection.region
        images = [canvas.visible(region, pane) for pane in canvas.comparison.pane_names]
        visible = [image for image in images if image is not None]
        if not visible:
            self._notices.notify(tr("The selection is not visible. Press Z to zoom to it."))
            return None
        return panes.joined(visible)

    def _put(self, image: QImage, text: str) -> None:
        """Puts an image into the clipboard, and reads it back to check. text: notice with a {size}."""
        clipboard = QGuiApplication.clipboard()
        clipboard.setImage(image)
        if clipboard.image().size() == image.size():
            self._notices.notify(text.format(size=formatting.size(image.width(), image.height())))
        else:
            self._notices.show_error(tr("Clipboard: did not accept the picture; copy it again, or export it"))

    def _write(self, image: QImage, name: str) -> Path | None:
        """Writes a PNG file into a temporary folder. Returns None, with an error message, if that failed."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        # A new folder for each drag: an earlier file may still be in transfer.
        self._drags += 1
        folder = Path(self._folder.filePath(str(self._drags)))
        stem = UNSAFE_CHARACTERS.sub("_", Path(name).stem) or "view"
        path = folder / paths.name_of(stem, f" {image.width()}x{image.height()}.png")
        if (
            QDir().mkpath(str(folder))
            and image.save(str(path), "PNG", FAST_PNG)
            and QImageReader(str(path)).size() == image.size()
        ):
            return path
        self._notices.show_error(
            tr("{path}: cannot be written; free space on that disk and drag again").format(path=path)
        )
        return None
