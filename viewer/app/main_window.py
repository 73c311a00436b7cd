"""The main window: connects the canvas, the engine session and the panels. Everything runs in the window's thread."""

import sys
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from engine.geometry import orientation
from engine.geometry.viewport import Viewport
from engine.session import events
from engine.session.requests import Task
from engine.session.session import Session
from viewer.app import status_buttons, window_handlers
from viewer.app.bridge import Bridge
from viewer.app.caption import Caption
from viewer.app.conversion import COMMANDS, Conversion
from viewer.app.dialogs import Dialogs
from viewer.app.drops import Drops
from viewer.app.followed_settings import FollowedSettings
from viewer.app.frame_times import FrameTimes
from viewer.app.graphics_choice import GraphicsChoice
from viewer.app.idle_encoding import IdleEncoding
from viewer.app.introduction import Introduction
from viewer.app.layout import CentralWidget
from viewer.app.outdated import Outdated
from viewer.app.outputs import Outputs
from viewer.app.second_file import SecondFile
from viewer.app.window_look import WindowLook
from viewer.base import settings
from viewer.base.idle_import import IdleImporter
from viewer.base.language import tr, translated
from viewer.bookmarks.controller import BookmarksController
from viewer.canvas.canvas import Canvas
from viewer.commands import actions, menus, table
from viewer.commands.mouse_wheel import MouseWheel
from viewer.compare.controller import CompareController
from viewer.diagnostics.newest_version import NewestVersion
from viewer.diagnostics.problem_report import ProblemReport
from viewer.export.exporting import Exporting
from viewer.files import recent
from viewer.files.copying import Copying
from viewer.files.opening import DEMO, Opening
from viewer.files.slideshow import Slideshow
from viewer.filing.controller import Filing
from viewer.insight.controller import InsightController
from viewer.models.active_model import ActiveModel
from viewer.models.download import ModelDownload
from viewer.models.menu import ModelMenu
from viewer.pages.controller import PagesController
from viewer.selection.overlay import SelectionOverlay
from viewer.thumbnails.controller import Thumbnails
from viewer.training.controller import TrainingController
from viewer.widgets.docks import Docks
from viewer.widgets.focus_keys import FocusKeys
from viewer.widgets.list_menu import ListMenu
from viewer.widgets.notice_bar import NoticeBar
from viewer.widgets.status_line import StatusLine
from viewer.widgets.welcome import Welcome

LEAST_PAGE = 200, 100
"""Logical px that the picture, or the page in its place, has at least."""
MODEL_DELAY = 300
"""Milliseconds from showing an empty window to loading the model."""
SWITCH_INTERVAL = 5e-4
"""Seconds after which the engine's threads release the interpreter to the waiting window. Python's default of 5 ms,
paid several times in a frame, takes longer than the painting."""


