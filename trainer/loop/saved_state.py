"""The state of a training run as a file: safetensors, with what are no tensors as JSON in its metadata.

Safetensors hold no code, so reading one needs no unpickler, and the same strict reader serves models and states. Its
tensors are bit-exact. Saved are the weights, the averaged weights, the optimizer's moments, the loss scale, the step
and the hash of the pictures. Everything else follows from the recipe, which the manifest holds: the schedule and the
samples are functions of its settings, its seed and the step.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import isfinite
from typing import Any, NamedTuple

import safetensors.torch
import torch
from torch import Tensor

from engine.base.errors import ModelError, RecipeError
from engine.base.messages import Message, message
from engine.checkpoints import safetensors_file
from engine.models.arguments import Arguments
from trainer.loop.step import State, initial_state
from trainer.recipe import Recipe

KEY = "state"
"""Key of the JSON in the metadata."""
FORMAT = 1
MOMENTS = ({"step", "exp_avg", "exp_avg_sq"}, {"step", "momentum"})
"""What an optimizer stores of a parameter: Adam, and Muon's inner weights."""


class Saved(NamedTuple):
    """A state as read from a file.

    tensors: net.KEY and ema.KEY by the network's keys, optimizer.INDEX.NAME by the optimizer's parameters.
    The other fields are those of State. fingerprint: of the pictures. scale: the loss scale, (scale, steps since it
    changed); None without half floats.
    """

    step: int
    micro: int
    losses: list[float]
    best: float
    stale: int
    optimizer: str
    scale: tuple[float, int] | None
    fingerprint: str
    tensors: dict[str, Tensor]


def to_bytes(state: State, fingerprint: str) -> bytes:
    """Returns the file of a state."""
    scaler = state.scaler.state_dict()
    table = {
        "format": FORMAT,
        "step": state.step,
        "micro": state.micro,
        "losses": [repr(float(loss)) for loss in state.losses],  # as texts: JSON has no infinity
        "best": repr(state.best),
        "stale": state.stale,
        "optimizer": type(state.optimizer).__name__,
        "scale": [scaler["scale"], scaler["_growth_tracker"]] if scaler else [],
        "fingerprint": fingerprint,
    }
    tensors = {name: value.detach().cpu().contiguous() for name, value in _tensors(state)}
    return safetensors.torch.save(tensors, {KEY: json.dumps(table)})


def _tensors(state: State) -> Iterator[tuple[str, Tensor]]:
    for key, value in state.net.state_dict().items():
        yield f"net.{key}", value
    for key, value in state.ema.items():
        yield f"ema.{key}", value
    for index, moments in state.optimizer.state_dict()["state"].items():
        for name, value in moments.items():
            yield f"optimizer.{index}.{name}", value


def from_bytes(data: bytes) -> Saved:
    """Returns the state of a file. Raises ModelError unless it is one."""
    metadata, tensors = safetensors_file.parse(data)
    try:
        described = safetensors_file.load_table(metadata[KEY])
    except (ValueError, LookupError) as error:
        raise _damaged(message("describes no state")) from error
    table = Arguments(KEY, described)
    table.integer("format", FORMAT, FORMAT)
    most = 1 << 62
    return Saved(
        step=table.integer("step", 0, most),
        micro=table.integer("micro", 1, most),
        losses=_losses(described.get("losses")),
        best=_number(described.get("best")),
        stale=table.integer("stale", 0, most),
        optimizer=table.text("optimizer", 40),
        scale=_scale(described.get("scale")),
        fingerprint=table.text("fingerprint", 200),
        tensors=tensors,
    )


def _losses(value: object) -> list[float]:
    if not isinstance(value, list):
        raise _damaged(message("its losses are not numbers"))
    return [_number(each) for each in value]


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError as error:
        raise _damaged(message("its losses are not numbers")) from error


def _scale(value: object) -> tuple[float, int] | None:
    match value:
        case []:
            return None
        case [float(scale), int(tracker)] if isfinite(scale) and scale > 0 and tracker >= 0:
            return scale, tracker
    raise _damaged(message("its loss scale is not a number"))


