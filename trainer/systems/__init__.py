"""Training systems: for each kind of network, the tensors that a step needs and the loss computed from them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from engine.base.errors import RecipeError
from engine.base.messages import message
from engine.models.fixed import Fixed
from engine.models.liif import Liif
from engine.models.live import Live, LiveOnEncoder
from engine.models.metasr import MetaSR
from engine.models.polynomial_net import PolynomialNet
from engine.models.registry import Net
from engine.models.siren import Siren
from trainer.data.pictures import Pictures
from trainer.data.store import Budget
from trainer.recipe import Data, Train
from trainer.systems import (
    encoder_features,
    fixed,
    liif,
    live,
    live_distillation,
    live_teacher,
    metasr,
    siren,
)
from trainer.systems.encoder_features import Features, KnownLatents
from trainer.systems.sample_range import SampleRange, load
from trainer.systems.teacher_answers import Teacher
from trainer.systems.teacher_targets import TeacherTargets

Load = Callable[[Any, Data, Budget], Pictures]
Inputs = Callable[[Any, Pictures, Data, SampleRange, torch.device], tuple[Tensor, ...]]
Losses = Callable[..., Tensor]


@dataclass(frozen=True)
class System:
    """How one kind of network is trained. Each function takes a network of that kind first.

    load: loads the pictures to train on. Raises RecipeError if the network cannot be trained with the recipe's crops.
    inputs: returns the tensors of some samples.
    losses: (network, *inputs) -> (count,) float32. It is L1, except in distillation.
    """

    load: Load
    inputs: Inputs
    losses: Losses


SYSTEMS: dict[type, System] = {
    Liif: System(load, liif.inputs, liif.losses),
    MetaSR: System(load, metasr.inputs, metasr.losses),
    Fixed: System(fixed.load, fixed.inputs, fixed.losses),
    Siren: System(siren.load, siren.inputs, siren.losses),
    Live: System(load, live.inputs, live.losses),
    LiveOnEncoder: System(load, live.inputs, live.losses),
}


def for_network(net: Net) -> System:
    """Returns the system that trains `net`. Raises RecipeError for a network without weights."""
    if type(net) not in SYSTEMS:
        name = type(net).__name__.lower()
        raise RecipeError(name, message("has no weights to train"), message("train another model"))
    return SYSTEMS[type(net)]


def for_recipe(net: Net, train: Train, device: torch.device) -> System:
    """Returns the system that trains `net`; with a teacher amid the steps if the recipe stores no targets of it.

    The precision is resolved. Raises RecipeError for a network without weights, ModelError for a teacher that cannot be
    loaded.
    """
    if not train.teacher or train.teacher_crops:
        return for_network(net)
    teacher = Teacher.of_recipe(train, device)

    def inputs(
        net: PolynomialNet, pictures: Pictures, data: Data, samples: SampleRange, device: torch.device
    ) -> tuple[Tensor, ...]:
        del net
        return live_teacher.inputs(teacher, pictures, data, samples, device)

    return System(load, inputs, live_distillation.losses)


def for_distillation(targets: TeacherTargets) -> System:
    """Returns the system that trains Live on a teacher's stored targets instead of the pictures' own pixels."""

    def inputs(
        net: PolynomialNet, pictures: Pictures, data: Data, samples: SampleRange, device: torch.device
    ) -> tuple[Tensor, ...]:
        return live_distillation.inputs(targets, net, pictures, data, samples, device)

    return System(load, inputs, live_distillation.losses)


def for_features(system: System, features: Features) -> System:
    """Returns the system that trains a network as `system` does, on samples whose latents are known."""

    def inputs(
        net: LiveOnEncoder, pictures: Pictures, data: Data, samples: SampleRange, device: torch.device
    ) -> tuple[Tensor, ...]:
        return encoder_features.drawn_inputs(features, system.inputs, net, pictures, data, samples, device)

    def losses(net: LiveOnEncoder, low: Tensor, latents: Tensor, *rest: Tensor) -> Tensor:
        return system.losses(KnownLatents(net, latents), low, *rest)

    return System(system.load, inputs, losses)
