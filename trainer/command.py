"""`train` on the command line: JSON lines on stdout, a bar on stderr."""

import json
from pathlib import Path
from typing import Any

from tqdm import tqdm

from engine import device
from engine.errors import RecipeError
from engine.sentence import say
from trainer import allocator, loop, recipe, run


def run_recipe(name: str | None, overrides: list[str], resume: Path | None) -> int:
    """Trains. Returns the exit code. Raises UnpixelError."""
    if resume is None and name is None:
        remedy = say("name one, for instance live, or use --resume RUN")
        raise RecipeError("train", say("no recipe was given"), remedy)
    chosen = recipe.read(name, overrides) if name is not None and resume is None else None
    if chosen is None:
        assert resume is not None
        chosen = recipe.resumed(run.recipe_of(resume), resume, name, overrides)
    device.use_threads()
    allocator.keep()
    with tqdm(total=chosen.train.steps, unit="step", disable=None, leave=False) as bar:

        def report(line: dict[str, Any]) -> None:
            bar.update(line.get("step", bar.n) - bar.n)
            print(json.dumps(line), flush=True)

        loop.train(chosen, report, resume is not None)
    return 0
