"""Mutated model files: each loads as a complete model or is refused, and no code runs."""

import warnings
from functools import cache
from pathlib import Path

import numpy as np
import torch

from engine.base.errors import ModelError
from engine.checkpoints import checkpoint
from tests.endurance.mutation import mutated
from tests.endurance.row import Row
from tests.engine.checkpoints.model_files import saved_files


def case(seed: int, index: int, folder: Path) -> str:
    """Loads one damaged file. Archives, legacy files and safetensors take turns."""
    files = _files()
    kind = files[index % len(files)]
    path = folder / f"a{index % len(files)}.pth"
    path.write_bytes(mutated(np.random.default_rng([seed, index]), (kind, *files)[:2]))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = checkpoint.load(path)
    except ModelError as error:
        assert error.subject == str(path) and error.remedy
        assert "\n" not in str(error) and len(str(error)) < 500
        return "refused"
    assert all(bool(torch.isfinite(each).all()) for each in model.net.state_dict().values())
    return "loaded"


@cache
def _files() -> tuple[bytes, ...]:
    torch.set_num_threads(1)
    return saved_files()


ROW = Row(
    name="mutated-models",
    fault="mutated .pth and .safetensors",
    expected="refused, or a complete model; 200 MB",
    case=case,
    ci=400,
    long=20_000,
    seconds=10,
    memory_mb=200,
)
