"""How many steps a run has that is to take a given time."""

from dataclasses import replace
from math import ceil

from trainer.recipe import Recipe

WARMUP_SHARE, PARTS = 0.1, 4
"""Largest share of the warm-up in a run, and least number of checkpoints and validations of one."""


def with_steps(recipe: Recipe, step_s: float) -> Recipe:
    """Returns the recipe with the steps that fit into `train.minutes`; unchanged if that is 0.

    step_s: measured seconds of a step. The warm-up and the decay of the learning rate are shortened like the run, and
    it is saved and validated at least PARTS times. `train.minutes` of the result is 0: it says what the run does.
    """
    train, run = recipe.train, recipe.run
    if not train.minutes:
        return recipe
    steps = max(1, round(60 * train.minutes / step_s))
    every = ceil(steps / PARTS)
    return replace(
        recipe,
        train=replace(
            train,
            steps=steps,
            minutes=0.0,
            warmup=min(train.warmup, int(WARMUP_SHARE * steps)),
            decay_every=ceil(train.decay_every * steps / train.steps),
        ),
        run=replace(run, save=min(run.save, every), validate=min(run.validate, every)),
    )
