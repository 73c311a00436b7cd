"""A run's folder: its recipe, its log, its checkpoints. All that is needed to go on, and to use what was trained.

recipe.json        the resolved recipe
metrics.jsonl      one JSON object a line, in the order of steps
checkpoints/       step-00000500.pt …, the last three, to go on from; step-00000500.safetensors …, all along the run
model.safetensors  the newest averaged weights as a model that the viewer opens
best.safetensors   those of the best validation; the newest, where there is nothing to validate on
samples/           pictures of what the model makes of held-out crops
stop, pause        whoever makes one of these files has the run stop, or wait (trainer/loop/control.py)
"""

import json
from dataclasses import replace
from errno import EIO
from pathlib import Path
from typing import Any

import torch

from engine.base.atomic_file import replacing
from engine.base.errors import RecipeError
from engine.base.messages import message
from engine.checkpoints import checkpoint
from engine.checkpoints.model import Model
from engine.models.registry import Net
from trainer import recipe as recipes
from trainer.recipe import Recipe

KEPT = 3
MOST_MODELS = 64
"""Of the models all along a run that are kept, and the bytes they may take together."""
MOST_BYTES = 1 << 30


def create(out: Path, recipe: Recipe) -> None:
    """Makes the folder with its recipe. Raises RecipeError where a run lives already."""
    if (out / "recipe.json").exists():
        remedy = message("continue it with --resume {run}, or give another run.out", run=out)
        raise RecipeError(out, message("a run is already there"), remedy)
    try:
        for name in ("checkpoints", "samples"):
            (out / name).mkdir(parents=True, exist_ok=True)
        with replacing(out / "recipe.json") as temporary:
            temporary.write_text(json.dumps(recipes.to_table(recipe), indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        reason = message("cannot write there ({why})", why=error.strerror)
        raise RecipeError(out, reason, message("give another run.out")) from error


def recipe_of(out: Path) -> dict[str, Any]:
    """The tables of a run's recipe. Raises RecipeError where `out` is no run."""
    try:
        table: dict[str, Any] = json.loads((out / "recipe.json").read_text(encoding="utf-8"))
    except OSError as error:
        why = str(error.strerror)
    except ValueError as error:
        why = str(error)
    else:
        return table
    reason = message("no run to resume ({file}: {why})", file="recipe.json", why=why)
    raise RecipeError(out, reason, message("give the folder that run.out named"))


def log(out: Path, line: dict[str, Any]) -> None:
    """Appends one line to the run's log."""
    with (out / "metrics.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def rewind(out: Path, step: int) -> None:
    """Drops what the log says of steps after `step`: they are about to be done again."""
    path = out / "metrics.jsonl"
    if not path.exists():
        return
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if _step(line) <= step]
    with replacing(path) as temporary:
        temporary.write_text("".join(line + "\n" for line in kept), encoding="utf-8")


def _step(line: str) -> float:
    """The step of a log line, which each has; one that a crash cut short belongs to no step kept."""
    try:
        return float(json.loads(line)["step"])
    except (ValueError, KeyError):
        return float("inf")


def save(out: Path, state: dict[str, Any]) -> Path:
    """Writes the checkpoint of `state["step"]`, verified by loading it again, and drops all but the last three.

    Raises OSError as the disk does.
    """
    path = out / "checkpoints" / f"step-{state['step']:08d}.pt"
    try:
        with replacing(path, verify=_verify) as temporary:
            torch.save(state, temporary)
    except RuntimeError as error:  # torch's for a disk that is full
        raise OSError(EIO, f"{path.name} was not taken by the disk") from error
    for old in sorted(path.parent.glob("step-*.pt"))[:-KEPT]:
        old.unlink()
    return path


def _verify(path: Path) -> None:
    """A checkpoint that does not load is none."""
    load_checkpoint(path)


def load_checkpoint(path: Path) -> dict[str, Any]:
    """A checkpoint's state; nothing but tensors and plain values is ever unpickled."""
    state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    return state


def newest(out: Path) -> dict[str, Any]:
    """The newest checkpoint that loads. Raises RecipeError where none does."""
    for path in sorted((out / "checkpoints").glob("step-*.pt"), reverse=True):
        try:
            return load_checkpoint(path)
        except (OSError, RuntimeError, EOFError, ValueError):
            continue  # cut short by a crash of the machine; the one before it is whole
    raise RecipeError(out, message("no checkpoint that loads"), message("start the run anew"))


def deliver(path: Path, net: Net, recipe: Recipe, step: int) -> Path:
    """Writes `net`, the averaged weights after `step` steps, as a model."""
    info = checkpoint.describe(recipe.model.name, recipe.model.args, net, recipe.data.max_scale)
    told = f"trained for {step} steps on scales up to {recipe.data.max_scale:g}"
    name = Path(recipe.run.out).name
    checkpoint.save_safetensors(path, Model(replace(info, name=name, description=told), net))
    return path


def deliver_step(out: Path, net: Net, recipe: Recipe, step: int) -> None:
    """The model of one step among those all along the run; when they are too many, every other one goes."""
    path = deliver(out / "checkpoints" / f"step-{step:08d}.safetensors", net, recipe, step)
    most = max(2, min(MOST_MODELS, MOST_BYTES // path.stat().st_size))
    models = sorted(path.parent.glob("step-*.safetensors"))
    apart = recipe.run.save
    while len(models) > most and apart <= step:
        apart *= 2
        for old in models[:-1]:
            if int(old.stem.removeprefix("step-")) % apart:
                old.unlink()
        models = sorted(path.parent.glob("step-*.safetensors"))
