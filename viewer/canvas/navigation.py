"""Navigation: which part of the picture the canvas shows, and the animations from one view to the next.

It runs in the window's thread. All positions are device px of one pane; the canvas converts from Qt's logical px.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import log2

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.geometry.fit import Fit
from engine.geometry.viewport import (
    MAX_SCALE,
    MIN_SCALE,
    Region,
    Viewport,
    centred_on,
    clamped,
    fitting,
    lattice,
    panned,
    resized,
    rotated,
    transferred,
    zoomed,
)
from viewer.canvas import animation
from viewer.canvas.animation import Flight, Glide, Motion, Zoom
from viewer.canvas.view_timer import FRAME, ViewTimer

SNAP_OCTAVES = 0.03
"""A zoom that ends within so many octaves of 1:1 or of the fitting scale ends exactly there."""


class Navigation(QObject):
    """State of the view: the viewport, whether it is fitted, and the animation in progress.

    `view_changed`: the viewport is another one; the flag says whether its scale changed, too.
    """

    view_changed = Signal(bool)

    def __init__(
        self,
        pane_size: Callable[[], tuple[int, int]],
        animated: Callable[[], bool],
        clock: Callable[[], float],
    ) -> None:
        """pane_size: (width, height) of a pane in device px. animated: whether the desktop wants motion.

        clock: seconds.
        """
        super().__init__()
        self._pane_size, self._animated, self.clock = pane_size, animated, clock
        self.picture_size: tuple[int, int] | None = None
        """(width, height) in source px; None before the first picture."""
        self.view = fitting((1, 1), 1, 1)
        self.fitted = True
        """Whether the view stays fitted to the window when the window's size changes."""
        self.fit_mode = Fit.WHOLE
        self.follows = False
        """Whether the model is fast enough to request each frame of a gesture."""
        self.requests = ViewTimer(self._wanted, self)
        self._motion: Motion | None = None
        self._frames = QTimer(self, interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._advance)

    @property
    def is_animating(self) -> bool:
        """Whether a zoom, a glide or a flight is in progress."""
        return self._frames.isActive()

    @property
    def is_settled(self) -> bool:
        """Whether no animation is in progress and no view is about to be requested."""
        return not self.is_animating and not self.requests.pending

    @property
    def overflows(self) -> bool:
        """Whether some of the picture is outside of the view."""
        return self.overflows_along(0) or self.overflows_along(1)

    def overflows_along(self, axis: int) -> bool:
        """Whether some of the picture is left or right of the view (axis 0), or above or below it (axis 1)."""
        if self.picture_size is None:
            return False
        room = (self.view.width, self.view.height)[axis]
        return lattice(self.picture_size[axis], self.view.scale) > room

    @property
    def target(self) -> Viewport:
        """The view at the end of the animation in progress; without one, the current view."""
        if self._motion is None or self.picture_size is None:
            return self.view
        end = self._motion.end(self.view)
        return self._refitted(end) if self.fitted else clamped(end, self.picture_size)

    def fit_view(self) -> Viewport:
        """Returns the view that a picture is fitted to, in the way of `fit_mode`."""
        view = fitting(self.picture_size or (1, 1), *self._pane_size(), self.fit_mode)
        return replace(view, cell=self.view.cell)

    # From the canvas.

    def open(self, size: tuple[int, int], keep_view: bool, rotation: int | None = None) -> None:
        """Shows another picture of (width, height) source px.

        rotation: the orientation (engine.geometry.orientation) from the current picture to this one, if it is the
        same picture, rotated; the view is then rotated with it. keep_view: whether scale and relative position stay.
        """
        before, target = self.picture_size, self.target
        self.picture_size = size
        self.requests.forget()
        self.stop()
        if before is None or self.fitted or not (keep_view or rotation is not None):
            self.fitted = True
            self.show(self.fit_view())
        elif rotation is not None:
            self.show(clamped(rotated(target, rotation, before), size))
        else:
            self.show(transferred(target, before, size))

    def resize(self) -> None:
        """Adapts the view to a new pane size: it keeps its centre, and a fitted one stays fitted."""
        if self.picture_size is None:
            return
        target = resized(self.target, *self._pane_size())
        self.stop()
        self.show(self._refitted(target) if self.fitted else clamped(target, self.picture_size))

    # Animated movements.

    def fit(self) -> None:
        """Fits the picture to the window."""
        self.zoom_to(self.fit_view().scale)

    def use_fit(self, mode: Fit) -> None:
        """Fits pictures in another way from now on. A fitted view follows at once."""
        if mode is not self.fit_mode:
            self.fit_mode = mode
            if self.fitted:
                self.fit()

    def zoom_to(self, scale: float, at: tuple[float, float] | None = None) -> None:
        """Zooms to a scale; the picture's point at device px `at`, by default the middle, stays where it is."""
        if self.picture_size is None:
            return
        scale, at = self._snapped(scale), at or (self.view.width / 2, self.view.height / 2)
        self.fitted = scale == self.fit_view().scale
        self._begin(Zoom(self.view.scale, scale, *at, self.clock()))

    def zoom_by(self, factor: float, at: tuple[float, float] | None = None) -> None:
        """Multiplies the scale that the animation in progress leads to."""
        self.zoom_to(self.target.scale * factor, at)

    def toggle_fit(self, at: tuple[float, float]) -> None:
        """Zooms to 1:1 at device px `at`; from 1:1 to the fitted view."""
        if self.view.scale == 1.0 and not self.fitted:
            self.fit()
        elif self.fitted and self.fit_view().scale == 1.0:
            self.zoom_to(2.0, at)  # this picture fits at 1:1, so both views would be the same
        else:
            self.zoom_to(1.0, at)

    def go_to(self, x: Fraction, y: Fraction, scale: float) -> None:
        """Flies to a view with source px (x, y) in its middle; jumps if that is far away or motion is unwanted."""
        if self.picture_size is None:
            return
        target = self._centred(x, y, self._limited(scale))
        self.fitted = False
        self.stop()
        if self._animated() and animation.is_short_flight(self.view, target):
            self._begin(Flight(self.view, target, self.clock()))
        else:
            self.show(target)

    def fill_with(self, region: Region) -> None:
        """Shows a region (source px) as large as the view can show all of it."""
        x, y, width, height = region
        scale = min(self.view.width / width, self.view.height / height)
        self.go_to(x + width / 2, y + height / 2, float(scale))

    def glide(self, dx: float, dy: float) -> None:
        """Lets the view move on by itself, at first by (dx, dy) device px a second, if motion is wanted."""
        if self.overflows and self._animated():
            self._begin(Glide(self.view, dx, dy, self.clock()))

    def halt(self) -> None:
        """Stops a glide where it is. Other animations go on."""
        if isinstance(self._motion, Glide):
            self.stop()

    # Immediate movements: the fingers are the animation.

    def jump_to(self, x: Fraction, y: Fraction, scale: float) -> None:
        """Shows source px (x, y) in the view's middle, without an animation."""
        if self.picture_size is not None:
            self.stop()
            self.fitted = False
            self.move_to(self._centred(x, y, scale))

    def zoom_at_once(self, factor: float, at: tuple[float, float]) -> None:
        """Multiplies the scale without an animation; the picture's point at device px `at` stays where it is."""
        if self.picture_size is not None:
            self.stop()
            self.fitted = False
            self.move_to(
                clamped(zoomed(self.view, self._limited(self.view.scale * factor), *at), self.picture_size)
            )

    def pan(self, dx: float, dy: float) -> None:
        """Moves the view over the picture by device px. A view that shows all of the picture stays."""
        if self.picture_size is not None and self.overflows:
            self.stop()
            self.move_to(clamped(panned(self.view, dx, dy), self.picture_size))

    def move_to(self, view: Viewport) -> None:
        """Shows a view amid a gesture. Nothing announces the end of a gesture: ViewTimer waits for a pause."""
        self.requests.gesture()
        self.show(view)

    def show(self, view: Viewport) -> None:
        """Makes this the current view and requests it with the next frame."""
        rescaled = view.scale != self.view.scale
        self.view = view
        self.view_changed.emit(rescaled)
        if self.picture_size is not None:
            self.requests.soon()

    def stop(self) -> None:
        """Ends the animation in progress where it is."""
        self._motion = None
        self._frames.stop()

    def _begin(self, motion: Motion) -> None:
        self._motion = motion
        self._frames.start()
        self.requests.soon()

    def _advance(self) -> None:
        if self._motion is None or self.picture_size is None:
            self.stop()
            return
        now, target = self.clock(), self.target
        view = clamped(self._motion.view(self.view, now), self.picture_size)
        if self._motion.has_ended(now) or view == target:
            view = target
            self.stop()
        self.show(view)

    def _wanted(self) -> tuple[Viewport, bool]:
        """Returns the view to request, and whether it is on the way to another one."""
        target = self.target
        # A slow model would finish none of the scales in between before the target is reached.
        return (self.view, self.view != target) if self.follows else (target, False)

    def _refitted(self, view: Viewport) -> Viewport:
        """Returns a view at the fitting scale that shows the same place, or all of the picture if it fits."""
        fit = self.fit_view()
        x, y = view.source(view.width / 2, view.height / 2)
        return fit if self.fit_mode in (Fit.WHOLE, Fit.LARGER) else self._centred(x, y, fit.scale)

    def _centred(self, x: Fraction, y: Fraction, scale: float) -> Viewport:
        assert self.picture_size is not None
        return clamped(centred_on(x, y, scale, *self._pane_size(), self.view.cell), self.picture_size)

    def _limited(self, scale: float) -> float:
        """Returns the scale, limited to the useful range: down to an eighth of 1:1 or of the fitting scale."""
        return min(max(scale, MIN_SCALE, min(1.0, self.fit_view().scale) / 8), MAX_SCALE)

    def _snapped(self, scale: float) -> float:
        """Returns the scale, limited, and snapped to 1:1 or the fitting scale if it is close to one of them."""
        scale = self._limited(scale)
        stops = (1.0, self.fit_view().scale)
        return next((stop for stop in stops if abs(log2(scale / stop)) < SNAP_OCTAVES), scale)
