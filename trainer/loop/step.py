"""One training step: gradients of a batch in micro-batches that fit into memory, optimizer step, averaged weights."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from engine.base.errors import DeviceError
from engine.base.messages import Message, message
from engine.compute import allocation
from engine.compute.device import DTYPES
from engine.models import registry
from engine.models.registry import Net
from trainer.loop import distributed, initialization, schedule
from trainer.loop.muon import Muon
from trainer.recipe import Recipe, Train
from trainer.systems import Losses
from trainer.systems.sample_range import SampleRange

Inputs = Callable[[SampleRange], tuple[Tensor, ...]]
"""Prepares the tensors of some samples of a batch."""


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
    """Everything that a step changes.

    ema: averaged weights, by the network's keys. step: number of steps done. micro: samples per micro-batch.
    losses: of the steps since the last log line; a device may still be computing them. best: mean PSNR in dB of the
    best validation. stale: number of validations since the best one.
    """

    net: Net
    ema: dict[str, Tensor]
    optimizer: torch.optim.Adam
    scaler: torch.amp.GradScaler
    step: int
    micro: int
    losses: list[Tensor | float]
    best: float
    stale: int


def initial_state(recipe: Recipe, device: torch.device) -> State:
    """Returns the state before the first step of a resolved recipe."""
    train = recipe.train
    layout = torch.channels_last if train.channels_last else torch.preserve_format
    net = initialization.build_network(recipe).to(device, memory_format=layout)  # type: ignore[call-overload]
    ema = {key: value.detach().clone() for key, value in net.state_dict().items()}
    if train.optimizer == "muon":
        optimizer: torch.optim.Adam = Muon(net, train.rate)
    else:
        trainable = [parameter for parameter in net.parameters() if parameter.requires_grad]
        optimizer = torch.optim.Adam(trainable, train.rate, fused=True)  # one pass over all weights
    # Only half floats underflow.
    scaler = torch.amp.GradScaler(device.type, enabled=train.precision == "fp16")
    return State(net, ema, optimizer, scaler, 0, train.micro or train.batch, [], float("-inf"), 0)


def averaged_network(recipe: Recipe, state: State) -> Net:
    """Returns a network that shares the averaged weights, without copying them."""
    net = registry.blueprint(recipe.model.name, recipe.model.args)
    net.load_state_dict(state.ema, assign=True)
    return net.eval()


def step(state: State, objective: Objective, inputs: Inputs, train: Train) -> Message | None:
    """Does one step. If memory runs out, halves the micro-batch until it fits, and returns a notice about that.

    Raises DeviceError if memory does not suffice for a single sample.
    """
    for group in state.optimizer.param_groups:
        group["lr"] = schedule.learning_rate(train, state.step)
    micro = state.micro
    loss = _gradients_that_fit(state, objective, inputs, train)
    weights = [parameter for parameter in state.net.parameters() if parameter.grad is not None]
    gradients = [weight.grad for weight in weights if weight.grad is not None]
    distributed.sum_in_place([*gradients, loss])
    state.scaler.unscale_(state.optimizer)
    if train.clip:
        torch.nn.utils.clip_grad_norm_(weights, train.clip)
    state.scaler.step(state.optimizer)
    state.scaler.update()
    state.step += 1
    state.losses.append(loss)
    _update_average(state, train.ema)
    if state.micro == micro:
        return None
    return message(
        "out of memory: {count} samples at a time from step {step} on", count=state.micro, step=state.step
    )


def _gradients_that_fit(state: State, objective: Objective, inputs: Inputs, train: Train) -> Tensor:
    """Computes the gradients and returns the loss (). Halves `state.micro` each time memory runs out."""
    while (loss := _gradients(state, objective, inputs, train)) is None:
        if state.micro == 1:
            reason = message("not enough memory for one sample")
            raise DeviceError("train", reason, message("use a smaller data.patch"))
        state.micro = (state.micro + 1) // 2
        allocation.free_unused()
    return loss


def _gradients(state: State, objective: Objective, inputs: Inputs, train: Train) -> Tensor | None:
    """Computes the gradients of the batch and returns its loss (); None if memory ran out."""
    state.optimizer.zero_grad(set_to_none=True)
    first, last = distributed.local_range(train.batch)
    total = torch.zeros((), device=next(state.net.parameters()).device)

    def add_up() -> Tensor:
        for start in range(first, last, state.micro):
            count = min(state.micro, last - start)
            loss = objective(*inputs(SampleRange(train.seed, state.step, start, count))).sum() / train.batch
            state.scaler.scale(loss).backward()
            total.add_(loss.detach())
        return total

    return allocation.unless_out_of_memory(add_up)


@torch.no_grad()
def _update_average(state: State, decay: float) -> None:
    """Moves the averaged weights towards the current ones.

    The decay is smaller in the first steps, so that the average does not remember the initial weights.
    """
    weight_of_new = 1.0 - min(decay, (1.0 + state.step) / (10.0 + state.step))
    for key, weight in state.net.state_dict().items():
        state.ema[key].lerp_(weight, weight_of_new)
