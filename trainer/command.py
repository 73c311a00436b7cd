"""`train` on the command line: log lines as JSON on stdout, a progress bar on stderr."""

import json
from pathlib import Path

from tqdm import tqdm

from engine import training_log
from engine.base.errors import RecipeError
from engine.base.messages import message
from engine.compute import threads
from engine.training_log import Line, RunStarted
from trainer import recipe_loading
from trainer.loop import allocator, run_folder, train
from trainer.recipe import Recipe


def run_recipe(name: str | None, overrides: list[str], resume: Path | None) -> int:
    """Trains the recipe `name`, or resumes the run in the folder `resume`. Returns the exit code.

    Raises UnpixelError.
    """
    chosen = _load(name, overrides, resume)
    threads.use_threads()
    allocator.retain_freed_memory()
    with tqdm(total=chosen.train.steps, unit="step", disable=None, leave=False) as bar:

        def report(line: Line) -> None:
            if isinstance(line, RunStarted):
                bar.total = line.steps  # chosen at the start, if the recipe gives a time
            bar.update(line.step - bar.n)
            print(json.dumps(training_log.to_json(line)), flush=True)

        train.train(chosen, report, resume is not None)
    return 0


def _load(name: str | None, overrides: list[str], resume: Path | None) -> Recipe:
    if resume is not None:
        return recipe_loading.resumed(run_folder.stored_recipe(resume).table, resume, name, overrides)
    if name is None:
        remedy = message("choose one, for instance live, or use --resume RUN")
        raise RecipeError("train", message("no recipe given"), remedy)
    return recipe_loading.load_recipe(name, overrides)
