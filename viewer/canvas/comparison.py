"""The comparison that the canvas shows: its mode and references. Immutable; a change makes a new value."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from engine.base.messages import mark
from viewer.base.language import tr

MODEL = ""
"""The name of the model itself among references."""
PIXELS, BILINEAR, BICUBIC, LANCZOS = "pixels", "bilinear", "bicubic", "lanczos"
CLASSICAL = (PIXELS, BILINEAR, BICUBIC, LANCZOS)
"""The references that are always available, by the engine's names; all others are models."""
GAINS = (1, 2, 4, 8, 16, 32, 64)
"""Factors that a difference can be multiplied by."""
MAX_OTHERS = 2
"""Panes beyond those of the first reference and the model."""

TITLES = {
    PIXELS: mark("Pixels"),
    BILINEAR: mark("Bilinear"),
    BICUBIC: mark("Bicubic"),
    LANCZOS: mark("Lanczos"),
    "live": mark("Live"),
}


class Mode(Enum):
    """How model and reference are shown; NONE: the model alone."""

    NONE = auto()
    FLIP = auto()
    WIPE = auto()
    DIFFERENCE = auto()
    BESIDE = auto()


@dataclass(frozen=True)
class Comparison:
    """What is compared, and how.

    reference: name of the reference. held: a key is held that shows it. split: part of the width that a wipe gives to
    the reference, 0 to 1. gain: factor of the difference, one of GAINS. blending, fidelity: whether the model's picture
    is blended with bicubic, and the model's weight. others: further references side by side.
    """

    mode: Mode = Mode.NONE
    reference: str = BICUBIC
    held: bool = False
    split: float = 0.5
    gain: int = 8
    blending: bool = False
    fidelity: float = 1.0
    others: tuple[str, ...] = ()

    @property
    def flipped(self) -> bool:
        """Whether the reference is shown in the model's place. Holding the key reverses a flip."""
        return self.held != (self.mode is Mode.FLIP)

    def model_from(self, pane: str) -> float | None:
        """Returns from which part of a pane's width on the model is visible, 0 to 1; None if it is not."""
        if pane != MODEL or self.flipped or self.mode is Mode.DIFFERENCE:
            return None
        return self.split if self.mode is Mode.WIPE else 0.0

    @property
    def shown(self) -> tuple[str, ...]:
        """What each pane shows: names of references, or MODEL."""
        return (self.reference, *self.others, MODEL) if self.mode is Mode.BESIDE else (MODEL,)

    @property
    def share(self) -> float:
        """Weight of bicubic in the model's picture, 0 to 1."""
        return 1.0 - self.fidelity if self.blending else 0.0

    @property
    def references(self) -> tuple[str, ...]:
        """The references that the engine has to make, each once, in the order of their visibility."""
        wanted = [pane for pane in self.shown if pane != MODEL]
        if self.held or self.mode in (Mode.FLIP, Mode.WIPE, Mode.DIFFERENCE):
            wanted.insert(0, self.reference)
        if self.blending:
            wanted.append(BICUBIC)
        return tuple(dict.fromkeys(wanted))


def mixture(comparison: Comparison, model: str) -> str:
    """Describes the model's picture: the model, or its percentage and that of bicubic. model: its name."""
    share = round(comparison.share * 100)
    if share == 0 or model == BICUBIC:
        return title(model)
    return tr("{share} % {model}, {rest} % bicubic").format(share=100 - share, model=title(model), rest=share)


def amount(comparison: Comparison, model: str) -> str:
    """As `mixture`, but with 100 % if nothing is blended in."""
    return mixture(comparison, model) if comparison.share else f"100 % {title(model)}"


def export_note(comparison: Comparison, model: str) -> str:
    """Says how an export differs from the view or follows it; empty without a comparison."""
    if comparison.share:
        return tr("As in the view: {mixture}.").format(mixture=mixture(comparison, model))
    if comparison.mode is not Mode.NONE:
        return tr("The export uses {model} only, without the reference.").format(model=title(model))
    return ""


def title(name: str) -> str:
    """Returns the display name of a reference or a model."""
    return tr(TITLES[name]) if name in TITLES else name


def offered(models: tuple[str, ...], current: str) -> tuple[str, ...]:
    """Returns what the current model can be compared with, in order."""
    others = (name for name in models if name not in CLASSICAL)
    return tuple(name for name in (*CLASSICAL, *others) if name != current)


def next_gain(gain: int, step: int) -> int:
    """Returns the gain `step` places further in GAINS, clamped to its ends."""
    return GAINS[min(max(GAINS.index(gain) + step, 0), len(GAINS) - 1)]


def with_another_pane(comparison: Comparison, names: tuple[str, ...]) -> Comparison:
    """Starts side by side, or adds a pane with a name not shown yet; after the largest number, two panes again."""
    if comparison.mode is not Mode.BESIDE:
        return replace(comparison, mode=Mode.BESIDE)
    if len(comparison.others) == MAX_OTHERS:
        return replace(comparison, others=())
    unseen = [name for name in names if name not in comparison.shown]
    return replace(comparison, others=(*comparison.others, (unseen or list(names))[0]))


def with_reference(comparison: Comparison, name: str, pane: int) -> Comparison:
    """Replaces the reference of a pane, or the only one."""
    if comparison.mode is not Mode.BESIDE or pane == 0:
        return replace(comparison, reference=name)
    return replace(comparison, others=(*comparison.others[: pane - 1], name, *comparison.others[pane:]))


def limited(comparison: Comparison, names: tuple[str, ...]) -> Comparison:
    """Replaces references that are not among `names` by bicubic, or else by the first name."""
    instead = BICUBIC if BICUBIC in names else names[0]

    def available(name: str) -> str:
        return name if name in names else instead

    return replace(
        comparison, reference=available(comparison.reference), others=tuple(map(available, comparison.others))
    )
