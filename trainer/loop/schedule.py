"""The learning rate of each step."""

import math

from trainer.recipe import Train


def learning_rate(train: Train, step: int) -> float:
    """Returns the rate of step `step`, counted from 0.

    A linear warm-up comes first. Then the rate is multiplied by `decay` every `decay_every` steps, as in the paper, or
    follows a cosine to 0.
    """
    if step < train.warmup:
        return train.rate * (step + 1) / train.warmup
    if train.decay_every:
        return train.rate * train.decay ** (step // train.decay_every)
    done = (step - train.warmup) / max(1, train.steps - train.warmup)
    return train.rate * 0.5 * (1.0 + math.cos(math.pi * done))
