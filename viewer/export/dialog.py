"""The export dialog: what, how large, as which file; and what that will look like. `Exporting` starts the export."""

from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine import export_choices
from engine.base import paths
from engine.base.errors import ExportError
from engine.export import formats, picture_file
from engine.export.export_request import ExportRequest
from engine.export.file_crop import CropPreview
from engine.export.formats import BY_SUFFIX, Format
from engine.export.output_size import OutputSize
from engine.export_choices import ExportChoices
from engine.geometry.viewport import Region
from engine.session.events import ExportPlanned, ExportPreviewed, Failed, ModelMeasured, ModelSpeed
from engine.session.requests import Task
from viewer.base import background, state
from viewer.base.language import tr, translated
from viewer.export import summary
from viewer.export.facts import Facts
from viewer.export.fields import align
from viewer.export.file_fields import FileFields
from viewer.export.model_fields import ModelFields
from viewer.export.preset_row import PresetRow
from viewer.export.preview_pane import PreviewPane
from viewer.export.region_fields import RegionFields
from viewer.export.size_fields import SizeFields
from viewer.export.subject import ExportSubject
from viewer.widgets import file_dialogs

SIZE = QSize(1040, 720)
"""Preferred size of the dialog, in logical px."""
WIDE = 760
"""Width from which the preview lies beside the fields instead of below them, logical px."""
FORM_WIDTH = 370
"""Of the fields beside the preview, logical px."""
MAX_WIDTH = (1 << 24) - 1
"""Qt's largest width of a widget: no limit."""
DELAY = 150
"""Milliseconds from a change to the request of a preview: a number is typed digit by digit."""
SLOW = 600
"""Milliseconds after which the preview that is shown is marked as outdated."""
LAST = "export"
"""Name of the last choices in the state."""


