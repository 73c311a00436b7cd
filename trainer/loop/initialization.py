"""The network that a run begins with: random, or another run's, or the authors'."""

from dataclasses import replace

import torch
from torch import nn

from engine.base.errors import RecipeError
from engine.base.messages import message
from engine.checkpoints import library
from engine.compute import device
from engine.models import registry
from engine.models.liif import Liif
from engine.models.live import Live, Residual
from engine.models.metasr import MetaSR
from engine.models.registry import Net
from trainer.recipe import Model, Recipe


def resolved(recipe: Recipe) -> Recipe:
    """The recipe, its model the one that it starts from, deepened: a checkpoint knows its own size.

    Raises ModelError where there is no such model, or teacher, RecipeError where it is of another kind than the
    recipe's.
    """
    if recipe.train.teacher:
        library.load(recipe.train.teacher, torch.device("cpu"))
    if not recipe.train.start:
        return recipe
    info = library.load(recipe.train.start, torch.device("cpu")).info
    if info.architecture != recipe.model.name:
        reason = message(
            "is {kind}, the recipe trains {other}", kind=info.architecture, other=recipe.model.name
        )
        raise RecipeError(recipe.train.start, reason, message("give a recipe or a start of the same kind"))
    args = dict(info.args)
    if recipe.train.deepen:
        if info.architecture != "live":
            reason = message("{kind} is not deepened, only live is", kind=info.architecture)
            raise RecipeError(recipe.train.start, reason, message("leave train.deepen out"))
        args["blocks"] = int(str(args["blocks"])) + recipe.train.deepen
    return replace(recipe, model=Model(info.architecture, args))


def precise(recipe: Recipe) -> Recipe:
    """The recipe, its precision the one that "auto" stands for on its device. Raises DeviceError for no such device."""
    compute = device.choose(recipe.train.device, recipe.train.precision)
    return replace(recipe, train=replace(recipe.train, precision=device.precision(compute)))


def network(recipe: Recipe) -> Net:
    """The network of a resolved recipe, with weights that its seed decides or its start."""
    torch.manual_seed(recipe.train.seed)
    net = registry.build(recipe.model.name, recipe.model.args)
    if recipe.train.start:
        begun = library.load(recipe.train.start, torch.device("cpu")).net
        net.load_state_dict(begun.state_dict(), strict=not recipe.train.deepen)
        if isinstance(net, Live) and isinstance(begun, Live):
            for block in list(net.body)[len(begun.body) :]:
                _silence(block)
    if recipe.train.freeze_encoder:
        for part in encoder(net):
            part.requires_grad_(False)
    return net


def _silence(block: nn.Module) -> None:
    """A residual block that adds nothing until it has learnt to."""
    assert isinstance(block, Residual)
    with torch.no_grad():
        for last in block.second.parameters():
            last.zero_()


def encoder(net: Net) -> list[nn.Module]:
    """What makes codes of a picture. Raises RecipeError for a network that is nothing else, or has none."""
    if isinstance(net, Liif | MetaSR):
        return [net.encoder]
    if isinstance(net, Live):
        return [net.stem, net.body]
    reason = message("the network has no decoder of its own")
    raise RecipeError("train.freeze_encoder", reason, message("leave train.freeze_encoder out"))
