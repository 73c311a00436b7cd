"""Torch's thread count of a thread. cores.py runs as many parts of a piece of work at once."""

import torch

from engine.base.core_count import cores


def use_threads(count: int = 0) -> None:
    """Sets the torch thread count of the calling thread. Call it in every thread that computes.

    count: 0 means one per core, and with four cores or more one less, which is left to the window.
    """
    torch.set_num_threads(count or (cores() - 1 if cores() >= 4 else cores()))
