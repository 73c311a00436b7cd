"""What is trained: for each kind of network, the tensors that a step needs and what the network loses on them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from engine.base.errors import RecipeError
from engine.base.messages import message
from engine.models.fixed import Fixed
from engine.models.liif import Liif
from engine.models.live import Live
from engine.models.metasr import MetaSR
from engine.models.registry import Net
from engine.models.siren import Siren
from trainer.data.pictures import Pictures
from trainer.data.store import Budget
from trainer.recipe import Data
from trainer.systems import distilled, fixed, liif, live, metasr, siren
from trainer.systems.distillation import TeacherTargets
from trainer.systems.draw import Draw, load

Load = Callable[[Any, Data, Budget], Pictures]
Inputs = Callable[[Any, Pictures, Data, Draw, torch.device], tuple[Tensor, ...]]
Losses = Callable[..., Tensor]


@dataclass(frozen=True)
class System:
    """load: the pictures to train on; raises RecipeError where they could not be of use.

    inputs: a draw's tensors. losses: (network, *inputs) -> (count,) float32, L1 but for what is taught. Each takes a
    network of its own kind first.
    """

    load: Load
    inputs: Inputs
    losses: Losses


OF: dict[type, System] = {
    Liif: System(load, liif.inputs, liif.losses),
    MetaSR: System(load, metasr.inputs, metasr.losses),
    Fixed: System(fixed.load, fixed.inputs, fixed.losses),
    Siren: System(siren.load, siren.inputs, siren.losses),
    Live: System(load, live.inputs, live.losses),
}


def of(net: Net) -> System:
    """The system of a network. Raises RecipeError for one that has nothing to learn."""
    if type(net) not in OF:
        name = type(net).__name__.lower()
        raise RecipeError(name, message("has no weights to train"), message("train another model"))
    return OF[type(net)]


def learning(lessons: TeacherTargets) -> System:
    """Live's, for answers of a teacher in place of the pictures' own pixels."""

    def inputs(
        net: Live, held: Pictures, asked: Data, draw: Draw, device: torch.device
    ) -> tuple[Tensor, ...]:
        del held, asked
        return distilled.inputs(lessons, net, draw, device)

    return System(load, inputs, distilled.losses)
