"""A run's folder: its recipe, log and checkpoints. It has everything to resume the run, and to use the trained model.

recipe.json        the resolved recipe
metrics.jsonl      the log, a JSON object per line (engine/training_log.py), in the order of steps
checkpoints/       step-00000500.pt …: the last three states, to resume from;
                   step-00000500.safetensors …: models from the whole run
model.safetensors  the latest averaged weights, as a model that the viewer opens
best.safetensors   the weights with the best validation; the latest if there is nothing to validate on
samples/           sample pictures of held-out crops
stop, pause        requests to the run: it stops or waits while the file exists (trainer/loop/control.py)
"""

import json
from dataclasses import replace
from errno import EIO
from pathlib import Path
from typing import Any

import torch

from engine import training_log
from engine.base.atomic_file import replacing
from engine.base.errors import RecipeError
from engine.base.messages import message
from engine.checkpoints import checkpoint
from engine.checkpoints.model import Model
from engine.models.registry import Net
from engine.training_log import Line
from trainer.recipe import Recipe, to_table

MAX_STATES = 3
"""Number of states to resume from."""
MAX_MODELS = 64
"""Number of models from the whole run."""
MAX_MODEL_BYTES = 1 << 30
"""Bytes that these models may take together."""


def create(out: Path, recipe: Recipe) -> None:
    """Makes the folder and writes the recipe. Raises RecipeError if it has a run already or cannot be written."""
    if (out / "recipe.json").exists():
        remedy = message("continue it with --resume {run}, or set another run.out", run=out)
        raise RecipeError(out, message("already contains a run"), remedy)
    try:
        for name in ("checkpoints", "samples"):
            (out / name).mkdir(parents=True, exist_ok=True)
        with replacing(out / "recipe.json") as temporary:
            temporary.write_text(json.dumps(to_table(recipe), indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        reason = message("cannot be written ({why})", why=error.strerror)
        raise RecipeError(out, reason, message("set another run.out")) from error


def read_recipe(out: Path) -> dict[str, Any]:
    """Returns the sections of a run's recipe. Raises RecipeError if `out` is not a run."""
    try:
        table: dict[str, Any] = json.loads((out / "recipe.json").read_text(encoding="utf-8"))
    except OSError as error:
        why = str(error.strerror)
    except ValueError as error:
        why = str(error)
    else:
        return table
    reason = message("no run to resume ({file}: {why})", file="recipe.json", why=why)
    raise RecipeError(out, reason, message("use the folder that run.out named"))


def append_log(out: Path, line: Line) -> None:
    """Appends one line to the run's log."""
    with (out / "metrics.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(training_log.to_json(line)) + "\n")


def rewind_log(out: Path, step: int) -> None:
    """Removes the log's lines after step `step`: the run is about to repeat those steps.

    Lines that do not parse are removed too, such as one that a crash cut short.
    """
    path = out / "metrics.jsonl"
    if not path.exists():
        return
    texts = path.read_text(encoding="utf-8").splitlines()
    lines = [(text, training_log.parse(text)) for text in texts]
    earlier = [text + "\n" for text, line in lines if line is not None and line.step <= step]
    with replacing(path) as temporary:
        temporary.write_text("".join(earlier), encoding="utf-8")


def save_state(out: Path, state: dict[str, Any]) -> Path:
    """Writes the state after `state["step"]` steps, and deletes all but the last MAX_STATES.

    The file is loaded again before it replaces anything. Raises OSError if it cannot be written.
    """
    path = out / "checkpoints" / f"step-{state['step']:08d}.pt"
    try:
        with replacing(path, verify=_verify) as temporary:
            torch.save(state, temporary)
    except RuntimeError as error:  # what torch raises for a full disk
        raise OSError(EIO, f"{path.name} was not taken by the disk") from error
    for old in sorted(path.parent.glob("step-*.pt"))[:-MAX_STATES]:
        old.unlink()
    return path


def _verify(path: Path) -> None:
    """Raises if a state does not load."""
    load_state(path)


def load_state(path: Path) -> dict[str, Any]:
    """Loads a saved state. Only tensors and plain values are unpickled."""
    state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    return state


def newest_state(out: Path) -> dict[str, Any]:
    """Returns the newest state that loads. Raises RecipeError if none does."""
    for path in sorted((out / "checkpoints").glob("step-*.pt"), reverse=True):
        try:
            return load_state(path)
        except (OSError, RuntimeError, EOFError, ValueError):
            continue  # cut short by a crash of the machine; the one before it is whole
    raise RecipeError(out, message("contains no checkpoint that can be loaded"), message("start a new run"))


def write_model(path: Path, net: Net, recipe: Recipe, step: int) -> Path:
    """Writes `net`, the averaged weights after `step` steps, as a model that the viewer opens."""
    info = checkpoint.describe(recipe.model.name, recipe.model.args, net, recipe.data.max_scale)
    description = f"trained for {step} steps on scales up to {recipe.data.max_scale:g}"
    name = Path(recipe.run.out).name
    checkpoint.save_safetensors(path, Model(replace(info, name=name, description=description), net))
    return path


def write_step_model(out: Path, net: Net, recipe: Recipe, step: int) -> None:
    """Writes the model of one step beside those of earlier steps; deletes every other one if there are too many."""
    path = write_model(out / "checkpoints" / f"step-{step:08d}.safetensors", net, recipe, step)
    most = max(2, min(MAX_MODELS, MAX_MODEL_BYTES // path.stat().st_size))
    models = sorted(path.parent.glob("step-*.safetensors"))
    interval = recipe.run.save
    while len(models) > most and interval <= step:
        interval *= 2
        for old in models[:-1]:
            if int(old.stem.removeprefix("step-")) % interval:
                old.unlink()
        models = sorted(path.parent.glob("step-*.safetensors"))
