"""Training runs of the tests: tiny recipes, their logs, and their comparison."""

import torch

from engine import training_log
from engine.training_log import Progress
from tests.trainer.conftest import small
from trainer.loop import run_folder


def tiny(photos, out, *overrides):
    """Returns the recipe of a live model with minimal crops and batches."""
    return small("live", photos, out, "data.patch=16", "train.batch=2", "train.warmup=2", *overrides)


def log_of(out):
    """Returns the lines of a run's training log."""
    return [training_log.parse(text) for text in (out / "metrics.jsonl").read_text().splitlines()]


def only(kind, lines):
    """Returns the lines of one kind (or a union of kinds)."""
    return [line for line in lines if isinstance(line, kind)]


def losses(out):
    """Returns the (step, loss) pairs in the log."""
    return [(line.step, line.loss) for line in only(Progress, log_of(out))]


def assert_same_run(one, other):
    """Asserts that two runs have bit-equal weights, EMA weights and losses."""
    first, second = run_folder.newest_state(one), run_folder.newest_state(other)
    assert first["step"] == second["step"]
    for kind in ("net", "ema"):
        assert all(torch.equal(first[kind][key], second[kind][key]) for key in first[kind])
    assert losses(one) == losses(other)
