"""Controller of the comparison: applies the user's choices to the canvas and updates labels, sliders and menus."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from engine.geometry.viewport import Viewport
from viewer.base.display_names import title
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.canvas.comparison import (
    CLASSICAL,
    GAINS,
    Comparison,
    Mode,
    amount,
    available_references,
    export_note,
    next_gain,
    own_title,
    with_another_pane,
    with_available,
    with_reference,
)
from viewer.compare.captions import Captions, captions
from viewer.compare.divider import STEPS, Divider
from viewer.compare.held_shift import HeldShift
from viewer.compare.labelled_slider import LabelledSlider
from viewer.compare.reference_menu import ReferenceMenu

PENDING_DELAY = 300
"""Milliseconds after which the labels report that a reference is incomplete."""
PERCENT = 100
MODES = {
    "flip": Mode.FLIP,
    "wipe": Mode.WIPE,
    "difference": Mode.DIFFERENCE,
    "side-by-side": Mode.SIDE_BY_SIDE,
}
"""Comparison mode by action id."""


class CompareController(QObject):
    """Owns the widgets of the comparison. They are children of the canvas, so showing them never moves the picture.

    menu: menu of the references, for the menu bar.
    `edges_covered`: emits the logical px that the labels cover at the canvas's top edge, and those that the sliders
    and a message cover at its bottom edge.
    """

    edges_covered = Signal(int, int)

    def __init__(self, canvas: Canvas, actions: dict[str, QAction], window: QWidget) -> None:
        super().__init__(window)
        self._canvas, self._actions = canvas, actions
        self._model = self._picture = ""
        self._names = CLASSICAL
        self._file = ""  # a second file, by its name as a reference
        self._pending = False
        self._message_height = 0
        self.top_height = 0
        self.menu = ReferenceMenu(tr("&Reference"), window)
        self.divider = Divider(canvas)
        self.captions = Captions(canvas)
        self.fidelity = LabelledSlider(
            tr("Fidelity"),
            (tr("Bicubic"), tr("Neural")),
            PERCENT,
            tr("Share of the model's picture; the rest is bicubic"),
            canvas,
        )
        self.gain = LabelledSlider(
            tr("Difference"),
            ("×1", "×64"),
            len(GAINS) - 1,
            tr("Amplification of the difference"),
            canvas,
        )
        self.gain.align(self.fidelity)
        self._pending_delay = QTimer(self, singleShot=True, interval=PENDING_DELAY)
        self._pending_delay.timeout.connect(lambda: self._set_pending(True))
        self._chosen = self.comparison.reference  # kept while that reference is unavailable
        self._connect(HeldShift(window, canvas))
        self._show(canvas.comparison)

    def _connect(self, shift: HeldShift) -> None:
        shift.held.connect(lambda held: self._change(key_held=held))
        self._canvas.view_changed.connect(self._place_overlays)
        self.menu.chosen.connect(self.choose)
        self.captions.chosen.connect(self.choose)
        self.divider.valueChanged.connect(lambda value: self._change(split=value / STEPS))
        self.fidelity.slider.valueChanged.connect(lambda value: self._change(fidelity=value / PERCENT))
        self.fidelity.closed.connect(self.toggle_fidelity)
        self.gain.slider.valueChanged.connect(lambda index: self._change(gain=GAINS[index]))
        self.gain.closed.connect(lambda: self.toggle(Mode.DIFFERENCE))

    # Called by commands.

    @property
    def comparison(self) -> Comparison:
        """The comparison that the canvas shows."""
        return self._canvas.comparison

    @property
    def export_note(self) -> str:
        """Sentence on how an export differs from the view; empty if it does not."""
        return export_note(self.comparison, self._model)

    def toggle(self, mode: Mode) -> None:
        """Switches this mode on, or off if it is on."""
        self._change(mode=Mode.NONE if self.comparison.mode is mode else mode)

    def toggle_fidelity(self) -> None:
        """Shows or hides the fidelity slider, which mixes the model's picture with bicubic. Hidden: no mixing."""
        self._change(blending=not self.comparison.blending)
        (self.fidelity.slider if self.comparison.blending else self._canvas).setFocus()

    def choose(self, name: str, pane: int = 0) -> None:
        """Sets the reference. pane: index of the pane that gets it in side-by-side mode."""
        self._apply(with_reference(self.comparison, name, pane))
        self._chosen = self.comparison.reference

    def step(self, count: int) -> None:
        """Moves `count` references on, cyclically. Switches to flip mode if no mode is on."""
        index = self._names.index(self.comparison.reference) + count
        mode = Mode.FLIP if self.comparison.mode is Mode.NONE else self.comparison.mode
        self._change(reference=self._names[index % len(self._names)], mode=mode)
        self._chosen = self.comparison.reference

    def amplify(self, count: int) -> None:
        """Moves `count` gains up or down, and switches to difference mode."""
        self._change(gain=next_gain(self.comparison.gain, count), mode=Mode.DIFFERENCE)

    def add_pane(self) -> None:
        """Adds a side-by-side pane. At the greatest number it returns to two panes."""
        self._apply(with_another_pane(self.comparison, self._names))

    def leave(self) -> bool:
        """Shows the model alone. Returns whether a mode or the fidelity slider was on."""
        active = self.comparison.mode is not Mode.NONE or self.comparison.blending
        self._change(mode=Mode.NONE, blending=False, key_held=False)
        return active

    # Called for engine events.

    def offer(self, models: tuple[str, ...], current: str) -> None:
        """Updates the references. models: names of the installed models. current: name of the current model."""
        file = (self._file,) if self._file else ()
        self._model, self._names = current, (*available_references(models, current), *file)
        self._apply(with_available(replace(self.comparison, reference=self._chosen), self._names))

    def offer_file(self, name: str) -> None:
        """Offers a second file as a reference, and compares with it by a wipe unless another mode is on."""
        self._names = (*(each for each in self._names if each != self._file), name)
        self._file = name
        mode = Mode.WIPE if self.comparison.mode is Mode.NONE else self.comparison.mode
        self._change(reference=name, mode=mode)
        self._chosen = name

    def name_picture(self, name: str) -> None:
        """Sets the name of the shown picture, which labels it beside a second file."""
        self._picture = name
        self._show(self.comparison)

    def refuse(self) -> None:
        """Replaces references by interpolations, which need no file, after a model failed to load."""
        self._apply(with_available(self.comparison, tuple(name for name in self._names if name in CLASSICAL)))
        self._chosen = self.comparison.reference

    def view_requested(self, view: Viewport) -> None:
        """Starts the delay of the pending report if there are references and the view's scale is above 1."""
        if self.comparison.references and view.scale > 1 and not self._pending_delay.isActive():
            self._pending_delay.start()

    def references_settled(self) -> None:
        """Ends the pending report: all references of the view are complete."""
        self._pending_delay.stop()
        self._set_pending(False)

    def _set_pending(self, pending: bool) -> None:
        self._pending = pending
        self._place_overlays()

    # Changes of the comparison and the widgets that show it.

    def _change(self, **changes: Any) -> None:
        self._apply(replace(self.comparison, **changes))

    def _apply(self, comparison: Comparison) -> None:
        focus = self._canvas.window().focusWidget()
        if comparison != self.comparison:
            self._canvas.compare(comparison)
        self._show(comparison)
        if focus is not None and self._canvas.isAncestorOf(focus) and not focus.isVisible():
            self._canvas.setFocus()

    def _show(self, comparison: Comparison) -> None:
        for name, mode in MODES.items():
            self._actions[name].setChecked(comparison.mode is mode)
        self._actions["fidelity"].setChecked(comparison.blending)
        self.menu.offer(self._names, comparison.reference)
        self.fidelity.show_value(round(comparison.fidelity * PERCENT), amount(comparison, self._model))
        self.gain.show_value(GAINS.index(comparison.gain), tr("{gain} times").format(gain=comparison.gain))
        self.fidelity.setVisible(comparison.blending)
        self.gain.setVisible(comparison.mode is Mode.DIFFERENCE)
        description = tr("{one} left, {other} right").format(
            one=title(comparison.reference), other=own_title(comparison, self._model, self._picture)
        )
        self.divider.setAccessibleDescription(description)
        self.divider.setValue(round(comparison.split * STEPS))
        self.divider.setVisible(comparison.mode is Mode.WIPE and not comparison.key_held)
        self._place_overlays()

    def _place_overlays(self) -> None:
        """Places divider, sliders and labels on the canvas, and emits `edges_covered`."""
        canvas = self._canvas
        self.divider.place()
        sliders = [slider for slider in (self.gain, self.fidelity) if not slider.isHidden()]
        for index, slider in enumerate(reversed(sliders)):
            slider.place(index, self._message_height)
        ratio = canvas.devicePixelRatioF()
        panes = [
            QRect(*(round(value / ratio) for value in (pane.x(), pane.y(), pane.width(), pane.height())))
            for pane in canvas.panes
        ]
        labels = captions(self.comparison, self._model, self._picture, canvas.view.scale <= 1, self._pending)
        self.captions.show_on(panes, labels if canvas.layers is not None else [], self._names)
        self.top_height = self.captions.top_height
        self.edges_covered.emit(
            self.top_height, canvas.height() - sliders[0].y() if sliders else self._message_height
        )

    def reserve_bottom(self, height: int) -> None:
        """Reserves `height` logical px at the canvas's bottom edge for a message."""
        self._message_height = height
        self._place_overlays()
