"""Prints pages of a file: the model decodes each at the printer's resolution, a thread sends them to the printer."""

import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QTimer, Signal, SignalInstance
from PySide6.QtGui import QImageReader, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from engine.base.errors import UnpixelError
from engine.base.messages import Message
from engine.export.export_request import ExportRequest
from engine.images import isolated
from engine.session.requests import ExportOrigin
from engine.session.session import Session
from viewer.base.language import tr, translated
from viewer.export import print_layout
from viewer.export.direct_exports import DirectExport, DirectExports
from viewer.export.print_layout import PrintSize
from viewer.export.subject import ExportSubject

INTERVAL = 30
"""Milliseconds between two looks at a thread."""
NOT_OPEN = 0
"""Number of no picture: of a page that is not shown."""


class _Thread:
    """Runs a function in a thread. failure: why it failed. given_up: its folder is deleted when it ends."""

    def __init__(self, work: Callable[[], None], folder: Path) -> None:
        self.failure: Message | str | None = None
        self.given_up = False
        self._work, self._folder = work, folder
        self.thread = threading.Thread(target=self._run, name="print", daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            self._work()
        except UnpixelError as error:
            self.failure = error.message
        except OSError as error:
            self.failure = str(error.strerror)
        if self.given_up:
            shutil.rmtree(self._folder, ignore_errors=True)


class PrintJob(QObject):
    """One print. pages: numbers from 0; several only of a file. origin: what opens the shown picture again.

    `progressed`: share that is decoded. `finished`: the printer has all pages. `failed`: one line.
    """

    progressed = Signal(float)
    finished = Signal()
    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        events: SignalInstance,
        subject: ExportSubject,
        origin: ExportOrigin | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._subject, self._origin = subject, origin
        self._folder = Path(tempfile.mkdtemp(prefix="unpixel-print-"))
        self._exports = DirectExports(session, events, self)
        self._exports.progressed.connect(self.progressed)
        self._exports.failed.connect(self._fail)
        self._exports.finished.connect(self._print)
        self._sizes: dict[int, tuple[int, int]] = {}
        self._pages: list[int] = []
        self._thread: _Thread | None = None
        self._then: Callable[[], None] = self.end
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self._look)

    def start(self, printer: QPrinter, pages: list[int], size: PrintSize) -> None:
        """Begins to print."""
        self._printer, self._pages, self._size = printer, pages, size
        self._run(self._measure, self._decode)

    def end(self) -> None:
        """Gives up what is not printed yet, and deletes the files."""
        self._exports.cancel()
        self._timer.stop()
        if self._thread is not None:
            self._thread.given_up = True
        if self._thread is None or not self._thread.thread.is_alive():
            shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, work: Callable[[], None], then: Callable[[], None]) -> None:
        self._thread, self._then = _Thread(work, self._folder), then
        self._timer.start()

    def _look(self) -> None:
        thread = self._thread
        if thread is None or thread.thread.is_alive():
            return
        self._timer.stop()
        if thread.failure is None:
            self._then()
        else:
            failure = thread.failure
            self._fail(translated(failure) if isinstance(failure, Message) else failure)

    def _fail(self, message: str) -> None:
        self.end()
        self.failed.emit(message)

    def _measure(self) -> None:
        """Finds the size of each page; runs in a thread. Pages of a file that is turned are turned alike."""
        opened = self._subject.opened
        shown = opened.pages.page
        self._sizes = {shown: opened.size}
        for page in self._pages:
            if page != shown and opened.path is not None:
                stored = isolated.size(opened.path, page=shown)
                width, height = isolated.size(opened.path, page=page)
                turned = stored != opened.size and stored == opened.size[::-1]
                self._sizes[page] = (height, width) if turned else (width, height)

    def _decode(self) -> None:
        """Exports each page at the resolution of the print."""
        self._exports.start([self._export(page) for page in self._pages])

    def _export(self, page: int) -> DirectExport:
        subject = self._subject
        area = print_layout.placed(self._sizes[page], printable(self._printer), self._size.width)
        size = print_layout.px(area, self._size.dpi)
        request = ExportRequest(
            self._file(page), None, size, fidelity=subject.fidelity, model=subject.model or None
        )
        origin, picture = self._origin, subject.opened.request
        if page != subject.opened.pages.page and origin is not None:
            picture, origin = NOT_OPEN, ExportOrigin(origin.source, page, origin.orientation, origin.stamp)
        return DirectExport(request, picture, origin)

    def _print(self) -> None:
        self._run(self._paint, self._finish)

    def _finish(self) -> None:
        self.end()
        self.finished.emit()

    def _paint(self) -> None:
        """Sends the decoded pages to the printer; runs in a thread, in which QPainter may paint on a printer."""
        draw = QPainter()
        if not draw.begin(self._printer):
            raise OSError(0, tr("The printer does not take the picture; choose another printer"))
        try:
            for number, page in enumerate(self._pages):
                if number:
                    self._printer.newPage()
                self._paint_page(draw, page)
        finally:
            draw.end()

    def _paint_page(self, draw: QPainter, page: int) -> None:
        QImageReader.setAllocationLimit(0)  # the file is the program's own
        image = QImageReader(str(self._file(page))).read()
        area = print_layout.placed(self._sizes[page], printable(self._printer), self._size.width)
        place = print_layout.device_rect(area, printable(self._printer), self._printer.resolution())
        draw.drawImage(place, image)

    def _file(self, page: int) -> Path:
        return self._folder / f"{page}.png"


def printable(printer: QPrinter) -> QRectF:
    """Returns the printable area of a printer's page, mm."""
    return printer.pageLayout().paintRect(QPageLayout.Unit.Millimeter)
