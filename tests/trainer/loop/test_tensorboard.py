"""The training log as TensorBoard events."""

import sys

import pytest

from engine.base.errors import RecipeError
from engine.training_log import Paused, Progress, Validation
from tests.trainer.runs import tiny
from trainer.loop import tensorboard, train


def test_the_log_s_numbers_are_tensorboard_s_scalars():
    line = Progress(3, 9, loss=0.5, rate=1e-3, images_per_s=20.0, data_share=0.1, memory_mb=300)
    assert tensorboard.scalars(line) == {
        "loss": 0.5,
        "rate": 1e-3,
        "images_per_s": 20.0,
        "data_share": 0.1,
        "memory_mb": 300,
    }
    assert tensorboard.scalars(Validation(3, {"2": 31.0, "3": 28.0})) == {"psnr/2": 31.0, "psnr/3": 28.0}
    assert tensorboard.scalars(Paused(3)) == {}


def test_events_are_written_if_tensorboard_is_installed(photos, tmp_path):
    pytest.importorskip("tensorboard")
    train.train(tiny(photos, tmp_path / "run", "run.tensorboard=true"), lambda _: None)
    assert any((tmp_path / "run" / "events").iterdir())


def test_without_tensorboard_the_error_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorboard", None)
    monkeypatch.delitem(sys.modules, "torch.utils.tensorboard", raising=False)
    with pytest.raises(RecipeError, match="pip install"):
        tensorboard.writer(tmp_path)
