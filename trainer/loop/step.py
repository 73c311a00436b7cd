"""One step: the gradients of a batch, in as small parts as memory asks for, then a step and the averaged weights."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn

from engine.base.errors import DeviceError, RecipeError
from engine.base.messages import Message, message
from engine.compute.device import DTYPES
from engine.models import registry
from engine.models.registry import Net
from trainer.loop import distributed, initialization, schedule
from trainer.loop.muon import Muon
from trainer.recipe import Recipe, Train
from trainer.systems import Losses
from trainer.systems.sample_range import SampleRange

Inputs = Callable[[SampleRange], tuple[Tensor, ...]]


class Objective(nn.Module):
    """Computes a system's losses per sample, in the recipe's precision. This is the function that is differentiated."""

    def __init__(self, net: Net, losses: Losses, train: Train) -> None:
        super().__init__()
        self.net = net
        self._losses = losses
        self._device_type = next(net.parameters()).device.type
        self._dtype = DTYPES[train.precision]
        self._channels_last = train.channels_last

    def forward(self, *inputs: Tensor) -> Tensor:
        """Returns the losses (count,), float32. inputs: as the system's `inputs` made them."""
        low, *rest = inputs
        # A layout other than the weights' makes oneDNN's first layer 100 times slower. A SIREN's input is not 4-D.
        if self._channels_last and low.dim() == 4:
            low = low.contiguous(memory_format=torch.channels_last)
        half = self._dtype != torch.float32
        with torch.autocast(self._device_type, self._dtype, enabled=half):
            return self._losses(self.net, low, *rest)


@dataclass
class State:
    """What a step changes.

    ema: the averaged weights, by the network's keys. step: of those done. micro: samples at a time. losses: since
    the log's last line. best: the best validation's mean PSNR in dB; stale: validations since.
    """

    net: Net
    ema: dict[str, Tensor]
    optimizer: torch.optim.Adam
    scaler: torch.amp.GradScaler
    step: int
    micro: int
    losses: list[float]
    best: float
    stale: int


def begin(recipe: Recipe, device: torch.device) -> State:
    """Step 0 of a resolved recipe."""
    train = recipe.train
    layout = torch.channels_last if train.channels_last else torch.preserve_format
    net = initialization.network(recipe).to(device, memory_format=layout)  # type: ignore[call-overload]
    ema = {key: value.detach().clone() for key, value in net.state_dict().items()}
    if train.optimizer == "muon":
        optimizer: torch.optim.Adam = Muon(net, train.rate)
    else:
        learning = [each for each in net.parameters() if each.requires_grad]
        optimizer = torch.optim.Adam(learning, train.rate, fused=True)  # one pass over all weights
    # half floats alone run out of small numbers
    scaler = torch.amp.GradScaler(device.type, enabled=train.precision == "fp16")
    return State(net, ema, optimizer, scaler, 0, train.micro or train.batch, [], float("-inf"), 0)


VALUES = ("step", "micro", "losses", "best", "stale")
PARTS = ("net", "optimizer", "scaler")
"""What of a state is saved, beside ema: as it is; by its state_dict."""


def to_saved(state: State) -> dict[str, Any]:
    """The state as plain values and tensors."""
    kept = {key: getattr(state, key) for key in ("ema", *VALUES)}
    return kept | {key: getattr(state, key).state_dict() for key in PARTS}


def restored(recipe: Recipe, device: torch.device, saved: dict[str, Any]) -> State:
    """The state as it was saved. Raises RecipeError where it was saved by another version."""
    missing = {"ema", *VALUES, *PARTS} - set(saved)
    if missing:
        reason = message(
            "its checkpoint lacks {names}: another version wrote it", names=", ".join(sorted(missing))
        )
        remedy = message("go on with that version, or give its model as train.start")
        raise RecipeError(recipe.run.out, reason, remedy)
    state = begin(replace(recipe, train=replace(recipe.train, start="")), device)
    for key in PARTS:
        getattr(state, key).load_state_dict(saved[key])
    for key, value in state.ema.items():
        value.copy_(saved["ema"][key])
    for key in VALUES:
        setattr(state, key, saved[key])
    return state


def averaged(recipe: Recipe, state: State) -> Net:
    """A network with the averaged weights, not with copies of them."""
    net = registry.blueprint(recipe.model.name, recipe.model.args)
    net.load_state_dict(state.ema, assign=True)
    return net.eval()


def step(state: State, computed: Callable[..., Tensor], inputs: Inputs, train: Train) -> Message | None:
    """One step. Returns a notice where memory ran out and the batch is computed in smaller parts from now on.

    Raises DeviceError where it does not suffice for a single sample.
    """
    for group in state.optimizer.param_groups:
        group["lr"] = schedule.rate(train, state.step)
    before = state.micro
    while (loss := _gradients(state, computed, inputs, train)) is None:
        if state.micro == 1:
            reason = message("memory does not suffice for one sample")
            raise DeviceError("train", reason, message("give a smaller data.patch"))
        state.micro = (state.micro + 1) // 2
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
    weights = [each for each in state.net.parameters() if each.grad is not None]
    distributed.add([*(each.grad for each in weights if each.grad is not None), loss])
    state.scaler.unscale_(state.optimizer)
    if train.clip:
        torch.nn.utils.clip_grad_norm_(weights, train.clip)
    state.scaler.step(state.optimizer)
    state.scaler.update()
    state.step += 1
    state.losses.append(loss.item())
    _average(state, train.ema)
    if state.micro == before:
        return None
    return message(
        "memory ran out: {count} samples at a time from step {step} on", count=state.micro, step=state.step
    )


def _gradients(state: State, computed: Callable[..., Tensor], inputs: Inputs, train: Train) -> Tensor | None:
    """The batch's loss (), its gradients in the network; None where memory ran out."""
    state.optimizer.zero_grad(set_to_none=True)
    first, last = distributed.share(train.batch)
    total = torch.zeros((), device=next(state.net.parameters()).device)
    try:
        for at in range(first, last, state.micro):
            count = min(state.micro, last - at)
            value = computed(*inputs(SampleRange(train.seed, state.step, at, count))).sum() / train.batch
            state.scaler.scale(value).backward()  # type: ignore[no-untyped-call]
            total += value.detach()
    except torch.OutOfMemoryError:
        return None
    return total


@torch.no_grad()
def _average(state: State, ema: float) -> None:
    """Early on the average follows closely, so that it does not remember the initial weights."""
    share = 1.0 - min(ema, (1.0 + state.step) / (10.0 + state.step))
    for key, weight in state.net.state_dict().items():
        state.ema[key].lerp_(weight, share)
