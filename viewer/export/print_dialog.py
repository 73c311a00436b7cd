"""The dialog that prints the picture: paper, size, resolution and pages, beside a preview of the page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGraphicsView,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from engine.base.printable import file_name
from viewer.base import formatting
from viewer.base.language import tr
from viewer.export import print_layout
from viewer.export.fields import FIELD_HEIGHT, Choice, NumberField, add_row
from viewer.export.print_job import PrintJob, printable
from viewer.export.print_layout import MM_PER_INCH, PrintSize
from viewer.export.subject import ExportSubject
from viewer.widgets import file_dialogs
from viewer.widgets.scroll_column import ScrollColumn
from viewer.widgets.spin_padding import pad

SIZE = (820, 560)
"""Logical px."""
FORM_WIDTH = 300
"""Logical px."""
MARGIN_MM = 5
PDF = ""
"""Name of no printer: a file is written."""
RESOLUTIONS = (150, 300, 600, 1200)
DEFAULT_DPI = 300
PAPERS = {
    "a4": QPageSize.PageSizeId.A4,
    "a3": QPageSize.PageSizeId.A3,
    "a5": QPageSize.PageSizeId.A5,
    "letter": QPageSize.PageSizeId.Letter,
    "legal": QPageSize.PageSizeId.Legal,
}
PHOTO_MM = (100.0, 150.0)
MOST_COPIES = 99


class PrintDialog(QDialog):
    """make_job: makes the job that prints. `printed`: one line about what was printed."""

    printed = Signal(str)

    def __init__(
        self, parent: QWidget, subject: ExportSubject, make_job: Callable[[QWidget], PrintJob]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Print"))
        self._subject, self._make_job = subject, make_job
        self._image = _image(subject)
        self._job: PrintJob | None = None
        self._pdf: Path | None = None
        self.device = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._make_fields()
        self.note = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.note.setProperty("faint", True)
        self.bar = QProgressBar(textVisible=False, maximum=1000)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.hide()
        self.preview = QPrintPreviewWidget(self.device)
        for view in self.preview.findChildren(QGraphicsView):
            view.setFocusPolicy(
                Qt.FocusPolicy.NoFocus
            )  # it shows one page as a whole: there is nothing to scroll
        self.preview.setAccessibleName(tr("Preview of the page"))
        self.preview.paintRequested.connect(self._paint_preview)
        self._lay_out()
        self.resize(*SIZE)
        self._apply()

    def _make_fields(self) -> None:
        names = QPrinterInfo.availablePrinterNames()
        self.printer = Choice([*((name, name) for name in names), (PDF, tr("PDF file"))])
        self.printer.show_value(QPrinterInfo.defaultPrinterName())
        papers = [(name, QPageSize.name(size)) for name, size in PAPERS.items()]
        self.paper = Choice([*papers, ("photo", tr("Photo, 10 × 15 cm"))])
        wide = self._subject.opened.size[0] > self._subject.opened.size[1]
        self.orientation = Choice((("portrait", tr("Portrait")), ("landscape", tr("Landscape"))))
        self.orientation.show_value("landscape" if wide else "portrait")
        self.fit = Choice(
            (("page", tr("Fit the page")), ("mm", tr("Width in mm")), ("inch", tr("Width in inches")))
        )
        self.width_field = NumberField(1, 2000, 2)
        self.width_field.setValue(100)
        self.dpi = Choice([(dpi, tr("{dpi} dpi").format(dpi=dpi)) for dpi in RESOLUTIONS])
        self.dpi.show_value(DEFAULT_DPI)
        self.copies = QSpinBox(minimum=1, maximum=MOST_COPIES, minimumHeight=FIELD_HEIGHT)
        count = self._subject.opened.pages.count
        self.first = QSpinBox(minimum=1, maximum=count, minimumHeight=FIELD_HEIGHT)
        self.last = QSpinBox(minimum=1, maximum=count, minimumHeight=FIELD_HEIGHT)
        pad(self.copies, self.first, self.last)
        for field in (self.first, self.last):
            field.setValue(self._subject.opened.pages.page + 1)

    def _lay_out(self) -> None:
        inside = QWidget()
        form = QFormLayout(inside)
        for text, field in (
            (tr("P&rinter"), self.printer),
            (tr("Pap&er"), self.paper),
            (tr("&Orientation"), self.orientation),
            (tr("&Size"), self.fit),
            (tr("&Width"), self.width_field),
            (tr("Resol&ution"), self.dpi),
            (tr("&First page"), self.first),
            (tr("&Last page"), self.last),
            (tr("&Copies"), self.copies),
        ):
            add_row(form, text, field)
        for page in (self.first, self.last):
            form.setRowVisible(
                page, self._subject.opened.pages.count > 1 and self._subject.opened.path is not None
            )
        form.addRow(self.note)
        for choice in (self.printer, self.paper, self.orientation, self.fit, self.dpi):
            choice.edited.connect(self._apply)
        self.width_field.valueChanged.connect(self._apply)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        self.button = buttons.addButton(tr("&Print"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setProperty("primary", True)
        buttons.accepted.connect(self._begin)
        buttons.rejected.connect(self.reject)
        middle, row = QHBoxLayout(), QHBoxLayout()
        middle.addWidget(ScrollColumn(inside, FORM_WIDTH))
        middle.addWidget(self.preview, 1)
        row.addWidget(self.bar, 1)
        row.addWidget(buttons)
        column = QVBoxLayout(self)
        column.addLayout(middle, 1)
        column.addLayout(row)
        self._form = form

    @property
    def print_size(self) -> PrintSize:
        """The size and resolution that are chosen."""
        unit = self.fit.currentData()
        width = self.width_field.value() * (MM_PER_INCH if unit == "inch" else 1)
        return PrintSize(None if unit == "page" else width, self.dpi.currentData())

    @property
    def pages(self) -> list[int]:
        """The pages that are chosen, from 0."""
        first, last = sorted((self.first.value(), self.last.value()))
        return list(range(first - 1, last))

    def _apply(self) -> None:
        """Sets up the printer as chosen, and shows the page."""
        name = self.printer.currentData()
        if name:
            self.device.setPrinterName(name)
        else:
            self.device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.device.setResolution(self.dpi.currentData())
        paper = PAPERS.get(self.paper.currentData())
        sheet = QPageSize(QSizeF(*PHOTO_MM), QPageSize.Unit.Millimeter) if paper is None else QPageSize(paper)
        turned = self.orientation.currentData() == "landscape"
        way = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
        margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
        self.device.setPageLayout(QPageLayout(sheet, way, margins, QPageLayout.Unit.Millimeter))
        self._form.setRowVisible(self.width_field, self.fit.currentData() != "page")
        self._describe()
        self.preview.updatePreview()

    def _describe(self) -> None:
        area = print_layout.placed(self._subject.opened.size, printable(self.device), self.print_size.width)
        width, height = print_layout.px(area, self.print_size.dpi)
        text = tr("{width} × {height} mm, decoded at {size} px.")
        self.note.setText(
            text.format(
                width=round(area.width()), height=round(area.height()), size=formatting.size(width, height)
            )
        )

    def _paint_preview(self, printer: QPrinter) -> None:
        """Draws the page from what is on the screen; the print is decoded at the printer's resolution."""
        area = print_layout.placed(self._subject.opened.size, printable(printer), self.print_size.width)
        place = print_layout.device_rect(area, printable(printer), printer.resolution())
        with QPainter(printer) as draw:
            draw.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            draw.drawImage(place, self._image)

    def _begin(self) -> None:
        self._pdf = None
        if self.printer.currentData() == PDF:
            suggested = self._subject.near.with_suffix(".pdf")
            self._pdf = file_dialogs.save_file(self, tr("Print to a file"), suggested, tr("PDF (*.pdf)"))
            if self._pdf is None:
                return
            self.device.setOutputFileName(str(self._pdf))
        self.device.setCopyCount(self.copies.value())
        self.device.setDocName(self._subject.opened.name)
        self.device.setFullPage(False)
        self._show_running(True)
        self._job = job = self._make_job(self)
        job.progressed.connect(lambda share: self.bar.setValue(round(1000 * share)))
        job.failed.connect(self._fail)
        job.finished.connect(self._finish)
        job.start(self.device, self.pages, self.print_size)

    def _fail(self, message: str) -> None:
        self._show_running(False)
        self.note.setText(message)

    def _finish(self) -> None:
        self._job = None
        if self._pdf is not None:
            self.printed.emit(tr("Saved {name}.").format(name=file_name(self._pdf.name)))
        else:
            self.printed.emit(tr("Pages sent to the printer: {count}").format(count=len(self.pages)))
        self.accept()

    def _show_running(self, running: bool) -> None:
        self.bar.setValue(0)
        self.bar.setVisible(running)
        self.button.setEnabled(not running)

    def done(self, result: int) -> None:
        """Gives up a print that runs, and closes."""
        if self._job is not None:
            self._job.end()
        super().done(result)


def _image(subject: ExportSubject) -> QImage:
    """Returns the picture as it is on the screen."""
    pixels = subject.opened.preview
    height, width = pixels.shape[:2]
    form = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.tobytes(), width, height, 4 * width, form).copy()
