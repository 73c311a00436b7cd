"""All that is seen about the picture, beside and over it: the window's one way to it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout

from engine.decoding.uncertainty import UncertaintyKind
from engine.geometry.viewport import Viewport
from engine.session import events
from engine.session.events import ModelReady, PictureOpened, PictureSource
from viewer.base.language import tr
from viewer.insight import pixel_grid
from viewer.insight.badge import Badge
from viewer.insight.navigator import Navigator
from viewer.insight.uncertainty import UncertaintyOverlay

if TYPE_CHECKING:
    from viewer.app.main_window import MainWindow
    from viewer.insight.inspector import Inspector

MARGIN = 12
"""Logical px between what lies in the canvas's corners and its border."""


class InsightController(QObject):
    """Made before the window shows anything; the parts that cost something are made when they are asked for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._canvas = window, window.canvas
        self.badge, self.navigator = Badge(self._canvas), Navigator(self._canvas)
        self.grid = False
        self.inspector: Inspector | None = None
        self._opened: PictureOpened | None = None
        self._source: PictureSource | None = None
        self._ready: ModelReady | None = None
        self._corners = QGridLayout(self._canvas)
        self._corners.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._head = self._foot = 0
        self.trust = UncertaintyOverlay(self._canvas, window.session)
        bottom, right = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignRight
        self._corners.addWidget(self.trust.legend, 0, 1, Qt.AlignmentFlag.AlignTop | right)
        self._corners.addWidget(self.badge, 1, 0, bottom | Qt.AlignmentFlag.AlignLeft)
        self._corners.addWidget(self.navigator, 1, 1, bottom | right)
        self._canvas.over.append(self._paint_grid)
        self._canvas.moved.connect(self._follow)

    # What commands ask for.

    def toggle_grid(self) -> None:
        """The borders of the source's pixels."""
        self.grid = not self.grid
        self._canvas.update()
        if self.grid and self._canvas.view.scale < pixel_grid.LEAST:
            self._window.notices.notify(
                tr("The pixel grid is on. It is seen from ×{scale} on.").format(scale=pixel_grid.LEAST)
            )

    def toggle_trust(self) -> None:
        """The veil over what is to be doubted."""
        self.trust.toggle()
        self._tick_trust()

    def choose_trust(self, kind: UncertaintyKind) -> None:
        """One kind of it."""
        self.trust.choose(kind)
        self._tick_trust()

    def _tick_trust(self) -> None:
        for name, on in (
            ("trust", self.trust.on),
            ("trust-spread", self.trust.kind is UncertaintyKind.SPREAD),
            ("trust-source", self.trust.kind is UncertaintyKind.SOURCE),
        ):
            self._window.actions_by_id[name].setChecked(on)

    def draw_line(self) -> None:
        """A profile along a line that is drawn next; and back to the row under the cursor."""
        self._window.docks.show("inspector")
        assert self.inspector is not None
        self.inspector.profile.draw.toggle()

    # What the window passes on.

    def opened(self, opened: PictureOpened) -> None:
        """Another picture is on the canvas."""
        self._opened, self._source = opened, None
        self.trust.forget()
        self.navigator.opened()
        self._tell_inspector()

    def modelled(self, ready: ModelReady) -> None:
        """Another model."""
        self.trust.forget()
        self._ready = ready
        self.badge.trained(ready.max_scale, self._canvas.view)
        if self.inspector is not None:
            self.inspector.modelled(ready)

    def settled(self) -> None:
        """The view is complete."""
        self.trust.settled()
        if self.inspector is not None:
            self.inspector.settled()

    def take(self, event: events.PictureSource | events.ProfileReady | events.UncertaintyReady) -> None:
        """What the engine tells of the picture."""
        match event:
            case events.PictureSource():
                self._source = event
                self._tell_inspector()
            case events.UncertaintyReady():
                self.trust.take(event)
            case events.ProfileReady() if self.inspector is not None:
                self.inspector.take(event)

    def make_inspector(self) -> "Inspector":
        """What is known of the picture, and of the place under the cursor: a panel."""
        from viewer.insight.inspector import Inspector

        self.inspector = Inspector(self._window)
        if self._ready is not None:
            self.inspector.modelled(self._ready)
        self._tell_inspector()
        return self.inspector

    def _tell_inspector(self) -> None:
        if self.inspector is not None and self._opened is not None:
            self.inspector.opened(self._opened, self._source)

    def lie_between(self, head: int, foot: int) -> None:
        """So many logical px at the canvas's head and foot are taken by others."""
        if (head, foot) != (self._head, self._foot):
            self._head, self._foot = head, foot
            self._arrange()

    def _arrange(self) -> None:
        """The badge speaks of the model: its pane is the last, at the canvas's lower right."""
        left = round(self._canvas.panes[-1].left() / self._canvas.devicePixelRatioF())
        self._corners.setContentsMargins(MARGIN + left, MARGIN + self._head, MARGIN, MARGIN + self._foot)

    def _follow(self) -> None:
        self._arrange()
        self.badge.show_view(self._canvas.view)
        self.navigator.follow()
        if self.inspector is not None:
            self.inspector.follow()

    def _paint_grid(self, draw: QPainter, view: Viewport, _pane: str) -> None:
        if self.grid and self._canvas.layers is not None:
            width = max(1, round(self._canvas.devicePixelRatioF()))
            pixel_grid.paint(draw, view, self._canvas.layers.size, width)
