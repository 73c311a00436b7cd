"""What of the model and of what it is compared with is on the screen: one value, changed by replacing it."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from engine.base.messages import mark
from viewer.base.language import tr

MODEL = ""
"""What the model itself is called among references."""
PIXELS, BILINEAR, BICUBIC, LANCZOS = "pixels", "bilinear", "bicubic", "lanczos"
CLASSICAL = (PIXELS, BILINEAR, BICUBIC, LANCZOS)
"""The references that are always there, as the engine calls them; the others are models."""
GAINS = (1, 2, 4, 8, 16, 32, 64)
"""What a difference may be multiplied by."""
MOST_OTHERS = 2

TITLES = {
    PIXELS: mark("Pixels"),
    BILINEAR: mark("Bilinear"),
    BICUBIC: mark("Bicubic"),
    LANCZOS: mark("Lanczos"),
    "live": mark("Live"),
}


class Mode(Enum):
    """How both are shown; NONE: the model alone."""

    NONE = auto()
    FLIP = auto()
    WIPE = auto()
    DIFFERENCE = auto()
    BESIDE = auto()


@dataclass(frozen=True)
class Comparison:
    """reference: what the model is compared with. held: shown as long as a key is held.

    split: the share of the width that a wipe leaves to the reference. gain: of the difference, one of GAINS.
    blending, fidelity: whether the model's picture is mixed with bicubic, and the model's share then.
    others: what is shown side by side beyond the reference and the model.
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
        """Whether the reference is shown in the model's place; what is flipped is flipped back while it is held."""
        return self.held != (self.mode is Mode.FLIP)

    def model_from(self, pane: str) -> float | None:
        """From which share of a pane's width on, to the right, the model itself is seen; None: nowhere."""
        if pane != MODEL or self.flipped or self.mode is Mode.DIFFERENCE:
            return None
        return self.split if self.mode is Mode.WIPE else 0.0

    @property
    def shown(self) -> tuple[str, ...]:
        """What is in each pane."""
        return (self.reference, *self.others, MODEL) if self.mode is Mode.BESIDE else (MODEL,)

    @property
    def share(self) -> float:
        """How much of bicubic is mixed into the model's picture: 0 is none."""
        return 1.0 - self.fidelity if self.blending else 0.0

    @property
    def references(self) -> tuple[str, ...]:
        """What the engine has to make beside the model's picture, each once; what is seen first comes first."""
        wanted = [pane for pane in self.shown if pane != MODEL]
        if self.held or self.mode in (Mode.FLIP, Mode.WIPE, Mode.DIFFERENCE):
            wanted.insert(0, self.reference)
        if self.blending:
            wanted.append(BICUBIC)
        return tuple(dict.fromkeys(wanted))


def mixture(seen: Comparison, model: str) -> str:
    """What is in the model's place, by the model's name: how much of it and how much of bicubic."""
    share = round(seen.share * 100)
    if share == 0 or model == BICUBIC:
        return title(model)
    return tr("{share} % {model}, {rest} % bicubic").format(share=100 - share, model=title(model), rest=share)


def amount(seen: Comparison, model: str) -> str:
    """The same, with the number also where there is nothing but the model."""
    return mixture(seen, model) if seen.share else f"100 % {title(model)}"


def export_note(seen: Comparison, model: str) -> str:
    """What is to be known of an export while this is seen; nothing where both are the same."""
    if seen.share:
        return tr("As in the view: {mixture}.").format(mixture=mixture(seen, model))
    if seen.mode is not Mode.NONE:
        return tr("The export uses {model} only, without the reference.").format(model=title(model))
    return ""


def title(name: str) -> str:
    """A reference or a model as people call it."""
    return tr(TITLES[name]) if name in TITLES else name


def offered(models: tuple[str, ...], current: str) -> tuple[str, ...]:
    """What a model can be compared with, in order: not with itself."""
    others = (name for name in models if name not in CLASSICAL)
    return tuple(name for name in (*CLASSICAL, *others) if name != current)


def next_gain(gain: int, step: int) -> int:
    """The gain `step` places on among GAINS; at its ends the same."""
    return GAINS[min(max(GAINS.index(gain) + step, 0), len(GAINS) - 1)]


def with_another_pane(seen: Comparison, names: tuple[str, ...]) -> Comparison:
    """Side by side; if it is so already, with one more of `names`, not shown yet; after the most, two again."""
    if seen.mode is not Mode.BESIDE:
        return replace(seen, mode=Mode.BESIDE)
    if len(seen.others) == MOST_OTHERS:
        return replace(seen, others=())
    unseen = [name for name in names if name not in seen.shown]
    return replace(seen, others=(*seen.others, (unseen or list(names))[0]))


def with_reference(seen: Comparison, name: str, pane: int) -> Comparison:
    """Another reference in a pane; wherever there is but one, that one."""
    if seen.mode is not Mode.BESIDE or pane == 0:
        return replace(seen, reference=name)
    return replace(seen, others=(*seen.others[: pane - 1], name, *seen.others[pane:]))


def limited(seen: Comparison, names: tuple[str, ...]) -> Comparison:
    """The same with nothing but `names`: bicubic, or else the first of them, is in the place of any other."""
    instead = BICUBIC if BICUBIC in names else names[0]

    def kept(name: str) -> str:
        return name if name in names else instead

    return replace(seen, reference=kept(seen.reference), others=tuple(map(kept, seen.others)))
