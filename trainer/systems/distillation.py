"""What a larger model says of crops, for a smaller one to learn in place of the photos' own pixels (Hinton and others,
"Distilling the knowledge in a neural network", 2015).

A photo holds detail that nothing in its reduced copy tells of. To a network that is noise, many times as strong as what
it has yet to learn; a teacher's answers are without. They are asked for before the first step, since asking takes
longer than learning, and kept in the run's folder.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
import safetensors.torch
import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from engine.base.atomic_file import replacing
from engine.base.messages import Message, message
from engine.checkpoints import library
from engine.compute.device import DTYPES, Compute
from engine.decoding.latents import Latents
from engine.geometry.axis import Axis
from trainer.data import sampler
from trainer.data.pictures import Pictures
from trainer.recipe import Recipe

FILE = "lessons.safetensors"
MOVES = 1000
"""Parts of a sample by which the grid of a crop's questions is moved."""
MOVED = 3
"""Tells the random numbers that move a crop's questions from those that choose the crop, its pixels and a lesson."""
TOLD = 10
"""How often one hears how many are done."""


@dataclass(frozen=True)
class TeacherTargets:
    """Of N crops: low (N, 3, p, p) uint8; answers (N, S, S, 3) float16 in [-1, 1], S = `side(p)`, at the places that
    `question` says; where (N, 3) int32: how far these are moved along y and x, and the crop's px before it was reduced.
    """

    low: Tensor
    answers: Tensor
    where: Tensor


def side(patch: int) -> int:
    """Questions along a side of a crop of `patch` latents: one and a half a latent, and nowhere twice in one place."""
    return patch * 5 // 4 + 1


def question(patch: int, moved: int, size: int) -> Axis:
    """The places along an axis at which a crop is asked, moved by `moved` of MOVES parts of a sample (at most a half,
    either way), for pixels of `patch` / `size` latents.
    """
    step = Fraction(patch, side(patch))
    return Axis(Fraction(moved, MOVES) * step, step, side(patch), Fraction(patch, size))


def path(
    recipe: Recipe,
    pictures: Pictures,
    device: torch.device,
    tell: Callable[[Message], None],
    on: Callable[[], bool],
) -> Path | None:
    """The file of a run's lessons, made if it is not there yet; None where `on` said no meanwhile.

    Raises ModelError where there is no such teacher, OSError as the disk does.
    """
    file = Path(recipe.run.out) / FILE
    asked = _asked(recipe, pictures)
    if _kept(file) == asked:
        return file
    made = _make(recipe, pictures, device, tell, on)
    if made is None:
        return None
    with replacing(file) as temporary:
        # safetensors' own way of writing tells nothing of a disk that is full
        temporary.write_bytes(safetensors.torch.save(vars(made), {"asked": asked}))
    return file


def load_targets(file: Path) -> TeacherTargets:
    """Lessons that `path` made."""
    with safe_open(file, "pt") as held:
        return TeacherTargets(**{key: held.get_tensor(key) for key in held.keys()})  # noqa: SIM118 - no mapping


def _asked(recipe: Recipe, pictures: Pictures) -> str:
    """What lessons depend on."""
    train = recipe.train
    of = {**vars(recipe.data), "root": pictures.fingerprint}
    return json.dumps([train.teacher, train.lessons, train.seed, train.precision, of])


def _kept(file: Path) -> str | None:
    """What the lessons of a file were asked, if it is whole."""
    try:
        with safe_open(file, "pt") as held:
            return (held.metadata() or {}).get("asked")
    except (OSError, SafetensorError):
        return None


def _make(
    recipe: Recipe,
    pictures: Pictures,
    device: torch.device,
    tell: Callable[[Message], None],
    on: Callable[[], bool],
) -> TeacherTargets | None:
    """Lesson n is a function of the pictures, the seed and n."""
    train, patch = recipe.train, recipe.data.patch
    compute = Compute(device, DTYPES[train.precision])
    teacher = library.load(train.teacher, compute.device)
    low = torch.empty(train.lessons, 3, patch, patch, dtype=torch.uint8)
    answers = torch.empty(train.lessons, side(patch), side(patch), 3, dtype=torch.half)
    where = torch.empty(train.lessons, 3, dtype=torch.int32)
    every = -(-train.lessons // TOLD)
    for number in range(train.lessons):
        if not on():
            return None
        drawn = sampler.batch(pictures, recipe.data, train.seed, number, 1, compute.device)
        low[number] = ((drawn.low[0] + 1.0) * 127.5).round().cpu()
        random = np.random.default_rng((train.seed, number, 0, MOVED))  # zeros at the end would tell nothing
        moved = random.integers(-MOVES // 2, MOVES // 2, 2).tolist()
        size = drawn.high[0].shape[-1]
        where[number] = torch.tensor([*moved, size])
        pixels = low[number].permute(1, 2, 0).numpy().copy()
        rows, cols = (question(patch, each, size) for each in moved)
        answers[number] = Latents(teacher, pixels, compute).decode(rows, cols).cpu()
        if (number + 1) % every == 0:
            done = message(
                "{teacher} was asked of {count} crops of {all}",
                teacher=teacher.info.name,
                count=number + 1,
                all=train.lessons,
            )
            tell(done)
    return TeacherTargets(low, answers, where)
