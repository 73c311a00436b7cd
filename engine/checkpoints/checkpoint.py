"""Loads and saves model files, none of which is trusted.

Formats: the official LIIF checkpoints and MMEditing's, both unchanged, and safetensors with a description in their
metadata.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import torch
from torch import Tensor

from engine.base import printable
from engine.base.atomic_file import replacing
from engine.base.errors import ModelError
from engine.base.messages import mark, message
from engine.base.printable import file_name, one_line
from engine.checkpoints import mmediting, model_kinds, safetensors_file, untrusted_torch_file
from engine.checkpoints.model import Model, ModelInfo
from engine.checkpoints.safetensors_file import DAMAGED, FOREIGN
from engine.models import registry
from engine.models.arguments import Arguments
from engine.models.fixed import Fixed
from engine.models.registry import Net

MAX_BYTES = 8 << 30
MAX_NAME = 200
OFFICIAL_MAX_SCALE = 4.0
"""The paper trains on scales drawn from 1 to 4 (section 4.1)."""
FLOATS = (torch.float32, torch.float16, torch.bfloat16)
INTEGERS = (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8)
DESCRIPTION_KEY = "unpixel"
"""Key of the description in the metadata of a safetensors file."""

Tensors = Mapping[str, Tensor]


def load(path: Path) -> Model:
    """Loads the model of a file in this process, on the CPU, in float32. Runs no code of the file.

    `isolated.load` does it for files that are not trusted.

    Raises ModelError, with the path as its subject, unless the file holds a complete model of a known architecture
    with finite weights.
    """
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            if size > MAX_BYTES:
                limit = message("the limit is {limit} GB", limit=MAX_BYTES >> 30)
                raise ModelError(path, message("too large for a model"), limit)
            file.seek(0)
            start = file.read(model_kinds.START_BYTES)
            model_kinds.refuse_foreign(start, size)
            official = model_kinds.is_pickled(start)
            file.seek(0)
            info, tensors = _read_official(file) if official else _read_safetensors(file.read())
        return _assemble(_named(info, path), tensors)
    except ModelError as error:
        raise ModelError(path, error.reason, error.remedy) from error
    except OSError as error:
        reason = message("cannot be read ({why})", why=error.strerror)
        raise ModelError(path, reason, message("use another file")) from error


def from_bytes(data: bytes, path: Path) -> Model:
    """Returns the model of a safetensors file that was read from `path`. Raises ModelError with it as subject."""
    try:
        info, tensors = _read_safetensors(data)
        return _assemble(_named(info, path), tensors)
    except ModelError as error:
        raise ModelError(path, error.reason, error.remedy) from error


def converted(file: BinaryIO) -> bytes:
    """Returns an official or MMEditing's model as a safetensors file without a name. Raises ModelError."""
    info, tensors = _read_official(file)
    _check_tensors(info, tensors)
    try:
        # Safetensors refuse tensors that share memory.
        apart = {key: tensor.clone() for key, tensor in tensors.items()}
        return safetensors_file.sealed(apart, DESCRIPTION_KEY, _description(info))
    except (RuntimeError, ValueError, TypeError) as error:  # a RuntimeError is torch's for too little memory
        reason = message("torch cannot read it ({why})", why=type(error).__name__)
        raise ModelError("checkpoint", reason, DAMAGED) from error


def _named(info: ModelInfo, path: Path) -> ModelInfo:
    return replace(info, name=info.name or file_name(path.stem, MAX_NAME), source=path)


def save_safetensors(path: Path, model: Model) -> None:
    """Writes `model` with its description and a SHA-256 of the whole file, which `load` checks.

    The written file is read back before it replaces the one at `path`.

    Raises OSError if it cannot be written, ModelError if the weights are not finite or were not written correctly.
    """
    weights = {key: value.detach().cpu().contiguous() for key, value in model.net.state_dict().items()}

    def verify(written: Path) -> None:
        reread = load(written).net.state_dict()
        if not all(torch.equal(reread[key], value.float()) for key, value in weights.items()):
            reason = message("was not written correctly")
            raise ModelError(path, reason, message("try again on another disk"))

    with replacing(path, verify) as temporary:
        temporary.write_bytes(safetensors_file.sealed(weights, DESCRIPTION_KEY, _description(model.info)))


def _description(info: ModelInfo) -> dict[str, object]:
    """Returns the metadata of a model's file."""
    return {
        "format": 1,
        "name": info.name,
        "architecture": info.architecture,
        "args": dict(info.args),
        "max_scale": info.max_scale,
        "description": info.description,
        "licence": info.licence,
    }