class ExportDialog(QDialog):
    """Lets the user choose what to export, and shows it. Runs in the window's thread and knows no engine.

    `preview_wanted`: an ExportRequest and a crop of it. `preview_dropped`: none is wanted any more. `speed_wanted`: of
    a model. Their answers come to `handle`.
    request: the choices; None until the dialog is accepted.
    """

    preview_wanted = Signal(object, object)
    preview_dropped = Signal()
    speed_wanted = Signal(str)

    def __init__(self, parent: QWidget, subject: ExportSubject) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.request: ExportRequest | None = None
        self._subject = subject
        self._path: Path | None = None
        self._planned: ExportPlanned | None = None
        self._previewed: CropPreview | None = None  # with the choices as they are now
        self._speeds: dict[str, ModelSpeed] = {}  # of the models that were measured
        self._centre = Fraction(1, 2), Fraction(1, 2)  # of the crop, shares of the file's sides
        self._delay = QTimer(self, singleShot=True, interval=DELAY)
        self._delay.timeout.connect(self._request_preview)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(lambda: self.preview.show_message(tr("Making the preview…")))
        self.presets, self.regions, self.sizes = PresetRow(), RegionFields(subject), SizeFields()
        self.file, self.models = FileFields(), ModelFields(subject)
        self.preview, self.facts = PreviewPane(), Facts()
        self.note = QLabel(subject.note, wordWrap=True)
        self.note.setVisible(bool(subject.note))
        self._lay_out()
        self._show_last()
        self._connect()
        self._change()
        self.resize(SIZE.boundedTo(self.screen().availableSize()))
        self.sizes.first.setFocus()
        self.sizes.first.selectAll()

    # Layout.

    def _lay_out(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(20)
        self._columns.addWidget(self._form(), 0, Qt.AlignmentFlag.AlignTop)
        self._columns.addLayout(self._view(), 1)
        inner = QWidget()
        self._columns.setContentsMargins(8, 8, 4, 8)
        inner.setLayout(self._columns)
        self.scroll_area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 10)
        column.addWidget(self.scroll_area, 1)
        column.addWidget(self._buttons())

    def _form(self) -> QWidget:
        self._fields = QWidget()
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.presets, self.regions, self.sizes, self.file, self.models, self.note):
            column.addWidget(part)
        align(part.layout() for part in (self.sizes, self.file, self.models))
        return self._fields

    def _view(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.preview, 1)
        column.addWidget(self.facts)
        return column

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.save = buttons.addButton(tr("Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("primary", True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= WIDE
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._fields.setMinimumWidth(FORM_WIDTH if wide else 0)
        self._fields.setMaximumWidth(FORM_WIDTH if wide else MAX_WIDTH)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    # Choices.

    def _show_last(self) -> None:
        """Shows the choices that were accepted last."""
        last, options = ExportChoices(), state.read(LAST)
        if isinstance(options, dict):
            try:
                last = export_choices.from_options(options)
            except ValueError:  # of another version, or changed by hand
                last = ExportChoices()
        if not formats.is_installed(last.kind):
            last = ExportChoices(last.size)
        self.file.show_file(last.kind, last.options)
        self._last_size = last.size
        self._show_region()

    def _show_region(self) -> None:
        """Shows the size that the region has by default; a rule other than a factor stays."""
        self.sizes.set_region(*self.region[2:])
        if self._last_size.rule != "scale":
            self.sizes.show_size(self._last_size)
        elif self.regions.as_seen:
            self.sizes.show_size(OutputSize("scale", Fraction(self._subject.view.scale)))
        else:
            self.sizes.show_size(self._last_size)

    def _connect(self) -> None:
        self.regions.changed.connect(self._choose_region)
        for part in (self.sizes, self.file, self.models):
            part.changed.connect(self._change)
        self.sizes.changed.connect(self._keep_size)
        self.file.changed.connect(self.presets.leave)
        self.presets.chosen.connect(self._use)
        self.presets.wanted.connect(lambda name: self.presets.store(name, self.choices))
        self.presets.failed.connect(self.facts.show_refusal)
        self.preview.moved.connect(self._move)
        self.preview.resized.connect(self._delay.start)
        for timer in (self._delay, self._slow):
            self.finished.connect(timer.stop)
        self.finished.connect(self.preview_dropped)

    @property
    def region(self) -> Region:
        """The chosen region, in source px."""
        return self.regions.region

    @property
    def size_px(self) -> tuple[int, int]:
        """(width, height) of the file, in px."""
        return self.sizes.px()

    @property
    def choices(self) -> ExportChoices:
        """Size, format and options."""
        return ExportChoices(self.sizes.size, self.file.kind, self.file.options)

    def _use(self, choices: ExportChoices) -> None:
        self._last_size = choices.size
        self.file.blockSignals(True)
        self.file.show_file(choices.kind, choices.options)
        self.file.blockSignals(False)
        self.sizes.blockSignals(True)
        self.sizes.show_size(choices.size)
        self.sizes.blockSignals(False)
        self._change()

    def _choose_region(self) -> None:
        self._show_region()
        self._centre = Fraction(1, 2), Fraction(1, 2)

    def _keep_size(self) -> None:
        if not (self.regions.as_seen and self.sizes.size.rule == "scale"):
            self._last_size = self.sizes.size
        self.presets.leave()

    def _change(self) -> None:
        """Another choice was made: tells at once what is known, and requests the preview in a moment."""
        self.sizes.set_dpi(self.file.options.dpi)
        self._planned = self._previewed = None
        self._show_facts()
        self._delay.start()
        self._slow.start()

    # Preview.

    def _request_preview(self) -> None:
        width, height = self.preview.crop_size
        size = self.size_px
        x, y = (round(share * side) for share, side in zip(self._centre, size, strict=True))
        request = self._request(self._path or self._suggested())
        if request.model is not None and request.model not in self._speeds:
            self.speed_wanted.emit(request.model)
        self.preview_wanted.emit(request, (x - width // 2, y - height // 2, width, height))

    def _move(self, dx: int, dy: int) -> None:
        """Moves the crop by px of the file."""
        crop, size = self.preview.crop_size, self.size_px
        centre = []
        for share, step, part, side in zip(self._centre, (dx, dy), crop, size, strict=True):
            half = Fraction(min(part, side), 2)
            centre.append(min(max(share * side + step, half), side - half) / side)
        self._centre = centre[0], centre[1]
        self._slow.start()
        self._request_preview()

    @Slot(object)
    def handle(self, event: Any) -> None:
        """Handles an event of the engine."""
        match event:
            case ExportPlanned() if not self._delay.isActive():
                self._planned = event
                self._show_facts()
            case ExportPreviewed():
                self._slow.stop()
                self.preview.show_preview(event.preview)
                if not self._delay.isActive():  # else it is one of the choices before
                    self._previewed = event.preview
                self._show_facts()
            case Failed(task=Task.PREVIEW):
                self._slow.stop()
                self.preview.show_message(translated(event.message))
            case ModelMeasured():
                self._speeds[event.name] = event.speed
                self._show_facts()

    def _show_facts(self) -> None:
        speed = self._speeds.get(self.models.model or "")
        about = self.region[2:], self.choices, self._planned, self._previewed, speed
        self.facts.summary.setText(summary.text(self.size_px, *about))
        refusal = summary.refusal(self._suggested(), self.size_px, self.choices, self._planned)
        self.facts.show_refusal(refusal)
        self.save.setEnabled(not refusal)
        notices = () if self._planned is None else self._planned.notices
        self.facts.show_losses([translated(notice) for notice in notices])

    # The file.

    def accept(self) -> None:
        """Asks for the file. The dialog closes once there is one."""
        start = self._path or self._suggested()
        path = file_dialogs.save_file(self, tr("Export"), start, _filter(self.file.kind))
        if path is not None:
            self.set_path(path)

    def set_path(self, path: Path) -> None:
        """Accepts the dialog with a file, unless its name chooses a format that loses more, or does not serve.

        A suffix of a format chooses that format; a name with another one gets the suffix of the chosen format.
        """
        kind = BY_SUFFIX.get(path.suffix.lower())
        if kind is None:
            path = path.with_name(path.name + self.file.kind.suffixes[0])
        elif not self._choose_kind(path, kind):
            self._path = path
            return
        try:
            # if the disk does not answer, the export finds out
            background.soon(partial(picture_file.check_source, path, self._subject.opened.path), None)
        except ExportError as error:
            self.facts.show_refusal(translated(error.message))
            return
        self.request = self._request(path)
        state.store(LAST, export_choices.to_options(self.choices))
        super().accept()

    def _choose_kind(self, path: Path, kind: Format) -> bool:
        """Chooses the format of a name. Returns whether the file can be written without anything left to be said."""
        if kind is self.file.kind:
            return True
        try:
            formats.format_of(path)
        except ExportError as error:
            self.facts.show_refusal(translated(error.message))
            return False
        loses = summary.loses_more(self.file.kind, kind, self._subject)
        self.file.choose(kind)
        return not loses and self.save.isEnabled()

    def _request(self, path: Path) -> ExportRequest:
        region = None if self.regions.whole.isChecked() else self.region
        about = self.file.options, self.models.fidelity, self.models.model
        return ExportRequest(path, region, self.size_px, *about)

    def _suggested(self) -> Path:
        """Returns the suggested file: the picture's name with the size of the export."""
        width, height = self.size_px
        ending = f" {width}x{height}{self.file.kind.suffixes[0]}"
        near = self._subject.near
        return near.with_name(paths.name_of(near.stem, ending))


def _filter(kind: Format) -> str:
    """Returns the name filters of the file dialog, the chosen format first."""
    kinds = sorted(filter(formats.is_installed, formats.FORMATS), key=lambda each: each is not kind)
    return ";;".join(f"{each.name} ({' '.join('*' + suffix for suffix in each.suffixes)})" for each in kinds)
