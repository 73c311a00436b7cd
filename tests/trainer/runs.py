"""Training runs of the tests: tiny recipes, their logs, and their comparison."""

import torch

from engine import training_log
from engine.training_log import Progress
from tests.trainer.conftest import small
from trainer import recipe_loading
from trainer.loop import checkpoints, run_folder


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
    """Returns the (step, loss) pairs in the log that were due by run.log, or at the end."""
    due, last = stored(out)["run"]["log"], stored(out)["train"]["steps"]
    found = [(line.step, line.loss) for line in only(Progress, log_of(out))]
    return [(step, loss) for step, loss in found if step % due == 0 or step == last]


def stored(out):
    """Returns the recipe table that a run folder holds."""
    return run_folder.stored_recipe(out).table


def recipe_to_resume(out, *overrides):
    """Returns the recipe that continues the run in `out`."""
    return recipe_loading.resumed(stored(out), out, None, list(overrides))


def newest(out):
    """Returns the state of the newest checkpoint of a run that verifies."""
    return checkpoints.newest(out, stored(out)).saved


def is_weight(name):
    """Returns whether a tensor of a saved state is a weight of the network."""
    return name.startswith("net.")


def assert_same_weights(one, other):
    """Asserts that the newest states of two runs are of one step and bit-equal: weights, EMA and optimizer."""
    first, second = newest(one), newest(other)
    assert first._replace(tensors={}) == second._replace(tensors={})
    assert set(first.tensors) == set(second.tensors)
    assert all(torch.equal(first.tensors[key], second.tensors[key]) for key in first.tensors)


def assert_same_run(one, other):
    """Asserts that two runs are bit-equal in their last states, and have the same losses."""
    assert_same_weights(one, other)
    assert losses(one) == losses(other)
