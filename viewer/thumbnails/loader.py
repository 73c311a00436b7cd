"""Loads thumbnails in a thread of its own: those that are visible now, and no others."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage

from engine.base.errors import Superseded, UnpixelError
from engine.images import thumbnails
from engine.images.thumbnails import FOLDERS, Small
from viewer.base import crossing

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

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._came = crossing.open(self._take)
        self._loading = _Loading(size, self._came)

    def use_size(self, size: QSize) -> None:
        """Loads images of another size from now on; those that are there go."""
        self._loading.want([], size)
        self._images.clear()

    def image(self, path: str) -> QImage | None:
        """Returns the image of a file; a null one if it has none; None if it is not loaded."""
        found = self._images.get(path)
        if found is not None:
            self._images.move_to_end(path)
        return found

    def want(self, paths: Sequence[str]) -> None:
        """Loads these, in order, and cancels all others."""
        self._loading.want([path for path in paths if path not in self._images])

    def forget(self, path: str) -> None:
        """Drops the image of a file that has changed."""
        self._images.pop(path, None)

    def close(self) -> None:
        """Ends the thread; returns at once."""
        crossing.close(self._came)
        self._loading.end()

    def _take(self, path: str, image: QImage, size: QSize) -> None:
        if size is not self._loading.size:
            return
        self._images[path] = image
        while sum(each.sizeInBytes() for each in self._images.values()) > MOST_BYTES:
            self._images.popitem(last=False)
        self.loaded.emit(path)


class _Loading:
    """What the thread loads. came: number of the crossing, which takes a path, its image, and the size it fits into."""

    def __init__(self, size: QSize, came: int) -> None:
        self.size = size
        self._came = came
        self._changed = threading.Condition()
        self._wanted: list[str] = []
        self._started = self._ended = False

    def want(self, paths: list[str], size: QSize | None = None) -> None:
        """Loads these, in order, and cancels all others. size: another one from now on. Window's thread."""
        with self._changed:
            self.size = self.size if size is None else size
            self._wanted = paths
            self._changed.notify()
        if paths and not self._started and not self._ended:
            self._started = True
            threading.Thread(target=self._run, name=THREAD, daemon=True).start()

    def end(self) -> None:
        """Ends the thread; returns at once. Window's thread."""
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
                size = self.size
                image = self._load(path, size)
            except Superseded:
                continue
            except UnpixelError:
                image = QImage()
            with self._changed:
                if path in self._wanted:
                    self._wanted.remove(path)
            crossing.call(self._came, path, image, size)

    def _load(self, path: str, size: QSize) -> QImage:
        """Raises UnpixelError, or Superseded if the file is not wanted any more."""

        def check() -> None:
            if path not in self._wanted[:1]:
                raise Superseded

        longest = max(size.width(), size.height())
        side = next((each for each in FOLDERS if each >= max(longest, LEAST_SIDE)), max(FOLDERS))
        return _image(thumbnails.load(Path(path), side, check), size)


def _image(small: Small, size: QSize) -> QImage:
    """Returns a thumbnail as an image that fits into a size. A smaller one is not enlarged."""
    height, width, channels = small.shape
    kind = QImage.Format.Format_RGBA8888 if channels == 4 else QImage.Format.Format_RGB888
    image = QImage(small.tobytes(), width, height, channels * width, kind)
    if width > size.width() or height > size.height():
        modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        return image.scaled(size, *modes)
    return image.copy()  # the array is freed
