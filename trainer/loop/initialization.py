"""The network that a run begins with: random weights, or those of another model."""

from dataclasses import replace
from typing import TypeAlias

import torch
from torch import nn

from engine.base.errors import RecipeError
from engine.base.messages import message
from engine.checkpoints import library
from engine.compute import device
from engine.models import registry
from engine.models.encoder import Encoder
from engine.models.liif import Liif
from engine.models.live import Live, LiveOnEncoder, Residual
from engine.models.metasr import MetaSR
from engine.models.registry import Net
from trainer.recipe import Model, Recipe

WithEncoder: TypeAlias = Liif | MetaSR | LiveOnEncoder
"""Networks whose encoder is a module of its own."""


def resolve_model(recipe: Recipe) -> Recipe:
    """Returns the recipe with the architecture of the model it starts from, `train.deepen` applied.

    A checkpoint knows its own size, so the recipe's sizes are ignored then. Raises ModelError if the start or the
    teacher cannot be loaded, RecipeError if the start has another architecture than the recipe.
    """
    if recipe.train.teacher:
        library.load(recipe.train.teacher, torch.device("cpu"))
    if recipe.train.encoder:
        spec, _ = _load_encoder(recipe.train.encoder)
        return replace(recipe, model=Model(recipe.model.name, recipe.model.args | {"encoder_spec": spec}))
    if not recipe.train.start:
        return recipe
    info = library.load(recipe.train.start, torch.device("cpu")).info
    if info.architecture != recipe.model.name:
        reason = message(
            "is {kind}, but the recipe trains {other}", kind=info.architecture, other=recipe.model.name
        )
        raise RecipeError(
            recipe.train.start, reason, message("use a recipe or a start model of the same kind")
        )
    args = dict(info.args)
    if recipe.train.deepen:
        if info.architecture != "live" or "blocks" not in args:
            reason = message("{kind} cannot be deepened, only live can", kind=info.architecture)
            raise RecipeError(recipe.train.start, reason, message("remove train.deepen"))
        args["blocks"] = int(str(args["blocks"])) + recipe.train.deepen
    return replace(recipe, model=Model(info.architecture, args))


def resolve_precision(recipe: Recipe) -> Recipe:
    """Returns the recipe with "auto" replaced by its device's precision. Raises DeviceError for a missing device."""
    compute = device.choose(recipe.train.device, recipe.train.precision)
    return replace(recipe, train=replace(recipe.train, precision=device.precision(compute)))


def build_network(recipe: Recipe) -> Net:
    """Returns the network of a resolved recipe, with the weights of its start, or random ones by its seed."""
    torch.manual_seed(recipe.train.seed)
    net = registry.build(recipe.model.name, recipe.model.args)
    if recipe.train.start:
        start = library.load(recipe.train.start, torch.device("cpu")).net
        net.load_state_dict(start.state_dict(), strict=not recipe.train.deepen)
        if isinstance(net, Live) and isinstance(start, Live):
            for block in list(net.body)[len(start.body) :]:
                _zero_output(block)
    if recipe.train.encoder:
        assert isinstance(net, LiveOnEncoder), "resolve_model has set encoder_spec"
        net.encoder.load_state_dict(_load_encoder(recipe.train.encoder)[1].state_dict())
    if recipe.train.freeze_encoder:
        for module in encoder_modules(net):
            module.requires_grad_(False)
    return net


def _load_encoder(name: str) -> tuple[object, Encoder]:
    """Loads the encoder of a model, and its description {name, args}.

    Raises ModelError if there is no such model, RecipeError if its encoder is not separate.
    """
    model = library.load(name, torch.device("cpu"))
    if not isinstance(model.net, WithEncoder):
        reason = message("{kind} has no encoder that another network could use", kind=model.info.architecture)
        raise RecipeError(name, reason, message("set train.encoder to a LIIF or MetaSR"))
    return model.info.args["encoder_spec"], model.net.encoder


def _zero_output(block: nn.Module) -> None:
    """Sets a residual block's last layer to zero, so that the block is the identity until it is trained."""
    assert isinstance(block, Residual)
    with torch.no_grad():
        for parameter in block.second.parameters():
            parameter.zero_()


def encoder_modules(net: Net) -> list[nn.Module]:
    """Returns the modules that make latents of a picture.

    Raises RecipeError for a network without a separate encoder and decoder.
    """
    if isinstance(net, WithEncoder):
        return [net.encoder]
    if isinstance(net, Live):
        return [net.stem, net.body]
    reason = message("the network has no separate decoder")
    raise RecipeError("train.freeze_encoder", reason, message("remove train.freeze_encoder"))
