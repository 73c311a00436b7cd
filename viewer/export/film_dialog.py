"""The dialog of films: key views, fields and file. It stays open while the picture is zoomed."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine import bookmarks
from engine.base import paths, user_data
from engine.base.errors import UnpixelError
from engine.bookmarks import Bookmark
from engine.film import formats, path_file
from engine.film.path_file import FilmPath
from viewer.base import background, formatting, settings
from viewer.base.language import tr, translated
from viewer.canvas.canvas import Canvas
from viewer.export.film_fields import FilmFields
from viewer.export.film_motion import PathPlayer, RestRecorder
from viewer.widgets import file_dialogs
from viewer.widgets.qt_items import append_item
from viewer.widgets.scroll_column import ScrollColumn

SIZE = 420, 540
"""Preferred width and height of what is above the buttons, logical px."""
LEAST_WIDTH = 110
"""Of the list of views, logical px."""
KEPT_PATHS = 20
"""Path files of earlier films that stay in the state folder, for exports that wait or are done again."""

Start = Callable[[tuple[str, ...], Path], None]
"""Starts an export: the arguments of `render`, and the file or folder that it writes."""


class FilmDialog(QDialog):
    """current: returns the view that is shown as a bookmark; None if its picture has no file.

    start: called with a film that was given a file.
    """

    def __init__(
        self, parent: QWidget, canvas: Canvas, current: Callable[[], Bookmark | None], start: Start
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Film"))
        self._current, self._start = current, start
        self.fields = FilmFields()
        self.views = QListWidget()
        self.views.setAccessibleName(tr("Views of the film"))
        self.views.setMinimumWidth(LEAST_WIDTH)
        self.record = QCheckBox(tr("Add each view at which zooming stops"))
        self.summary = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.summary.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 2)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.player, self._recorder = PathPlayer(canvas, self), RestRecorder(canvas, self)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._add_view()
        self._update()
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize()))

    @property
    def keys(self) -> list[Bookmark]:
        """The views of the film, in their order."""
        return [self.views.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.views.count())]

    def film(self) -> FilmPath:
        """Returns the film as the fields describe it. Raises ValueError if they describe none."""
        keys, fields = self.keys, self.fields
        holds = (fields.rest.value(),) * len(keys)
        return FilmPath(tuple(keys), holds, fields.size_px, fields.frames_per_second, fields.timing)

    def add(self, bookmark: Bookmark) -> bool:
        """Appends a view, with the model of the first. Returns False for one of another picture."""
        keys = self.keys
        if keys and _picture(keys[0]) != _picture(bookmark):
            self.summary.setText(tr("A film shows one picture. This view is of another."))
            return False
        if not keys or replace(bookmark, name="") != replace(keys[-1], name=""):
            item = append_item(self.views, formatting.zoom(bookmark.scale) + "   " + bookmark.name)
            item.setData(Qt.ItemDataRole.UserRole, replace(bookmark, thumbnail=""))
            self.views.setCurrentItem(item)
        self._update()
        return True

    def save(self) -> None:
        """Asks for the file, and starts the export."""
        kind = self.fields.kind
        first = self.keys[0]
        near = Path.home() if first.file == bookmarks.DEMO else Path(first.file).parent
        suggested = near / paths.name_of(Path(first.file).stem, f" film{kind.suffix}")
        filters = f"{kind.name} (*{kind.suffix})" if kind.suffix else tr("Folder (*)")
        path = file_dialogs.save_file(self, tr("Film"), suggested, filters)
        if path is not None:
            self.save_as(path)

    def save_as(self, path: Path) -> None:
        """Starts the export to a file or folder. Appends the format's suffix unless the path has that of a format."""
        if path.suffix.lower() not in formats.BY_SUFFIX or (self.fields.kind.suffix and not path.suffix):
            path = path.with_name(path.name + self.fields.kind.suffix)
        film = self.film()
        try:
            formats.format_of(path, film.size, None)
            film_path = _stored(film)
        except UnpixelError as error:
            self.summary.setText(translated(error.message))
            return
        now = settings.read()
        device = "--device", now.device, "--precision", now.precision
        self._start((str(path), "--film", str(film_path), *device), path)
        self.close()

    def save_path(self) -> None:
        """Asks for a file for the path, which `render --film` takes."""
        path = file_dialogs.save_file(self, tr("Save path"), Path.home() / "film.json", "JSON (*.json)")
        if path is not None:
            film = self.film()
            background.run(
                self,
                lambda: path_file.write(path, film),
                lambda _result: None,
                lambda error: self.summary.setText(translated(error.message)),
            )

    def hideEvent(self, event: QHideEvent) -> None:
        self.player.stop()
        self._recorder.active = False
        super().hideEvent(event)

    def _make_buttons(self) -> None:
        self.add_view = _button(tr("&Add this view"))
        self.add_bookmarks = _button(tr("Add &bookmarks"), tr("Add all bookmarks of this picture"))
        self.up, self.down = _button(tr("&Up")), _button(tr("&Down"))
        self.remove = _button(tr("Remo&ve"))
        self.preview = _button(tr("Preview"), tr("Play the film in the window"))
        self.path = _button(tr("Save path…"), tr("Save the path for the command render --film"))
        self.export = _button(tr("&Save as…"))
        self.export.setProperty("primary", True)
        self.quit = _button(tr("Close"))

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        for button in (self.add_view, self.add_bookmarks, self.up, self.down, self.remove):
            beside.addWidget(button)
        beside.addStretch()
        views = QHBoxLayout()
        views.addWidget(self.views, 1)
        views.addLayout(beside)
        trials = QHBoxLayout()
        trials.addWidget(self.preview)
        trials.addWidget(self.path)
        trials.addStretch()
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.export)
        row.addWidget(self.quit)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(views, 1)
        column.addWidget(self.record)
        column.addWidget(self.fields)
        column.addWidget(self.summary)
        column.addLayout(trials)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(ScrollColumn(inside, *SIZE), 1)
        whole.addLayout(row)

    def _connect(self) -> None:
        self.add_view.clicked.connect(self._add_view)
        self.add_bookmarks.clicked.connect(self._add_bookmarks)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.record.toggled.connect(lambda checked: setattr(self._recorder, "active", checked))
        self._recorder.rested.connect(self._record)
        self.preview.clicked.connect(self._preview)
        self.player.ended.connect(self._update)
        self.path.clicked.connect(self.save_path)
        self.export.clicked.connect(self.save)
        self.quit.clicked.connect(self.close)
        self.views.currentRowChanged.connect(self._update)
        self.fields.changed.connect(self._update)

    def _add_view(self) -> None:
        bookmark = self._current()
        if bookmark is None:
            self.summary.setText(tr("This picture has no file. Export it first and open the exported file."))
        else:
            self.add(bookmark)

    def _record(self) -> None:
        if not self.player.playing:
            self._add_view()

    def _add_bookmarks(self) -> None:
        shown = self.keys[0] if self.keys else self._current()
        try:
            found = [each for each in bookmarks.load() if shown and _picture(each) == _picture(shown)]
        except UnpixelError as error:
            self.summary.setText(translated(error.message))
            return
        for bookmark in found:
            self.add(bookmark)
        if not found:
            self.summary.setText(tr("This picture has no bookmarks."))

    def _move(self, places: int) -> None:
        row = self.views.currentRow()
        self.views.insertItem(row + places, self.views.takeItem(row))
        self.views.setCurrentRow(row + places)
        self._update()

    def _remove(self) -> None:
        self.views.takeItem(self.views.currentRow())
        self._update()

    def _preview(self) -> None:
        if self.player.playing:
            self.player.stop()
        else:
            self.player.play(self.film())
            self._update()

    def _update(self) -> None:
        """Enables the buttons, and describes the film."""
        row, count = self.views.currentRow(), self.views.count()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        self.remove.setEnabled(row >= 0)
        self.preview.setText(tr("Stop") if self.player.playing else tr("Preview"))
        try:
            text, complete = self._described(self.film()), True
        except ValueError as error:
            text = tr("Add two views or more, from which and to which the film zooms.")
            text, complete = (text if count < 2 else str(error)), False
        if complete and self.fields.kind.codec and not formats.is_installed():
            text = tr("Videos need PyAV: pip install {package}").format(package=formats.PACKAGE)
        self.summary.setText(text)
        installed = self.fields.kind.codec is None or formats.is_installed()
        self.export.setEnabled(complete and installed)
        self.path.setEnabled(complete)
        self.preview.setEnabled(complete)

    def _described(self, film: FilmPath) -> str:
        path = film.zoom_path()
        return tr("{size} px, {seconds} s, {frames} frames").format(
            size=formatting.size(*film.size),
            seconds=formatting.decimal(path.seconds, 1),
            frames=formatting.count(path.frame_count(film.rate)),
        )


def _picture(bookmark: Bookmark) -> tuple[str, int, int | None]:
    return bookmark.file, bookmark.orientation, bookmark.page


def _stored(film: FilmPath) -> Path:
    """Writes the path file of an export. Raises ExportError."""
    folder = user_data.state_folder() / "films"
    folder.mkdir(parents=True, exist_ok=True)
    older = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
    for path in older[: -KEPT_PATHS + 1]:
        path.unlink(missing_ok=True)
    stored = folder / f"{secrets.token_hex(8)}.json"
    path_file.write(stored, film)
    return stored


def _button(text: str, tip: str = "") -> QPushButton:
    return QPushButton(text, toolTip=tip, autoDefault=False)
