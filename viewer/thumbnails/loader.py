"""Loads thumbnails in a thread of its own: those that are visible now, and no others."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage

from engine.base.errors import Superseded, UnpixelError
from engine.images import thumbnails
from engine.images.thumbnails import FOLDERS, Small

THREAD = "thumbnails"
LEAST_SIDE = 256
"""Px of the thumbnails in the cache: the filmstrip and the overview share them."""
MOST_BYTES = 64 << 20
"""Bytes of thumbnails in memory: some 1,500 of a filmstrip."""


class Loader(QObject):
    """size: device px that a thumbnail fits into. `loaded`: the path of a file whose image has come, or has failed.

    The methods are for the window's thread.
    """

    loaded = Signal(object)
    _came = Signal(object, object)

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._size = size
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._changed = threading.Condition()
        self._wanted: list[str] = []
        self._ended = False
        self._thread: threading.Thread | None = None
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def use_size(self, size: QSize) -> None:
        """Loads images of another size from now on; those that are there go."""
        with self._changed:
            self._size = size
            self._wanted = []
        self._images.clear()

    def image(self, path: str) -> QImage | None:
        """Returns the image of a file; a null one if it has none; None if it is not loaded."""
        found = self._images.get(path)
        if found is not None:
            self._images.move_to_end(path)
        return found

    def want(self, paths: Sequence[str]) -> None:
        """Loads these, in order, and cancels all others."""
        missing = [path for path in paths if path not in self._images]
        with self._changed:
            self._wanted = missing
            self._changed.notify()
        if missing and self._thread is None and not self._ended:
            self._thread = threading.Thread(target=self._run, name=THREAD, daemon=True)
            self._thread.start()

    def forget(self, path: str) -> None:
        """Drops the image of a file that has changed."""
        self._images.pop(path, None)

    def close(self) -> None:
        """Ends the thread; returns at once."""
        with self._changed:
            self._ended, self._wanted = True, []
            self._changed.notify()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._ended or self._wanted)
                if self._ended:
                    return
                path = self._wanted[0]
            try:
                size = self._size
                image = self._load(path, size)
            except Superseded:
                continue
            except UnpixelError:
                image = QImage()
            with self._changed:
                if path in self._wanted:
                    self._wanted.remove(path)
            if not self._ended and size is self._size:
                self._came.emit(path, image)

    def _load(self, path: str, size: QSize) -> QImage:
        """Raises UnpixelError, or Superseded if the file is not wanted any more."""

        def check() -> None:
            if path not in self._wanted[:1]:
                raise Superseded

        longest = max(size.width(), size.height())
        side = next((each for each in FOLDERS if each >= max(longest, LEAST_SIDE)), max(FOLDERS))
        return _image(thumbnails.load(Path(path), side, check), size)

    @Slot(object, object)
    def _take(self, path: str, image: QImage) -> None:
        self._images[path] = image
        while sum(each.sizeInBytes() for each in self._images.values()) > MOST_BYTES:
            self._images.popitem(last=False)
        self.loaded.emit(path)


def _image(small: Small, size: QSize) -> QImage:
    """Returns a thumbnail as an image that fits into a size. A smaller one is not enlarged."""
    height, width, channels = small.shape
    kind = QImage.Format.Format_RGBA8888 if channels == 4 else QImage.Format.Format_RGB888
    image = QImage(small.tobytes(), width, height, channels * width, kind)
    if width > size.width() or height > size.height():
        modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        return image.scaled(size, *modes)
    return image.copy()  # the array is freed
