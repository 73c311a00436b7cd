"""The comparison that the canvas shows: its mode and references. Immutable; a change makes a new value."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from viewer.base.display_names import FILE, title
from viewer.base.language import tr

MODEL = ""
"""The name of the model itself among references."""
PIXELS, BILINEAR, BICUBIC, LANCZOS = "pixels", "bilinear", "bicubic", "lanczos"
CLASSICAL = (PIXELS, BILINEAR, BICUBIC, LANCZOS)
"""The references that are always available, by the engine's names; all others are models."""
GAINS = (1, 2, 4, 8, 16, 32, 64)
"""Factors that a difference can be multiplied by."""
MAX_EXTRA_PANES = 2
"""Most panes that can be added to those of the first reference and the model."""


class Mode(Enum):
    """How model and reference are shown. NONE shows the model alone."""

    NONE = auto()
    FLIP = auto()
    WIPE = auto()
    DIFFERENCE = auto()
    SIDE_BY_SIDE = auto()


@dataclass(frozen=True)
class Comparison:
    """State of the comparison: its mode, its references and the values of its sliders.

    reference: name of the reference. key_held: the key that shows the reference is held down. split: part of the width
    that a wipe gives to the reference, 0 to 1. gain: factor of the difference, one of GAINS. blending: whether
    the model's picture is blended with bicubic. fidelity: the model's weight in the blend. extra_references: references
    of the further panes side by side.
    """

    mode: Mode = Mode.NONE
    reference: str = BICUBIC
    key_held: bool = False
    split: float = 0.5
    gain: int = 8
    blending: bool = False
    fidelity: float = 1.0
    extra_references: tuple[str, ...] = ()

    @property
    def flipped(self) -> bool:
        """Whether the reference is shown in the model's place. Holding the key reverses a flip."""
        return self.key_held != (self.mode is Mode.FLIP)

    def model_from(self, pane: str) -> float | None:
        """Returns where the model's visible part of a pane starts, 0 to 1 of the width; None if it is not visible."""
        if pane != MODEL or self.flipped or self.mode is Mode.DIFFERENCE:
            return None
        return self.split if self.mode is Mode.WIPE else 0.0

    @property
    def pane_names(self) -> tuple[str, ...]:
        """The name of the picture in each pane: a reference, or MODEL."""
        if self.mode is not Mode.SIDE_BY_SIDE:
            return (MODEL,)
        return (self.reference, *self.extra_references, MODEL)

    @property
    def bicubic_weight(self) -> float:
        """Weight of bicubic in the model's picture, 0 to 1."""
        return 1.0 - self.fidelity if self.blending else 0.0

    @property
    def references(self) -> tuple[str, ...]:
        """Names of the references that the engine has to decode, each once, the most visible first. None is a file."""
        return tuple(name for name in self._needed if not name.startswith(FILE))

    @property
    def shows_file(self) -> bool:
        """Whether a second file is compared (viewer/app/second_file.py)."""
        return any(name.startswith(FILE) for name in self._needed)

    @property
    def _needed(self) -> tuple[str, ...]:
        needed = [pane for pane in self.pane_names if pane != MODEL]
        if self.key_held or self.mode in (Mode.FLIP, Mode.WIPE, Mode.DIFFERENCE):
            needed.insert(0, self.reference)
        if self.blending:
            needed.append(BICUBIC)
        return tuple(dict.fromkeys(needed))


def mixture(comparison: Comparison, model: str) -> str:
    """Returns the label of the model's picture: its name, or the percentages of model and bicubic. model: its name."""
    share = round(comparison.bicubic_weight * 100)
    if share == 0 or model == BICUBIC:
        return title(model)
    return tr("{share} % {model}, {rest} % bicubic").format(share=100 - share, model=title(model), rest=share)


def own_title(comparison: Comparison, model: str, picture: str) -> str:
    """Returns the label of the model's picture: its file's name where it is compared with a file, else `mixture`."""
    if not comparison.shows_file or not picture:
        return mixture(comparison, model)
    return f"{picture}, {mixture(comparison, model)}" if comparison.bicubic_weight else picture


def amount(comparison: Comparison, model: str) -> str:
    """Returns the same label as `mixture`, but with "100 %" if nothing is blended in."""
    return mixture(comparison, model) if comparison.bicubic_weight else f"100 % {title(model)}"


def export_note(comparison: Comparison, model: str) -> str:
    """Returns a sentence on how an export relates to the compared view; empty without a comparison."""
    if comparison.bicubic_weight:
        return tr("As in the view: {mixture}.").format(mixture=mixture(comparison, model))
    if comparison.mode is not Mode.NONE:
        return tr("The export uses {model} only, without the reference.").format(model=title(model))
    return ""


def available_references(models: tuple[str, ...], current: str) -> tuple[str, ...]:
    """Returns the names that the current model can be compared with: interpolations first, then models."""
    others = (name for name in models if name not in CLASSICAL)
    return tuple(name for name in (*CLASSICAL, *others) if name != current)


def next_gain(gain: int, step: int) -> int:
    """Returns the gain `step` places further in GAINS, clamped to its ends."""
    return GAINS[min(max(GAINS.index(gain) + step, 0), len(GAINS) - 1)]


def with_another_pane(comparison: Comparison, names: tuple[str, ...]) -> Comparison:
    """Starts the side-by-side mode, or adds a pane with a name not shown yet. From the most panes it returns to two."""
    if comparison.mode is not Mode.SIDE_BY_SIDE:
        return replace(comparison, mode=Mode.SIDE_BY_SIDE)
    if len(comparison.extra_references) == MAX_EXTRA_PANES:
        return replace(comparison, extra_references=())
    unused = [name for name in names if name not in comparison.pane_names]
    added = (unused or names)[0]
    return replace(comparison, extra_references=(*comparison.extra_references, added))


def with_reference(comparison: Comparison, name: str, pane: int) -> Comparison:
    """Replaces the reference of a pane (counted from 0); without panes, the only reference."""
    if comparison.mode is not Mode.SIDE_BY_SIDE or pane == 0:
        return replace(comparison, reference=name)
    extra = comparison.extra_references
    return replace(comparison, extra_references=(*extra[: pane - 1], name, *extra[pane:]))


def with_available(comparison: Comparison, names: tuple[str, ...]) -> Comparison:
    """Replaces references that are not in `names` by bicubic, or by the first name if bicubic is not there."""
    instead = BICUBIC if BICUBIC in names else names[0]

    def available(name: str) -> str:
        return name if name in names else instead

    return replace(
        comparison,
        reference=available(comparison.reference),
        extra_references=tuple(map(available, comparison.extra_references)),
    )
