"""The commands on the file of the open picture: trash, rename, copy, move, properties. Runs in the window's thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QMimeData, QMimeDatabase, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from engine.base.errors import UnpixelError
from engine.base.printable import file_name
from engine.images import demo_photo
from engine.images.file_info import FileInfo
from engine.session.events import Event, PictureOpened, PictureSource
from viewer.base import background, desktop, local_files, settings
from viewer.base.language import tr, translated
from viewer.commands.actions import Handlers
from viewer.commands.table import COPY_TO, MOVE_TO, OPEN_WITH
from viewer.files.opening import Opening
from viewer.filing import applications, folders, moves, programs, properties
from viewer.filing.applications import Application
from viewer.filing.delete_question import DeleteQuestion
from viewer.filing.moves import Copied, Moved
from viewer.filing.properties import Properties
from viewer.filing.rename_dialog import RenameDialog
from viewer.filing.trash_question import TrashQuestion
from viewer.widgets import file_dialogs
from viewer.widgets.dialogs import show_single
from viewer.widgets.list_menu import Entry, ListMenu
from viewer.widgets.notice_bar import Action, NoticeBar

GENERAL = ("application/octet-stream", "text/plain")
"""MIME types whose programs say nothing of a picture."""


class Filing(QObject):
    """Connects the commands, their menus and dialogs with the opening. Moves and copies are undone, the last one first.

    menus: by their titles in the table of commands. opened: the shown picture.
    """

    def __init__(self, window: QMainWindow, opening: Opening, notices: NoticeBar) -> None:
        super().__init__(window)
        self._window, self._opening, self._notices = window, opening, notices
        self.opened: PictureOpened | None = None
        self._info: FileInfo | None = None
        self._done: list[Moved | Copied] = []
        self._at_work = set[Path]()
        self._undos = 0  # wanted, and not begun
        self._told: tuple[str, Action | None] | None = None  # once the next picture is shown
        self._programs: list[Application] = []
        opening.shown.connect(self._shown)
        bar = window.menuBar()
        self.menus = {
            OPEN_WITH: ListMenu(tr(OPEN_WITH), bar, self._program_entries),
            COPY_TO: ListMenu(tr(COPY_TO), bar, folders.entries),
            MOVE_TO: ListMenu(tr(MOVE_TO), bar, folders.entries),
        }
        self.menus[OPEN_WITH].aboutToShow.connect(self._list_programs)
        for title, act in ((OPEN_WITH, self._open_with), (COPY_TO, self._copy), (MOVE_TO, self._move)):
            self.menus[title].chosen.connect(lambda value, _detail, act=act: act(value))

    @property
    def handlers(self) -> Handlers:
        """The commands."""
        return {
            "open-with-other": self._choose_program,
            "open-with-last": self._open_with_last,
            "show-folder": self._show_in_folder,
            "copy-path": self._copy_path,
            "copy-file": self._copy_file,
            "rename": self._ask_name,
            "trash": lambda: self.ask_trash(self._opening.current),
            "delete": self._ask_delete,
            "copy-to": lambda: self._choose_folder(tr("Copy to folder"), self._copy),
            "move-to": lambda: self._choose_folder(tr("Move to folder"), self._move),
            "properties": self._ask_properties,
            "undo": self._undo,
        }

    def handle(self, event: Event) -> None:
        """Keeps the facts that the engine finds in the file."""
        if isinstance(event, PictureSource):
            self._info = event.file

    def _shown(self, opened: PictureOpened) -> None:
        if self.opened is None or opened.path != self.opened.path:
            self._info = None
        self.opened = opened
        if self._told is not None:
            told, self._told = self._told, None
            self._notices.notify(*told)

    def _file(self, changed: bool = False) -> Path | None:
        """Returns the file of the shown picture; None, with a notice, if there is none, or none to be changed."""
        return self._usable(self._opening.current, changed)

    def _usable(self, path: Path | None, changed: bool) -> Path | None:
        """Returns the file itself; None, with a notice, if there is none, or none to be changed."""
        if path is None:
            self._notices.notify(tr("This picture has no file. Export it first."))
        elif changed and path == demo_photo.PATH:
            self._notices.notify(tr("This photograph belongs to Unpixel. Copy it to a folder to change it."))
            path = None
        return path

    def _work(
        self,
        path: Path,
        work: Callable[[], object],
        take: Callable[..., object],
        fail: Callable[[UnpixelError], object] | None = None,
    ) -> None:
        """Works on a file in the background, unless that is done already. take: gets the result. fail: the error."""
        if path in self._at_work:
            return
        self._at_work.add(path)

        def end(act: Callable[..., object], result: object) -> None:
            self._at_work.discard(path)
            act(result)
            self._undo_next()

        background.run(self, work, partial(end, take), partial(end, fail or self._fail))

    def _fail(self, error: UnpixelError) -> None:
        self._notices.show_error(translated(error.message))

    # Trash, rename, move, and undo.

    def ask_trash(self, file: Path | None) -> None:
        """Moves a file to the trash, the shown one or another of the list; asks first, if the settings say so."""
        path = self._usable(file, changed=True)
        if path is None:
            return
        if not settings.read().confirm_trash:
            self._trash(path)
            return
        question = show_single(self._window, TrashQuestion, lambda: TrashQuestion(self._window, path.name))
        question.accepted.connect(partial(self._trash, path))

    def _trash(self, path: Path) -> None:
        told = tr("“{name}” is in the trash.").format(name=file_name(path.name))
        self._work(path, lambda: moves.to_trash(path), lambda moved: self._left(moved, told))

    def _move(self, folder: Path) -> None:
        path = self._file(changed=True)
        if path is None:
            return
        told = tr("Moved “{name}” to {folder}.").format(name=file_name(path.name), folder=file_name(folder))
        self._work(path, lambda: moves.move(path, folder), lambda moved: self._left(moved, told))

    def _left(self, moved: Moved, told: str) -> None:
        """A picture has left its folder: if it was the shown one, the next one is shown."""
        self._done.append(moved)
        self._tell_with_next(self._opening.file_left(moved.before, moved.now), told, (tr("Undo"), self._undo))

    def _tell_with_next(self, moves_on: bool, told: str, action: Action | None) -> None:
        """Shows a notice. moves_on: only once the next picture is shown, which clears the notices."""
        if moves_on:
            self._told = told, action
        else:
            self._notices.notify(told, action)

    def _ask_delete(self) -> None:
        path = self._file(changed=True)
        if path is not None:
            question = show_single(
                self._window, DeleteQuestion, lambda: DeleteQuestion(self._window, path.name)
            )
            question.accepted.connect(partial(self._delete, path))

    def _delete(self, path: Path) -> None:
        told = tr("“{name}” is deleted.").format(name=file_name(path.name))

        def deleted(_result: object) -> None:
            self._tell_with_next(self._opening.file_left(path), told, None)

        self._work(path, lambda: moves.delete(path), deleted)

    def _ask_name(self) -> None:
        path = self._file(changed=True)
        if path is None:
            return
        dialog = show_single(self._window, RenameDialog, lambda: RenameDialog(self._window, path.name))
        dialog.accepted.connect(lambda: self._rename(path, dialog.name))

    def _rename(self, path: Path, name: str) -> None:
        self._work(path, lambda: moves.rename(path, name), self._renamed)

    def _renamed(self, moved: Moved) -> None:
        self._done.append(moved)
        told = tr("Renamed to “{name}”.").format(name=file_name(moved.now.name))
        self._told = told, (tr("Undo"), self._undo)
        self._opening.file_renamed(moved.before, moved.now)

    def _undo(self) -> None:
        """Undoes what was done last, once all that is being done has ended: only then it is known what was last."""
        self._undos += 1
        self._undo_next()

    def _undo_next(self) -> None:
        """Moves the file back that was moved last; a copy goes into the trash."""
        if self._at_work or not self._undos:
            return
        self._undos -= 1
        if not self._done:
            self._notices.notify(tr("There is nothing to undo."))
            return
        last = self._done.pop()

        def failed(error: UnpixelError) -> None:
            self._done.append(last)
            self._fail(error)

        match last:
            case Moved():
                self._work(last.now, partial(moves.undo, last), partial(self._back, last), failed)
            case Copied():
                self._work(last.copy, partial(moves.to_trash, last.copy), self._copy_left, failed)

    def _copy_left(self, moved: Moved) -> None:
        name = file_name(moved.before.name)
        self._notices.notify(tr("The copy “{name}” is in the trash.").format(name=name))

    def _back(self, moved: Moved, now: Path) -> None:
        told = tr("“{name}” is back.").format(name=file_name(now.name))
        self._told = told, None
        if moved.now == self._opening.current:
            self._opening.file_renamed(moved.now, now)
        else:
            self._opening.file_back(now, moved.now)

    # Copies, folders and other programs.

    def _choose_folder(self, title: str, act: Callable[[Path], None]) -> None:
        """Asks for a folder, and remembers it."""
        path = self._file()
        chosen = None if path is None else file_dialogs.folder(self._window, title, path.parent)
        if chosen is not None:
            folders.remember(chosen)
            act(chosen)

    def _copy(self, folder: Path) -> None:
        path = self._file()
        if path is None:
            return

        def copied(made: Copied) -> None:
            self._done.append(made)
            told = tr("Copied to {path}.").format(path=file_name(made.copy))
            show = partial(desktop.show_in_folder, made.copy, self._window)
            self._notices.notify(told, (tr("Show in folder"), show))

        self._work(path, lambda: moves.copy(path, folder), copied)

    def _show_in_folder(self) -> None:
        path = self._file()
        if path is not None:
            desktop.show_in_folder(path, self._window)

    def _copy_path(self) -> None:
        path = self._file()
        if path is not None:
            QGuiApplication.clipboard().setText(str(path))
            self._notices.notify(tr("Copied {path}.").format(path=file_name(path)))

    def _copy_file(self) -> None:
        """Puts the file into the clipboard, and reads it back to check."""
        path = self._file()
        if path is None:
            return
        data, clipboard = QMimeData(), QGuiApplication.clipboard()
        data.setUrls([local_files.url_of(path)])
        clipboard.setMimeData(data)
        if local_files.paths_of(clipboard.mimeData()) == (path,):
            self._notices.notify(tr("Copied the file {name}.").format(name=file_name(path.name)))
        else:
            self._notices.show_error(tr("Clipboard: did not accept the file; copy it again"))

    def _ask_properties(self) -> None:
        path = self._file()
        if path is not None:
            self._work(path, lambda: properties.read(path), self._show_properties)

    def _show_properties(self, disk: properties.OnDisk) -> None:
        opened, info = self.opened, self._info
        if opened is not None and opened.path is not None:
            for dialog in self._window.findChildren(Properties):
                dialog.close()
            show_single(self._window, Properties, lambda: Properties(self._window, opened, info, disk))

    def _program_entries(self) -> list[Entry]:
        found = [*programs.remembered(), *self._programs]
        return [Entry(each.name, " ".join(each.command), each) for each in dict.fromkeys(found)]

    def _list_programs(self) -> None:
        """Looks for the programs while the menu opens, and fills it again when they are known."""
        path = self._opening.current
        if path is not None:
            background.run(self, lambda: _programs(path), self._take_programs, self._fail)

    def _take_programs(self, found: list[Application]) -> None:
        if found != self._programs:
            self._programs = found
            self.menus[OPEN_WITH].fill()

    def _choose_program(self) -> None:
        if self._file() is not None:
            chosen = file_dialogs.open_file(self._window, tr("Open with"), tr("All files (*)"))
            if chosen is not None:
                self._open_with(applications.of_program(chosen))

    def _open_with_last(self) -> None:
        """Opens the file with the program that was used last; the first time one is chosen."""
        used = programs.remembered()
        if used:
            self._open_with(used[0])
        else:
            self._choose_program()

    def _open_with(self, program: Application) -> None:
        path = self._file()
        if path is not None:
            programs.remember(program)
            work = partial(applications.open_with, program, path)
            background.run(self, work, lambda _result: None, self._fail)


def _programs(path: Path) -> list[Application]:
    """Returns the programs for a file, by its name. Reads files."""
    kind = QMimeDatabase().mimeTypeForFile(file_name(path.name), QMimeDatabase.MatchMode.MatchExtension)
    types = [name for name in (kind.name(), *kind.allAncestors()) if name not in GENERAL]
    return applications.listed(types, QLocale().name().partition("_")[0])
