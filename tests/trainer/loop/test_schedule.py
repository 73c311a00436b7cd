"""The learning rate over a run."""

from itertools import pairwise

import pytest

from trainer import recipe_loading
from trainer.loop import schedule
from trainer.recipe import Train


def test_the_rate_warms_up_and_ends_at_zero():
    train = Train(steps=1000, warmup=100, rate=1.0)
    rates = [schedule.learning_rate(train, step) for step in range(1000)]
    assert rates[0] == pytest.approx(0.01)
    assert max(rates) == pytest.approx(1.0)
    assert rates[-1] < 1e-5
    assert all(a >= b for a, b in pairwise(rates[100:]))


def test_the_rate_decays_as_in_the_paper():
    train = recipe_loading.load_recipe("liif-edsr", ["data.root=x", "run.out=y"]).train
    for epoch, expected in ((0, 1e-4), (199, 1e-4), (200, 5e-5), (400, 2.5e-5), (999, 6.25e-6)):
        assert schedule.learning_rate(train, epoch * 1000) == pytest.approx(expected)
