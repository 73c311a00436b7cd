"""The loop: recipe in, run folder out."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from engine import axis, separable
from engine.errors import DataError, RecipeError
from engine.models import registry
from engine.models.live import Live
from trainer import data, pictures, run, store, validation
from trainer.data import Batch
from trainer.pictures import Pictures
from trainer.recipe import Recipe, Train

Report = Callable[[dict[str, Any]], None]
DEVICE = torch.device("cpu")


@dataclass
class State:
    """What a step changes.

    ema: the averaged weights, by the network's keys. step: of those done. losses: since the log's last line.
    """

    net: Live
    ema: dict[str, Tensor]
    optimizer: torch.optim.Adam
    step: int
    losses: list[float]


def begin(recipe: Recipe) -> State:
    """Step 0, with weights that the seed decides. Raises RecipeError for a model that this loop cannot train."""
    torch.manual_seed(recipe.train.seed)
    net = registry.build(recipe.model.name, dict(recipe.model.args))
    if not isinstance(net, Live):
        raise RecipeError(
            recipe.model.name, "only the Live model can be trained so far", 'use model.name="live"'
        )
    ema = {key: value.detach().clone() for key, value in net.state_dict().items()}
    return State(net, ema, torch.optim.Adam(net.parameters(), recipe.train.rate), 0, [])


def restore(recipe: Recipe, saved: dict[str, Any], fingerprint: str) -> State:
    """The state as saved. Raises DataError where the pictures are not those it was trained on."""
    if saved["fingerprint"] != fingerprint:
        remedy = "give the folder that the run was started with"
        raise DataError(recipe.data.root, "holds other images than the run began with", remedy)
    state = begin(recipe)
    state.net.load_state_dict(saved["net"])
    state.optimizer.load_state_dict(saved["optimizer"])
    state.ema, state.step, state.losses = saved["ema"], saved["step"], saved["losses"]
    return state


def rate(train: Train, step: int) -> float:
    """The learning rate of step `step`, counted from 0: linear warm-up, then a cosine to 0."""
    if step < train.warmup:
        return train.rate * (step + 1) / train.warmup
    done = (step - train.warmup) / max(1, train.steps - train.warmup)
    return train.rate * 0.5 * (1.0 + math.cos(math.pi * done))


def loss(net: Live, batch: Batch, dtype: torch.dtype) -> Tensor:
    """L1 between every pixel of each ground truth and the model's answer, each picture counting alike.

    The paper draws 48² pixels of a crop; a separable basis makes all of them cheaper than gathering a few.
    """
    patch = batch.low.shape[-1]
    with torch.autocast("cpu", dtype, enabled=dtype != torch.float32):
        coefficients = net.polynomials(batch.low)  # (B, n, 3, n, p, p)
    lines = coefficients.permute(0, 4, 1, 2, 5, 3).flatten(1, 2).flatten(2)  # (B, p n, 3 p n)
    losses = []
    for picture, high in zip(lines, batch.high, strict=True):
        size = high.shape[-1]
        operator = separable.dense_operator(axis.whole(patch, size), patch, net.order)  # (K, p n)
        answer = (operator @ picture).view(size * 3, -1) @ operator.T  # (K 3, K)
        losses.append(F.l1_loss(answer.view(size, 3, size), high.transpose(0, 1)))
    return torch.stack(losses).mean()


def step(state: State, batch: Batch, train: Train) -> float:
    """One step of Adam, and of the average. Returns the loss."""
    for group in state.optimizer.param_groups:
        group["lr"] = rate(train, state.step)
    value = loss(state.net, batch, torch.bfloat16 if train.precision == "bf16" else torch.float32)
    state.optimizer.zero_grad(set_to_none=True)
    value.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(state.net.parameters(), train.clip)
    state.optimizer.step()
    state.step += 1
    # early on the average follows closely, so that it does not remember the initial weights
    share = 1.0 - min(train.ema, (1.0 + state.step) / (10.0 + state.step))
    with torch.no_grad():
        for key, weight in state.net.state_dict().items():
            state.ema[key].lerp_(weight, share)
    return value.item()


def train(recipe: Recipe, report: Report, resume: bool = False) -> Path:
    """Trains to `recipe.train.steps` and returns the trained model's file; `report` gets each line of the log.

    Raises RecipeError, DataError; a run that was interrupted goes on with `resume` as if nothing had been.
    """
    out = Path(recipe.run.out)
    held = pictures.load(recipe.data, store.budget(DEVICE))
    if resume:
        state = restore(recipe, run.newest(out), held.fingerprint)
        run.rewind(out, state.step)
    else:
        state = begin(recipe)
        run.create(out, recipe)
    for notice in held.notices:
        report({"notice": notice})
    _steps(recipe, state, held, out, report)
    return out / "model.safetensors"


def _steps(recipe: Recipe, state: State, held: Pictures, out: Path, report: Report) -> None:
    checks, notices = validation.crops(held.dataset.validation)
    for notice in notices:
        report({"notice": notice})
    train, asked = recipe.train, recipe.run
    began, first, waited = time.perf_counter(), state.step, 0.0
    while state.step < train.steps:
        asked_for = time.perf_counter()
        batch = data.batch(held, recipe.data, train.seed, state.step, train.batch, DEVICE)
        waited += time.perf_counter() - asked_for
        state.losses.append(step(state, batch, train))
        last = state.step == train.steps
        validate = last or state.step % asked.validate == 0
        if validate or state.step % asked.log == 0:
            took = time.perf_counter() - began
            speed = (state.step - first) * train.batch / took
            line: dict[str, Any] = {"step": state.step, "steps": train.steps, "loss": mean(state.losses)}
            line |= {"rate": rate(train, state.step - 1), "images_per_s": round(speed, 2)}
            line["data_share"] = round(waited / took, 4)
            if validate and checks:
                line["psnr"] = validation.psnr(averaged(recipe, state), checks, DEVICE)
            run.log(out, line)
            report(line)
            state.losses.clear()
            began, first, waited = time.perf_counter(), state.step, 0.0
        if last or state.step % asked.save == 0:
            _save(recipe, state, held.fingerprint, out)


def averaged(recipe: Recipe, state: State) -> Live:
    """A network with the averaged weights."""
    net = registry.build(recipe.model.name, dict(recipe.model.args))
    net.load_state_dict(state.ema)
    assert isinstance(net, Live)
    return net.eval()


def _save(recipe: Recipe, state: State, fingerprint: str, out: Path) -> None:
    """A checkpoint to go on from, and the averaged weights as a model to look at."""
    saved = {"net": state.net.state_dict(), "ema": state.ema, "optimizer": state.optimizer.state_dict()}
    run.save(out, {**saved, "step": state.step, "losses": state.losses, "fingerprint": fingerprint})
    run.deliver(out, averaged(recipe, state), recipe, state.step)
