"""The learning rate of each step."""

import math

from trainer.recipe import Train


def rate(train: Train, step: int) -> float:
    """Of step `step`, counted from 0: a linear warm-up, then the paper's steps down, or a cosine to 0."""
    if step < train.warmup:
        return train.rate * (step + 1) / train.warmup
    if train.decay_every:
        return train.rate * train.decay ** (step // train.decay_every)
    done = (step - train.warmup) / max(1, train.steps - train.warmup)
    return train.rate * 0.5 * (1.0 + math.cos(math.pi * done))
