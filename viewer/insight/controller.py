"""The controller of everything that explains the picture: inspector, navigator, badge, grid and uncertainty overlay."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QGridLayout, QWidget

from engine.decoding.uncertainty import UncertaintyKind
from engine.geometry.viewport import Viewport
from engine.session import events
from engine.session.events import ModelReady, PictureOpened, PictureSource
from engine.session.session import Session
from viewer.base import formatting
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.insight import pixel_grid
from viewer.insight.badge import Badge
from viewer.insight.lens import Lens
from viewer.insight.navigator import Navigator
from viewer.insight.tags_reader import TagsReader
from viewer.insight.uncertainty import UncertaintyOverlay
from viewer.widgets.dialogs import show_single
from viewer.widgets.docks import Docks
from viewer.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:  # loading the inspector takes half a second: it is imported when it is opened first
    from viewer.insight.inspector import Inspector

MARGIN = 12
"""Logical px between the widgets in the canvas's corners and its border."""


class InsightController(QObject):
    """Passes the engine's events to the parts, and runs their commands. The inspector is made when it is opened first.

    window: the parent of the inspector's dock. `picture_changed`: another picture is shown.
    """

    picture_changed = Signal()

    def __init__(
        self,
        canvas: Canvas,
        session: Session,
        notices: NoticeBar,
        docks: Docks,
        actions: dict[str, QAction],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._canvas, self._session, self._window = canvas, session, window
        self._notices, self._docks, self._actions = notices, docks, actions
        self.badge, self.navigator = Badge(canvas), Navigator(canvas)
        self.uncertainty = UncertaintyOverlay(canvas, session)
        self.lens, self._tags = Lens(canvas, session), TagsReader(self)
        self.grid = False
        self.inspector: Inspector | None = None
        self._opened: PictureOpened | None = None
        self._source: PictureSource | None = None
        self._ready: ModelReady | None = None
        self._corners = QGridLayout(canvas)
        self._covered_top = self._covered_bottom = 0  # logical px
        self._lay_out_corners()
        canvas.overlays.append(self._paint_grid)
        canvas.view_changed.connect(self._follow_view)

    def _lay_out_corners(self) -> None:
        self._corners.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        bottom, right = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignRight
        self._corners.addWidget(self.uncertainty.legend, 0, 1, Qt.AlignmentFlag.AlignTop | right)
        self._corners.addWidget(self.badge, 1, 0, bottom | Qt.AlignmentFlag.AlignLeft)
        self._corners.addWidget(self.navigator, 1, 1, bottom | right)

    # Commands.

    def toggle_grid(self) -> None:
        """Switches the grid of source pixels on or off."""
        self.grid = not self.grid
        self._canvas.update()
        if self.grid and self._canvas.view.scale < pixel_grid.MIN_SCALE:
            self._notices.notify(
                tr("The pixel grid is on. It is visible from ×{scale} on.").format(
                    scale=formatting.significant(pixel_grid.MIN_SCALE)
                )
            )

    def toggle_uncertainty(self) -> None:
        """Switches the uncertainty overlay on or off."""
        self.uncertainty.toggle()
        self._check_uncertainty()

    def choose_uncertainty(self, kind: UncertaintyKind) -> None:
        """Shows one kind of uncertainty."""
        self.uncertainty.choose(kind)
        self._check_uncertainty()

    def _check_uncertainty(self) -> None:
        for name, on in (
            ("uncertainty", self.uncertainty.on),
            ("uncertainty-spread", self.uncertainty.kind is UncertaintyKind.SPREAD),
            ("uncertainty-source", self.uncertainty.kind is UncertaintyKind.SOURCE),
        ):
            self._actions[name].setChecked(on)

    def draw_line(self) -> None:
        """Toggles the line profile between a line that is drawn next and the row under the cursor."""
        self._docks.show("inspector")
        assert self.inspector is not None
        self.inspector.profile.draw_button.toggle()

    def show_tags(self) -> None:
        """Shows all tags of the picture's file."""
        from viewer.insight.tags_dialog import TagsDialog

        def make() -> TagsDialog:
            dialog = TagsDialog(self._window, self._tags, lambda: self._opened)
            self.picture_changed.connect(dialog.follow)
            return dialog

        show_single(self._window, TagsDialog, make)

    # Events.

    def opened(self, opened: PictureOpened) -> None:
        """Shows another picture's facts and map."""
        self._opened, self._source = opened, None
        self.picture_changed.emit()
        self.uncertainty.forget()
        self.navigator.opened()
        self._update_inspector()

    def model_changed(self, ready: ModelReady) -> None:
        """Shows another model's range of scales."""
        self.uncertainty.forget()
        self._ready = ready
        self.badge.set_max_scale(ready.max_scale, self._canvas.view)
        if self.inspector is not None:
            self.inspector.model_changed(ready)

    def view_settled(self) -> None:
        """Analyses the view: it is complete."""
        self.uncertainty.view_settled()
        self.lens.view_settled()
        if self.inspector is not None:
            self.inspector.view_settled()

    def handle(self, event: events.PictureSource | events.ProfileReady | events.UncertaintyReady) -> None:
        """Passes an event of the engine to the part that shows it."""
        match event:
            case events.PictureSource():
                self._source = event
                self._update_inspector()
            case events.UncertaintyReady():
                self.uncertainty.handle(event)
            case events.ProfileReady() if self.inspector is not None:
                self.inspector.handle(event)

    def make_inspector(self) -> "Inspector":
        """Makes the inspector's dock."""
        from viewer.insight.inspector import Inspector

        self.inspector = Inspector(self._canvas, self._session, self._tags, self._window)
        self.inspector.tags_wanted.connect(self.show_tags)
        if self._ready is not None:
            self.inspector.model_changed(self._ready)
        self._update_inspector()
        return self.inspector

    def _update_inspector(self) -> None:
        if self.inspector is not None and self._opened is not None:
            self.inspector.opened(self._opened, self._source)

    def reserve_edges(self, top: int, bottom: int) -> None:
        """Keeps this many logical px at the canvas's top and bottom free: other widgets cover them."""
        if (top, bottom) != (self._covered_top, self._covered_bottom):
            self._covered_top, self._covered_bottom = top, bottom
            self._place_corners()

    def _place_corners(self) -> None:
        """Places the badge in the model's pane, which is the last: the one at the canvas's lower right."""
        self.uncertainty.legend.fit(self._canvas.height())
        left = round(self._canvas.panes[-1].left() / self._canvas.devicePixelRatioF())
        self._corners.setContentsMargins(
            MARGIN + left, MARGIN + self._covered_top, MARGIN, MARGIN + self._covered_bottom
        )

    def _follow_view(self) -> None:
        self._place_corners()
        self.badge.show_view(self._canvas.view)
        self.navigator.follow_view()
        if self.inspector is not None:
            self.inspector.follow_view()

    def _paint_grid(self, draw: QPainter, view: Viewport, _pane: str) -> None:
        if self.grid and self._canvas.layers is not None:
            width = max(1, round(self._canvas.devicePixelRatioF()))
            pixel_grid.paint(draw, view, self._canvas.layers.size, width)