def describe(name: str, args: Mapping[str, object], net: Net, max_scale: float) -> ModelInfo:
    """The description of a network that was not loaded from a file. name: its architecture, for `registry.build`."""
    parameters = sum(each.numel() for each in net.parameters())
    return ModelInfo(name, name, dict(args), max_scale, parameters, "", "", None)


def _read_official(file: BinaryIO) -> tuple[ModelInfo, Tensors]:
    """Reads {'model': {'name', 'args', 'sd'}, …} or MMEditing's format. The other entries are only checked."""
    saved = untrusted_torch_file.unpickle(file)
    spec, description = saved.get("model") if isinstance(saved, dict) else None, ""
    if isinstance(saved, dict) and mmediting.is_liif(saved):
        spec, description = mmediting.spec(saved["state_dict"]), mark("LIIF trained by MMEditing")
    if not isinstance(spec, dict) or not {"name", "args", "sd"} <= set(spec):
        raise ModelError("checkpoint", message("contains no model description"), FOREIGN)
    name, args, tensors = spec["name"], spec["args"], spec["sd"]
    if not isinstance(name, str) or not isinstance(args, dict) or not isinstance(tensors, dict):
        raise ModelError("checkpoint", message("its model description is damaged"), DAMAGED)
    return ModelInfo("", name, args, OFFICIAL_MAX_SCALE, 0, description, "", None), dict(tensors)


def _read_safetensors(data: bytes) -> tuple[ModelInfo, Tensors]:
    """Reads safetensors with a description in their metadata. Its texts are safe to print."""
    metadata, tensors = safetensors_file.parse(data)
    try:
        described = safetensors_file.load_table(metadata[DESCRIPTION_KEY])
    except (ValueError, LookupError) as error:
        reason = message("describes no model ({why})", why=type(error).__name__)
        raise ModelError("safetensors", reason, FOREIGN) from error
    table = Arguments("safetensors", described)
    table.integer("format", 1, 1)
    info = ModelInfo(
        name=one_line(table.text("name", MAX_NAME), MAX_NAME),
        architecture=table.text("architecture", 40),
        args=table.table("args"),
        max_scale=table.number("max_scale", 1.0, 1000.0),
        parameters=0,
        description=one_line(table.text("description", 10_000, default=""), 10_000),
        licence=printable.lines(table.text("licence", 100_000, default=""), 100_000),
        source=None,
    )
    seal = table.text(safetensors_file.SEAL, 64, default="")
    table.done()
    if seal:  # models of other programs have none
        safetensors_file.check_seal(data, seal)
    return info, tensors


def _assemble(info: ModelInfo, tensors: Tensors) -> Model:
    """Builds the network and loads the weights, after checking that they are exactly those that it needs."""
    _check_tensors(info, tensors)
    net = registry.build(info.architecture, info.args)
    net.load_state_dict(tensors)
    net.eval().requires_grad_(False)
    parameters = sum(each.numel() for each in net.parameters())
    scale = float(net.upsampling) if isinstance(net, Fixed) else info.max_scale
    return Model(replace(info, parameters=parameters, max_scale=scale), net)


def _check_tensors(info: ModelInfo, tensors: Tensors) -> None:
    """Raises ModelError unless the tensors are exactly those that the network needs."""
    blueprint = registry.blueprint(info.architecture, info.args)
    expected = {key: value.shape for key, value in blueprint.state_dict().items()}
    mismatched = sorted(map(str, set(expected) ^ set(tensors)))
    if mismatched:
        key = mismatched[0][:80]
        reason = message("its weights do not fit {name}: {key}", name=info.architecture, key=key)
        raise ModelError(info.name, reason, FOREIGN)
    for key, shape in expected.items():
        _check_tensor(info.name, key, tensors[key], shape)


def _check_tensor(name: str, key: str, tensor: object, shape: torch.Size) -> None:
    """Raises ModelError unless `tensor` is a dense, contiguous, finite CPU tensor of numbers with this shape."""
    if (
        not isinstance(tensor, Tensor)
        or tensor.layout != torch.strided
        or tensor.dtype not in FLOATS + INTEGERS
    ):
        raise ModelError(name, message("{key} is not a plain tensor of numbers", key=key), FOREIGN)
    if tensor.device.type != "cpu" or tensor.shape != shape or not tensor.is_contiguous():
        reason = message(
            "{key} is {found}, not {right}", key=key, found=tuple(tensor.shape), right=tuple(shape)
        )
        raise ModelError(name, reason, FOREIGN)
    if not bool(torch.isfinite(tensor).all()):
        reason = message("{key} contains values that are not finite", key=key)
        raise ModelError(name, reason, message("the file is damaged, or its training failed"))
