"""`bench gpu`: all that a graphics card computes for Unpixel, in one command of a few minutes.

Views through the session, agreement with the processor, exports, a step of each recipe in full and in half precision,
also with each model as a teacher that answers amid Live's steps, and a run that is stopped and resumed. Each row is
printed as soon as it is measured.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import PIL.Image
import safetensors.torch
import torch

from engine import render
from engine.base.errors import DeviceError, UnpixelError
from engine.base.messages import message
from engine.bench import device_views
from engine.compute import device as devices
from engine.training_log import Line
from trainer import recipe_loading, systems
from trainer.data import store
from trainer.loop import initialization, train
from trainer.loop.trial import trial
from trainer.recipe import Recipe

RECIPES = ("liif-edsr", "liif-rdn", "metasr-edsr", "edsr-baseline-x2", "live", "live-edsr")
PRECISIONS = ("fp32", "bf16")
RESUMED_STEPS = 40
"""Steps of the run that is stopped after half of them."""

Row = dict[str, Any]


def gpu(image: str, models: tuple[str, ...]) -> list[Row]:
    """Returns the rows of `bench gpu --json`. Raises DeviceError without an accelerator."""
    device = devices.accelerator()
    if device is None:
        reason, remedy = (
            message("no accelerator is available"),
            message("unpixel doctor says which build would help"),
        )
        raise DeviceError("gpu", reason, remedy)
    return list(rows(image, models, device))


def rows(image: str, models: tuple[str, ...], device: str) -> Iterator[Row]:
    """Yields the rows, and prints each. A part that fails is a row with its error, and the next part follows."""
    opened = render.open_image(image)
    parts: list[Callable[[], Iterable[Row]]] = []
    for model in models:
        parts.append(partial(device_views.views, opened, model, device))
        parts.append(partial(device_views.agreement, opened, model, device))
        parts.append(partial(device_views.exports, image, model, device))
    with tempfile.TemporaryDirectory() as folder:
        PIL.Image.fromarray(opened.eight_bits).save(Path(folder) / "picture.png")
        parts += [partial(_steps, models, folder, device), partial(_resumed, folder, device)]
        for part in parts:
            for row in _rows_of(part):
                print(json.dumps(row), file=sys.stderr, flush=True)
                yield {"bench": "gpu", "device": device, **row}


def _rows_of(part: Callable[[], Iterable[Row]]) -> Iterator[Row]:
    try:
        yield from part()
    except (UnpixelError, RuntimeError, TimeoutError) as error:
        yield {"part": "error", "error": str(error)}


def _steps(models: tuple[str, ...], folder: str, device: str) -> Iterator[Row]:
    """Measures a step of each recipe, and of Live amid which each model answers as its teacher, in each precision."""
    for name, teacher in [*((name, "") for name in RECIPES), *(("live", model) for model in models)]:
        for precision in PRECISIONS:
            yield from _rows_of(partial(_step, name, teacher, precision, folder, device))


def _step(name: str, teacher: str, precision: str, folder: str, device: str) -> Iterator[Row]:
    """Measures a step of a recipe. teacher: a model that answers amid the step; "" for none."""
    taught = (f"train.teacher={teacher}", "train.teacher_crops=0") if teacher else ()
    recipe = _recipe(name, folder, device, f"train.precision={precision}", *taught)
    net = initialization.build_network(recipe)
    on = torch.device(device)
    pictures = systems.for_network(net).load(net, recipe.data, store.budget(on))
    found = trial(recipe, pictures, on)
    yield {
        "part": "step",
        "recipe": name,
        **({"teacher": teacher} if teacher else {}),
        "precision": precision,
        "batch": recipe.train.batch,
        "ms": round(found.step_s * 1e3, 1),
        "data_share": round(found.data_share, 3),
        "mb": found.step_bytes >> 20,
    }


def _recipe(name: str, folder: str, device: str, *overrides: str) -> Recipe:
    places = [f"data.root={folder}", f"run.out={folder}/run", f"train.device={device}"]
    return initialization.resolve_precision(recipe_loading.load_recipe(name, [*places, *overrides]))


def _resumed(folder: str, device: str) -> Iterator[Row]:
    """Compares a run with one of the same steps that was stopped and resumed: their weights should be equal."""
    began, half = time.perf_counter(), RESUMED_STEPS // 2
    sizes = f"train.steps={RESUMED_STEPS}", f"run.save={half}", "run.log=1", "run.samples=0"
    models = []
    for name in ("whole", "resumed"):
        out = Path(folder) / name
        recipe = _recipe("live", folder, device, f"run.out={out}", *sizes)
        if name == "resumed":
            train.train(recipe, partial(_stop_at, half, out / "stop"))
        train.train(recipe, lambda _line: None, resume=name == "resumed")
        models.append(safetensors.torch.load_file(out / "model.safetensors"))
    whole, resumed = models
    difference = max(float((whole[key].float() - resumed[key].float()).abs().max()) for key in whole)
    yield {
        "part": "resume",
        "steps": RESUMED_STEPS,
        "largest_difference": difference,
        "seconds": round(time.perf_counter() - began, 1),
    }


def _stop_at(step: int, stop: Path, line: Line) -> None:
    """Ends a run after a step, as a person does who creates the file `stop`."""
    if line.step >= step:
        stop.touch()


def table(result: dict[str, Any]) -> str:
    """Formats the result as text: a line for each row."""
    lines = []
    for row in result["rows"]:
        values = (f"{key} {value}" for key, value in row.items() if key not in ("bench", "part", "device"))
        lines.append(f"{row['part']:<10} {', '.join(values)}")
    return "\n".join(lines)
