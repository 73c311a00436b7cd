"""The teachers of the tests of distillation."""

import pytest

from tests.trainer.conftest import small
from tests.trainer.systems.students import CPU
from trainer.loop import run_folder
from trainer.loop.step import initial_state


@pytest.fixture
def teacher(photos, tmp_path):
    """An untrained Live network. It computes bicubic interpolation, which commutes with flips and transposes."""
    recipe = small("live", photos, tmp_path / "teacher", "train.precision=fp32")
    return run_folder.write_model(tmp_path / "teacher.safetensors", initial_state(recipe, CPU).net, recipe, 0)


@pytest.fixture
def liif(photos, tmp_path):
    """A small LIIF with random weights."""
    recipe = small("liif-edsr", photos, tmp_path / "liif", "train.seed=4")
    net = initial_state(recipe, CPU).net
    return run_folder.write_model(tmp_path / "liif.safetensors", net, recipe, 0)
