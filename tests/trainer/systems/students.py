"""Recipes of a small Live network that is trained by distillation, and their teacher targets."""

from pathlib import Path

import torch

from tests.trainer.conftest import small
from trainer.data import pictures as picture_loading
from trainer.data import store
from trainer.systems import teacher_targets

CPU = torch.device("cpu")


def student_recipe(photos, out, teacher, *overrides):
    course = [f"train.teacher={teacher}", "train.teacher_crops=12", "train.precision=fp32", "data.patch=12"]
    return small("live", photos, out, *course, *overrides)


def prepared(recipe):
    """The teacher targets of a recipe, and the notices that were sent while they were computed."""
    pictures = picture_loading.load(recipe.data, store.budget(CPU))
    out = Path(recipe.run.out)
    out.mkdir(exist_ok=True)
    notices = []
    file = teacher_targets.prepare_targets(recipe, pictures, CPU, notices.append, lambda: True)
    assert file.parent == out
    return teacher_targets.load_targets(file, CPU), notices
