"""What the child process does with model files (engine/isolation/serving.py); isolated.py is the app's side."""

import numpy as np

from engine.base.errors import ModelError
from engine.base.messages import message
from engine.checkpoints import safetensors_file
from engine.isolation import limits
from engine.isolation.channel import Json
from engine.isolation.serving import Task

SPARE_BYTES = 200 << 20
"""Memory for a job besides the copies of the weights."""
COPIES = 5
"""Of the weights that a conversion makes: as read, as tensors, as written, with its seal, in the app's memory."""


def convert(task: Task) -> Json:
    """Checks the file, and gives a safetensors file for it: a pickle converted, safetensors unchanged."""
    size = task.source.seek(0, 2)
    task.source.seek(0)
    data = _converted(task, size) if task.arguments["pickled"] else _checked(task, size)
    array = task.output.allocate((len(data),), np.uint8)
    array[:] = np.frombuffer(data, np.uint8)
    return {"value": None, "arrays": [task.output.describe(array)]}


def _checked(task: Task, size: int) -> bytes:
    limits.limit_memory(COPIES * size + SPARE_BYTES)
    data = task.source.read()
    if not data:
        raise ModelError("model", message("is empty"), safetensors_file.DAMAGED)
    safetensors_file.check(data)
    return data


def _converted(task: Task, size: int) -> bytes:
    limits.limit_memory(None)  # the import maps libraries of several GB
    import torch

    from engine.checkpoints import checkpoint

    torch.set_num_threads(1)
    limits.limit_memory(COPIES * size + SPARE_BYTES)
    return checkpoint.converted(task.source)
