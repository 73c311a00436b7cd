"""Comparing, as the window has it: what is chosen becomes what the canvas shows, and what is seen is said."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from engine.geometry.viewport import Viewport
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.canvas.comparison import (
    CLASSICAL,
    GAINS,
    Comparison,
    Mode,
    amount,
    export_note,
    limited,
    mixture,
    next_gain,
    offered,
    title,
    with_another_pane,
    with_reference,
)
from viewer.compare.captions import Captions, captions
from viewer.compare.divider import STEPS, Divider
from viewer.compare.reference_menu import ReferenceMenu
from viewer.compare.shift import Shift
from viewer.compare.strip import Strip

PATIENCE = 300
"""Milliseconds that a reference may take before that is worth a word."""
PERCENT = 100
MODES = {"flip": Mode.FLIP, "wipe": Mode.WIPE, "difference": Mode.DIFFERENCE, "beside": Mode.BESIDE}
"""By their actions."""


class CompareController(QObject):
    """All of it lies on the canvas, so that nothing moves the picture; menu: of the references, for the menu bar.

    `taken`: how many logical px at the canvas's head the labels take, and at its foot the sliders and a message.
    """

    edges_covered = Signal(int, int)

    def __init__(self, canvas: Canvas, actions: dict[str, QAction], window: QWidget) -> None:
        super().__init__(window)
        self._canvas, self._actions = canvas, actions
        self._model = ""
        self._names = CLASSICAL
        self._pending = False
        self._look = 0
        self._foot = 0
        self.top_height = 0
        self.menu = ReferenceMenu(tr("&Reference"), window)
        self.divider = Divider(canvas)
        self.captions = Captions(canvas)
        self.fidelity = Strip(
            tr("Fidelity"),
            (tr("Bicubic"), tr("Neural")),
            PERCENT,
            tr("How much of what you see is the model's; the rest is bicubic"),
            canvas,
        )
        self.gain = Strip(
            tr("Difference"),
            ("×1", "×64"),
            len(GAINS) - 1,
            tr("What the difference is multiplied by"),
            canvas,
        )
        self.gain.align(self.fidelity)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self._wait(True))
        self._wished = self.seen.reference  # the one that was chosen, also while it cannot be had
        self._connect(Shift(window, canvas))
        self._show(canvas.comparison)

    def _connect(self, shift: Shift) -> None:
        shift.held.connect(lambda held: self._change(held=held))
        self._canvas.view_changed.connect(self._say)
        self.menu.chosen.connect(self.choose)
        self.captions.chosen.connect(self.choose)
        self.divider.valueChanged.connect(lambda value: self._change(split=value / STEPS))
        self.fidelity.slider.valueChanged.connect(lambda value: self._change(fidelity=value / PERCENT))
        self.fidelity.closed.connect(self.toggle_fidelity)
        self.gain.slider.valueChanged.connect(lambda place: self._change(gain=GAINS[place]))
        self.gain.closed.connect(lambda: self.toggle(Mode.DIFFERENCE))

    # What commands ask for.

    @property
    def seen(self) -> Comparison:
        """What the canvas shows."""
        return self._canvas.comparison

    @property
    def export_note(self) -> str:
        """What an export has of what is seen."""
        return export_note(self.seen, self._model)

    def toggle(self, mode: Mode) -> None:
        """Shows both in this way, or the model alone again."""
        self._change(mode=Mode.NONE if self.seen.mode is mode else mode)

    def toggle_fidelity(self) -> None:
        """Whether the model's picture can be mixed with bicubic; without the slider it is the model's alone."""
        self._change(blending=not self.seen.blending)
        (self.fidelity.slider if self.seen.blending else self._canvas).setFocus()

    def choose(self, name: str, pane: int = 0) -> None:
        """Another reference; side by side, for a pane."""
        self._turn_to(with_reference(self.seen, name, pane))
        self._wished = self.seen.reference

    def step(self, by: int) -> None:
        """The reference after, or before; it is to be seen, too."""
        place = self._names.index(self.seen.reference) + by
        mode = Mode.FLIP if self.seen.mode is Mode.NONE else self.seen.mode
        self._change(reference=self._names[place % len(self._names)], mode=mode)
        self._wished = self.seen.reference

    def amplify(self, by: int) -> None:
        """The next larger or smaller gain, of a difference that is seen then."""
        self._change(gain=next_gain(self.seen.gain, by), mode=Mode.DIFFERENCE)

    def add_pane(self) -> None:
        """One more side by side; after the most two again."""
        self._turn_to(with_another_pane(self.seen, self._names))

    def leave(self) -> bool:
        """The model alone. Returns whether it was not."""
        on = self.seen.mode is not Mode.NONE or self.seen.blending
        self._change(mode=Mode.NONE, blending=False, held=False)
        return on

    # What the engine tells.

    def offer(self, models: tuple[str, ...], current: str) -> None:
        """The installed models, and the one that decodes from now on."""
        self._model, self._names = current, offered(models, current)
        self._turn_to(limited(replace(self.seen, reference=self._wished), self._names))

    def refuse(self) -> None:
        """A model that was to be compared with does not load: what needs no file takes its place."""
        self._turn_to(limited(self.seen, tuple(name for name in self._names if name in CLASSICAL)))
        self._wished = self.seen.reference

    def view_requested(self, view: Viewport) -> None:
        """A view was requested."""
        if self.seen.references and view.scale > 1 and not self._patience.isActive():
            self._patience.start()

    def references_settled(self) -> None:
        """All references of the view are there."""
        self._patience.stop()
        self._wait(False)

    def _wait(self, pending: bool) -> None:
        self._pending = pending
        self._say()

    # What is seen of it.

    def _change(self, **changes: Any) -> None:
        self._turn_to(replace(self.seen, **changes))

    def _turn_to(self, seen: Comparison) -> None:
        focus = self._canvas.window().focusWidget()
        if seen != self.seen:
            self._canvas.compare(seen)
        self._show(seen)
        if focus is not None and self._canvas.isAncestorOf(focus) and not focus.isVisible():
            self._canvas.setFocus()

    def _show(self, seen: Comparison) -> None:
        for name, mode in MODES.items():
            self._actions[name].setChecked(seen.mode is mode)
        self._actions["fidelity"].setChecked(seen.blending)
        self.menu.offer(self._names, seen.reference)
        self.fidelity.tell(round(seen.fidelity * PERCENT), amount(seen, self._model))
        self.gain.tell(GAINS.index(seen.gain), tr("{gain} times").format(gain=seen.gain))
        self.fidelity.setVisible(seen.blending)
        self.gain.setVisible(seen.mode is Mode.DIFFERENCE)
        sides = tr("{one} to the left, {other} to the right").format(
            one=title(seen.reference), other=mixture(seen, self._model)
        )
        self.divider.setAccessibleDescription(sides)
        self.divider.setValue(round(seen.split * STEPS))
        self.divider.setVisible(seen.mode is Mode.WIPE and not seen.held)
        self._say()

    def _say(self) -> None:
        """Puts what lies on the canvas where it belongs."""
        canvas = self._canvas
        self.divider.place()
        strips = [strip for strip in (self.gain, self.fidelity) if not strip.isHidden()]
        for above, strip in enumerate(reversed(strips)):
            strip.place(above, self._foot)
        ratio = canvas.devicePixelRatioF()
        panes = [
            QRect(*(round(each / ratio) for each in (pane.x(), pane.y(), pane.width(), pane.height())))
            for pane in canvas.panes
        ]
        said = captions(self.seen, self._model, canvas.view.scale <= 1, self._pending)
        self.captions.show_on(panes, said if canvas.layers is not None else [], self._names)
        self.top_height = self.captions.top_height
        self.edges_covered.emit(self.top_height, canvas.height() - strips[0].y() if strips else self._foot)

    def reserve_bottom(self, foot: int) -> None:
        """So many logical px at the canvas's foot are taken by a message."""
        self._foot = foot
        self._say()
