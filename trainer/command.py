"""`train` on the command line: JSON lines on stdout, a bar on stderr."""

import json
from pathlib import Path
from typing import Any

from tqdm import tqdm

from engine.base.errors import RecipeError
from engine.base.messages import message
from engine.compute import device
from trainer import recipe_loading
from trainer.loop import allocator, run_folder, train


def run_recipe(name: str | None, overrides: list[str], resume: Path | None) -> int:
    """Trains. Returns the exit code. Raises UnpixelError."""
    if resume is None and name is None:
        remedy = message("name one, for instance live, or use --resume RUN")
        raise RecipeError("train", message("no recipe was given"), remedy)
    chosen = recipe_loading.load_recipe(name, overrides) if name is not None and resume is None else None
    if chosen is None:
        assert resume is not None
        chosen = recipe_loading.resumed(run_folder.recipe_of(resume), resume, name, overrides)
    device.use_threads()
    allocator.retain_freed_memory()
    with tqdm(total=chosen.train.steps, unit="step", disable=None, leave=False) as bar:

        def report(line: dict[str, Any]) -> None:
            bar.update(line.get("step", bar.n) - bar.n)
            print(json.dumps(line), flush=True)

        train.train(chosen, report, resume is not None)
    return 0