class MainWindow(QMainWindow):
    """paths: what to open at the start: files and folders, the word demo, or nothing.

    `new_window_requested`: the user wants another window. `closing`: this one is about to close; if an export goes on
    without it (exporting.in_background), it is only hidden and still works.
    """

    new_window_requested = Signal()
    quit_requested = Signal()
    closing = Signal()

    def __init__(self, *paths: str) -> None:
        super().__init__()
        sys.setswitchinterval(SWITCH_INTERVAL)
        self.canvas, self.welcome = Canvas(), Welcome()
        self.selection = SelectionOverlay(self.canvas)
        self.notices, self.status, self.models = NoticeBar(), StatusLine(), ModelMenu(self)
        self.recent_menu = ListMenu(tr(table.RECENT), self, recent.entries)
        self.conversion = Conversion(self.canvas, self.notices)
        now = settings.read()
        self._opened: events.PictureOpened | None = None
        self._settled_view = 0  # number of the view's request
        self.bridge = Bridge(self)
        self.session = Session(self.bridge.post, now.resources)
        self.bridge.is_outdated = Outdated(self.session.newest)
        self.imports = IdleImporter(self)
        self.active_model = ActiveModel(self, self.session, self.models, self.status, self.notices)
        self.actions_by_id = actions.create(self)
        self.docks = Docks(self, self.actions_by_id)
        self.insight = InsightController(
            self.canvas, self.session, self.notices, self.docks, self.actions_by_id, self
        )
        self.docks.offer("inspector", self.insight.make_inspector)
        self.settings = FollowedSettings(
            now, self.session, self.canvas, self.actions_by_id, self.welcome, self.notices, self
        )
        self.compare = CompareController(self.canvas, self.actions_by_id, self)
        self.frame_times = FrameTimes(self.canvas, self.compare, self.bridge)
        self.compare.edges_covered.connect(self.insight.reserve_edges)
        self.model_download = ModelDownload(self)
        self.problem_report = ProblemReport(self, self.notices)
        self.newest_version = NewestVersion(self, self.notices)
        self.opening = Opening(self.session, self)
        self.filing = Filing(self, self.opening, self.notices)
        self.pages = PagesController(
            self.session, self.opening, self.canvas, self.status, self.notices, self.actions_by_id
        )
        about = self.active_model, self.status, self.notices
        self.exporting = Exporting(self, self.session, self.opening, *about)
        self.docks.offer("exports", self.exporting.make_panel)
        self.copying = Copying(self.session, self.canvas, self.selection, self.notices)
        self.bookmarks = BookmarksController(
            self, self.session, self.canvas, self.opening, self.active_model, self.docks, self.notices
        )
        self.docks.offer("bookmarks", self.bookmarks.make_panel)
        about = self.canvas, self.docks, self.notices, self.welcome, self.filing.ask_trash
        self.thumbnails = Thumbnails(self, self.opening, *about)
        parts = self.bridge, self.session, self.active_model, self.model_download, self.actions_by_id
        self.dialogs, self.introduction = Dialogs(self, *parts), Introduction(self)
        self.outputs, self.second_file = Outputs(self), SecondFile(self)
        self._lay_out()
        parts = self.canvas, self.status, self.docks, self.training, self.notices, self.actions_by_id
        self.look = WindowLook(self, *parts)
        self.slideshow = Slideshow(self.canvas, self.opening, self.actions_by_id, self.look.fill_screen)
        FocusKeys(self, self.canvas, lambda: self.training.shown)
        actions.connect(self.actions_by_id, window_handlers.every(self))
        self._connect()
        self._enable()
        self._start(paths)

    def _lay_out(self) -> None:
        self.caption = Caption(self, self.canvas, self.opening)
        self.drops = Drops(self, self.opening, self.welcome)
        self._pages = QStackedWidget()
        self._pages.setMinimumSize(*LEAST_PAGE)  # else the widest page, shown or not, would widen the window
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.canvas)
        self.training = TrainingController(self._pages, self)
        self._central = CentralWidget(self._pages, self.training, self.notices)
        self.setCentralWidget(self._central)
        self.setStatusBar(self.status)
        self.models.offer_always(menus.entries(table.MODEL, self.actions_by_id))
        status_buttons.connect(self.status, self.actions_by_id, self.models, self.canvas)
        listed = {table.RECENT: self.recent_menu, **self.filing.menus}
        menus.fill(self.menuBar(), self.actions_by_id, self.models, self.compare.menu, listed)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(room.boundedTo(QSize(1180, 800)) * 0.95)

    def _connect(self) -> None:
        self.bridge.event.connect(self._handle_event)
        self.canvas.view_requested.connect(self._request_view)
        self.canvas.view_changed.connect(lambda: self.status.show_zoom(self.canvas.view.scale))
        self.notices.covers.connect(self.compare.reserve_bottom)
        self.canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.canvas.customContextMenuRequested.connect(self._open_context_menu)
        self.canvas.drag_out_requested.connect(
            lambda: self._opened and not self.conversion.shown and self.copying.drag_out(self._opened.name)
        )
        self.welcome.requested_open.connect(self.actions_by_id["open"].trigger)
        self.welcome.requested_demo.connect(self.opening.open_photo)
        for part in (self.opening, self.conversion, self.active_model, self.pages, self.filing):
            self.bridge.event.connect(part.handle)
        self.conversion.begun.connect(self._show_copy)
        self.opening.failed.connect(self._fail_open)
        self.opening.given_up.connect(self._give_up_open)
        self.opening.slow.told.connect(self.status.show_opening)
        self.opening.noticed.connect(self.notices.notify)
        self.opening.positioned.connect(self.status.show_position)
        self.recent_menu.chosen.connect(lambda path, page: self.opening.open(path, page=page))
        self.model_download.ended.connect(self.active_model.fetched)
        MouseWheel(self.canvas).turned.connect(self.opening.go)
        IdleEncoding(self.canvas, self.session, self.active_model)
        GraphicsChoice(self.canvas, self.bridge, self.notices)
        self.training.chosen.connect(self.active_model.use)
        self.training.notified.connect(self.notices.notify)
        self.training.failed.connect(self.notices.show_error)
        self.training.announced.connect(self.notices.keep)
        self.training.switched.connect(self._central.place_notices)
        self._pages.currentChanged.connect(lambda _page: self._enable())

    def _start(self, paths: tuple[str, ...]) -> None:
        self.training.look_for_run()
        self.newest_version.ask_at_start()
        if not paths:
            # The window appears first: loading a model holds the interpreter for moments.
            QTimer.singleShot(MODEL_DELAY, self.active_model.prepare)
            return
        self.open_paths(*paths)

    def open_paths(self, *paths: str, page: int | None = None, oriented: int = orientation.UPRIGHT) -> None:
        """Opens files and folders, or the word demo. page, oriented: of a file, see Opening.open."""
        if self._opened is None:
            self._pages.setCurrentWidget(self.canvas)
        if paths == (DEMO,):
            self.opening.open_demo()
        else:
            self.opening.open(*map(Path, paths), page=page, oriented=oriented)

    @property
    def opened(self) -> events.PictureOpened | None:
        """The picture that is shown; None before the first one."""
        return self._opened

    def _open_context_menu(self, position: QPoint) -> None:
        menus.context_menu(self.actions_by_id, self).popup(self.canvas.mapToGlobal(position))

    def _enable(self) -> None:
        # In the training tab the picture's keys belong to the input fields, in the overview to the list.
        picture = self._opened is not None and self._pages.currentWidget() is self.canvas
        allowed = COMMANDS if self.conversion.shown and not self.training.shown else ()
        for command in table.COMMANDS:
            of_picture = command.id in allowed if self.conversion.shown else picture
            self.actions_by_id[command.id].setEnabled(of_picture or not command.picture)
        self.pages.keep_disabled()

    # Requests to the engine and its events.

    def _request_view(self, view: Viewport, moving: bool) -> None:
        if view.scale > 1:
            self.active_model.prepare()
        exact, references = self.settings.now.exact_at_rest, self.canvas.comparison.references
        self.session.request_view(view, exact, moving, references, self.canvas.held)
        self.frame_times.views_requested += 1
        self.compare.view_requested(view)
        self.status.start_refining()
        self.imports.pause()

    @Slot(object)
    def _handle_event(self, event: events.Event) -> None:
        match event:
            case events.TilesReady() | events.CoefficientsReady():
                self.canvas.put(event)
            case events.PixelsCopied():
                self.copying.handle(event)
            case events.ViewSettled() | events.ReferencesSettled():
                self._settled(event)
            case events.EngineStats():
                self.frame_times.stats = event
            case events.PictureOpened():
                self._show_opened(event)
            case events.PictureSource() | events.ProfileReady() | events.UncertaintyReady():
                self.insight.handle(event)
            case events.ModelReady():
                self._show_model(event)
            case events.ModelsListed():
                self._offer_models(event.names)
            case events.ExportProgress() | events.Exported() | events.ExportCancelled():
                self.exporting.handle(event)
            case events.Failed():
                self._failed(event)
            case (
                events.Preloaded()
                | events.EncodedAhead()
                | events.PictureConverting()
                | events.PictureNoticed()
                | events.OpenCancelled()
                | events.ModelDescribed()
                | events.ModelMeasured()
                | events.ExportPlanned()
                | events.ExportPreviewed()
            ):
                pass  # dialogs and the opening take their own; a preloaded picture waits to be opened
            case _:
                assert_never(event)

    def _settled(self, settled: events.ViewSettled | events.ReferencesSettled) -> None:
        if isinstance(settled, events.ReferencesSettled):
            self.compare.references_settled()
            return
        self.canvas.settle()
        self.insight.view_settled()
        if settled.request != self._settled_view:
            self.frame_times.views_settled += 1
            self.status.show_time(settled.ms)
        # After a change of model the same view settles again; the time since its request means nothing then.
        self._settled_view = settled.request
        # Loading a model takes seconds: it starts once the picture is on the screen.
        self.active_model.prepare()
        self.opening.rest()
        if self.active_model.ready is not None:
            self.imports.start()

    def _show_copy(self, copy: events.PictureOpened) -> None:
        """Shows a reduced copy of a picture that is being converted."""
        self.pages.end()
        self._announce(copy, keep_view=False)
        self._enable()

    def _announce(self, opened: events.PictureOpened, keep_view: bool) -> None:
        """Shows a picture, or a copy of one, in the parts of the window that do not act on the engine's."""
        self.selection.open(opened)
        self.canvas.open(opened, keep_view)
        self.insight.opened(opened)  # before the page: docks that appear with it read the picture's pixels
        if not (
            self.thumbnails.overview_shown and self.opening.stepping
        ):  # a file left while the overview is there
            self._pages.setCurrentWidget(self.canvas)
        self.canvas.setAccessibleDescription(opened.name)
        self.caption.show(opened)
        self.status.show_picture(opened)

    def _show_opened(self, opened: events.PictureOpened) -> None:
        first, self._opened = self._opened is None, opened
        copied = self.conversion.end()
        self._announce(opened, keep_view=copied == opened.request or self.opening.keeps_view(opened))
        if copied and opened.request < copied:
            self.conversion.restore_view()
        self.notices.clear()
        self.pages.opened(opened)
        if first or copied:
            self._enable()
            self.canvas.setFocus()
        self.opening.opened(opened)
        self.bookmarks.opened(opened)

    def _show_model(self, ready: events.ModelReady) -> None:
        # By now the engine has loaded what this needs.
        from engine.checkpoints import library

        self.active_model.loaded(ready)
        self.canvas.navigation.follows = ready.quick
        self.canvas.mark_outdated()
        self.insight.model_changed(ready)
        self._offer_models(tuple(library.models()))
        self.training.model_loaded()

    def _offer_models(self, names: tuple[str, ...]) -> None:
        self.active_model.offer(names)
        if self.active_model.ready is not None:
            self.compare.offer(names, self.active_model.ready.name)
        self.training.offer_models(names)

    def _failed(self, failed: events.Failed) -> None:
        match failed.task:
            case Task.PREVIEW:
                return  # the export dialog says it
            case Task.OPEN:
                self.opening.fail()
                self._fail_open(translated(failed.message))
                return
            case Task.EXPORT:
                self.exporting.handle(failed)
            case Task.PLAY:
                self.pages.pause()
            case Task.REFERENCE:
                self.compare.refuse()
            case Task.MODEL:
                self.training.model_loaded()
                self.active_model.fail()
        self.status.clear_progress()
        self.notices.show_error(translated(failed.message))

    def _fail_open(self, message: str) -> None:
        self.notices.show_error(message)
        self._give_up_open()

    def _give_up_open(self) -> None:
        self.bookmarks.give_up()
        if self._opened is None:
            if self.conversion.end():
                self.caption.clear()
                self.status.show_no_picture()
                self._enable()
            self._pages.setCurrentWidget(self.welcome)
            self.active_model.prepare()

    # Events of Qt.

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self.training.may_close(self) and self.exporting.may_close(self)):
            event.ignore()
            return
        self.closing.emit()
        # Hidden at once; the engine may take a moment to end.
        self.hide()
        if not self.exporting.in_background:
            self.end()
        super().closeEvent(event)

    def end(self) -> None:
        """Ends the threads. May be called twice."""
        reporting = self.problem_report, self.newest_version
        pictures = self.pages, self.second_file, self.thumbnails
        for part in (self.training, *pictures, self.model_download, *reporting):
            part.end()
        self.session.close()
        self.bridge.close()
        self.copying.end()
        self.opening.close()