def _damaged(reason: Message) -> ModelError:
    return ModelError(KEY, reason, safetensors_file.DAMAGED)


def to_state(recipe: Recipe, device: torch.device, saved: Saved) -> State:
    """Returns the state that was saved. Raises RecipeError if it does not fit the recipe."""
    # The start model only initializes the weights, which are replaced below.
    state = initial_state(replace(recipe, train=replace(recipe.train, start="")), device)
    if saved.optimizer != type(state.optimizer).__name__:
        reason = message("its checkpoint is of the optimizer {name}", name=saved.optimizer[:40])
        raise RecipeError(recipe.run.out, reason, message("resume it without another train.optimizer"))
    _check_names(recipe, state, saved)
    for key, weight in state.net.state_dict().items():
        _copy(recipe, weight, f"net.{key}", saved)
    for key, weight in state.ema.items():
        _copy(recipe, weight, f"ema.{key}", saved)
    _load_moments(recipe, state, saved)
    if saved.scale is not None and state.scaler.is_enabled():
        scale, tracker = saved.scale
        state.scaler.load_state_dict(state.scaler.state_dict() | {"scale": scale, "_growth_tracker": tracker})
    state.step, state.micro, state.losses = saved.step, saved.micro, list(saved.losses)
    state.best, state.stale = saved.best, saved.stale
    return state


def _check_names(recipe: Recipe, state: State, saved: Saved) -> None:
    """Raises RecipeError unless the saved tensors are those of the state, by name."""
    weights = {f"{part}.{key}" for part in ("net", "ema") for key in state.ema}
    count = len(state.optimizer.param_groups[0]["params"])
    moments = _by_parameter(saved.tensors)
    unknown = set(moments) - {str(index) for index in range(count)}
    odd = [
        index for index, named in moments.items() if set(named) not in MOMENTS or named["step"].numel() != 1
    ]
    found = {name for name in saved.tensors if not name.startswith("optimizer.")}
    wrong = sorted((weights ^ found) | {f"optimizer.{index}" for index in (*unknown, *odd)})
    if wrong:
        raise _unfit(recipe, wrong[0])


def _by_parameter(tensors: Mapping[str, Tensor]) -> dict[str, dict[str, Tensor]]:
    """Returns the optimizer's tensors: {index of the parameter: {name: tensor}}."""
    found: dict[str, dict[str, Tensor]] = {}
    for name, tensor in tensors.items():
        part, _, rest = name.partition(".")
        index, _, moment = rest.partition(".")
        if part == "optimizer":
            found.setdefault(index, {})[moment] = tensor
    return found


def _copy(recipe: Recipe, target: Tensor, name: str, saved: Saved) -> None:
    """Copies a saved tensor into `target`, which keeps its device and memory layout."""
    source = saved.tensors[name]
    if source.shape != target.shape or source.dtype != target.dtype:
        raise _unfit(recipe, name)
    target.detach().copy_(source)


def _load_moments(recipe: Recipe, state: State, saved: Saved) -> None:
    """Loads the optimizer's tensors. Its hyperparameters are those of the recipe."""
    moments: dict[int, dict[str, Any]] = {}
    parameters = state.optimizer.param_groups[0]["params"]
    for index, named in _by_parameter(saved.tensors).items():
        parameter = parameters[int(index)]
        moments[int(index)] = {"step": named["step"].reshape(())}
        for name in set(named) - {"step"}:
            # In the layout of the parameter: the fused Adam relies on it.
            moments[int(index)][name] = torch.empty_like(parameter, requires_grad=False)
            _copy(recipe, moments[int(index)][name], f"optimizer.{index}.{name}", saved)
    groups = state.optimizer.state_dict()["param_groups"]
    state.optimizer.load_state_dict({"state": moments, "param_groups": groups})


def _unfit(recipe: Recipe, name: str) -> RecipeError:
    reason = message("its checkpoint does not fit the recipe: {key}", key=name[:80])
    remedy = message("resume it without overrides of the model, or start a new run")
    return RecipeError(recipe.run.out, reason, remedy)
