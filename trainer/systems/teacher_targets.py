"""Teacher targets: the outputs of a larger model for crops, on which a smaller model is trained by distillation (Hinton
and others, "Distilling the knowledge in a neural network", 2015).

A photo has detail that cannot be inferred from its reduced copy. To a network that detail is noise, several times as
strong as the error that the network can still reduce. A teacher's outputs do not contain it.

The targets of `train.teacher_crops` crops are computed before the first step and stored in the run folder, because on
a CPU computing a target takes longer than training on it. trainer/systems/live_distillation.py makes batches of them.
trainer/systems/live_teacher.py does without: there the teacher answers in each step.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import safetensors.torch
import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from engine.base.atomic_file import replacing
from engine.base.messages import Message, message
from engine.checkpoints.model import Model
from trainer.data import sampler
from trainer.data.pictures import Pictures
from trainer.recipe import Recipe
from trainer.systems.teacher_answers import Teacher, answer_for_one, in_8_bits
from trainer.systems.teacher_queries import draw_jitter, queries_per_side, query_axis

FILE = "teacher-targets.safetensors"
PROGRESS_NOTICES = 10
"""Number of progress notices until all targets are computed."""


@dataclass(frozen=True)
class TeacherTargets:
    """The crops and the teacher's outputs for them. The fields are also the keys of the file.

    low: (N, 3, p, p) uint8, the crops after reduction.
    colours: (N, S, S, 3) float16 in [-1, 1], the teacher's colours at the positions of `query_axis`, rows first.
        S is queries_per_side(p).
    jitter: (N, 2) int32, the offset of these positions along y and x, in 1 / JITTER_UNITS of their distance.
    size: (N,) int32, side of the crop before it was reduced to p, px.
    `low` and `colours` lie on the device that trains, the others on the CPU, where they choose what is computed.
    """

    low: Tensor
    colours: Tensor
    jitter: Tensor
    size: Tensor


def prepare_targets(
    recipe: Recipe,
    pictures: Pictures,
    device: torch.device,
    notify: Callable[[Message], None],
    running: Callable[[], bool],
) -> Path | None:
    """Returns the file of a run's teacher targets. Computes them unless the file already holds those of this recipe.

    notify: receives progress notices. running: is called before each crop; once it returns False, nothing is written
    and the result is None. Raises ModelError if there is no such teacher, and OSError if the file cannot be written.
    """
    file = Path(recipe.run.out) / FILE
    settings = _settings(recipe, pictures)
    if _settings_of(file) == settings:
        return file
    targets = _compute(recipe, pictures, device, notify, running)
    if targets is None:
        return None
    with replacing(file) as temporary:
        # safetensors.torch.save_file does not report a full disk
        temporary.write_bytes(safetensors.torch.save(vars(targets), {"settings": settings}))
    return file


def load_targets(file: Path, device: torch.device) -> TeacherTargets:
    """Reads the file of `prepare_targets` for the device that trains."""
    with safe_open(file, "pt") as tensors:
        read = {key: tensors.get_tensor(key) for key in tensors.keys()}  # noqa: SIM118 - no mapping
    on_device = {key: read[key].to(device) for key in ("low", "colours")}
    return TeacherTargets(**read | on_device)


def _settings(recipe: Recipe, pictures: Pictures) -> str:
    """Returns everything that the targets depend on, as JSON. Drawn pages and degraded inputs have no part in it."""
    train = recipe.train
    data = {**vars(recipe.data), "root": pictures.fingerprint}
    del data["drawn"], data["degraded"]
    return json.dumps([train.teacher, train.teacher_crops, train.seed, train.precision, data])


def _settings_of(file: Path) -> str | None:
    """Returns the settings that a file's targets were computed with. None for a missing or damaged file."""
    try:
        with safe_open(file, "pt") as tensors:
            return (tensors.metadata() or {}).get("settings")
    except (OSError, SafetensorError):
        return None


def _compute(
    recipe: Recipe,
    pictures: Pictures,
    device: torch.device,
    notify: Callable[[Message], None],
    running: Callable[[], bool],
) -> TeacherTargets | None:
    """Computes all targets, or returns None once `running` returns False. Target n depends on pictures, seed and n."""
    train, patch = recipe.train, recipe.data.patch
    teacher = Teacher.of_recipe(train, device)
    data = replace(recipe.data, drawn=0.0, degraded=0.0)
    targets = _allocate(train.teacher_crops, patch)
    notice_interval = -(-train.teacher_crops // PROGRESS_NOTICES)
    for number in range(train.teacher_crops):
        if not running():
            return None
        crop = sampler.batch(pictures, data, train.seed, number, 1, device)
        pixels = in_8_bits(crop.low[0])
        jitter, size = draw_jitter(train.seed, number, 0), crop.high[0].shape[-1]
        rows, cols = (query_axis(patch, offset, size) for offset in jitter.tolist())
        targets.low[number] = pixels
        targets.colours[number] = answer_for_one(teacher, pixels, rows, cols)
        targets.jitter[number] = torch.from_numpy(jitter)
        targets.size[number] = size
        if (number + 1) % notice_interval == 0:
            notify(_progress(teacher.model, number + 1, train.teacher_crops))
    return targets


def _allocate(count: int, patch: int) -> TeacherTargets:
    side = queries_per_side(patch)
    return TeacherTargets(
        torch.empty(count, 3, patch, patch, dtype=torch.uint8),
        torch.empty(count, side, side, 3, dtype=torch.half),
        torch.empty(count, 2, dtype=torch.int32),
        torch.empty(count, dtype=torch.int32),
    )


def _progress(teacher: Model, count: int, total: int) -> Message:
    return message(
        "teacher targets of {teacher} computed for {count} of {all} crops",
        teacher=teacher.info.name,
        count=count,
        all=total,
    )
