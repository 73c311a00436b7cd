"""Tiny trainings: a live model of a few weights on one picture, a checkpoint after each step."""

from pathlib import Path

import numpy as np
import PIL.Image
import torch

from trainer import recipe_loading
from trainer.loop import run_folder, train

OVERRIDES = (
    "data.patch=16",
    "model.args.width=8",
    "model.args.blocks=1",
    "model.args.hidden=16",
    "model.args.order=4",
    "train.batch=2",
    "train.warmup=2",
    "train.precision=fp32",
    "train.device=cpu",
    "run.log=1",
)


def pictures(folder: Path) -> Path:
    """Returns a folder with one picture of noise, drawn once."""
    photos = folder / "photos"
    if not photos.exists():
        photos.mkdir(parents=True)
        noise = np.random.default_rng(9).integers(0, 256, (60, 60, 3), np.uint8)
        PIL.Image.fromarray(noise).save(photos / "0.png")
    return photos


def begin(out: Path, photos: Path, steps: int, *overrides: str) -> None:
    """Trains to `steps` in a new run folder."""
    torch.set_num_threads(1)
    where = (f"data.root={photos}", f"run.out={out}", f"train.steps={steps}", "run.save=1")
    recipe = recipe_loading.load_recipe("live", [*where, *OVERRIDES, *overrides])
    train.train(recipe, lambda _: None)


def go_on(out: Path, *overrides: str) -> None:
    """Resumes the run."""
    torch.set_num_threads(1)
    recipe = recipe_loading.resumed(run_folder.stored_recipe(out).table, out, None, list(overrides))
    train.train(recipe, lambda _: None, resume=True)
