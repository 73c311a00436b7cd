"""Converts LIIF checkpoints of MMEditing: the same mathematics as the official ones, with other parameter names.

A file is {'state_dict': {'generator.…': tensor}, …}. It has no description of the architecture, so that is derived from
the parameter names and shapes.
"""

import re
from collections.abc import Mapping

import torch
from torch import Tensor

from engine.base.errors import ModelError
from engine.base.messages import message

PREFIX = "generator."
EDSR = {
    r"conv_first": "encoder.head.0",
    r"body\.(\d+)\.conv1": r"encoder.body.\1.body.0",
    r"body\.(\d+)\.conv2": r"encoder.body.\1.body.2",
    r"conv_after_body": "encoder.body.{blocks}",
}
RDN = {
    r"sfe([12])": r"encoder.SFENet\1",
    r"rdbs\.(\d+)\.layers\.(\d+)\.conv": r"encoder.RDBs.\1.convs.\2.conv.0",
    r"rdbs\.(\d+)\.lff": r"encoder.RDBs.\1.LFF",
    r"gff\.([01])": r"encoder.GFF.\1",
}
"""Patterns of MMEditing's names, without PREFIX and without .weight or .bias -> the official names. The decoder's names
are the same in both."""


def is_liif(saved: Mapping[object, object]) -> bool:
    """Whether a checkpoint is LIIF saved by MMEditing."""
    weights = saved.get("state_dict")
    return isinstance(weights, dict) and any(
        f"{PREFIX}{first}.weight" in weights for first in ("conv_first", "sfe1")
    )


def spec(weights: Mapping[object, object]) -> dict[str, object]:
    """Converts a `state_dict` to the official {'name', 'args', 'sd'}. Unknown parameters keep their names.

    Raises ModelError if a weight that defines the width of a layer is no tensor.
    """
    inner = {str(key).removeprefix(PREFIX): value for key, value in weights.items()}
    if "sfe1.weight" in inner:
        blocks, names = _count(inner, r"rdbs\.\d+\.lff\.weight"), RDN
        name, tensors = "rdn", dict[str, object]()
        args = {"G0": _output_channels(inner, "sfe1.weight"), "RDNconfig": "A" if blocks == 20 else "B"}
    else:
        blocks, names = _count(inner, r"body\.\d+\.conv1\.weight"), EDSR
        name, tensors = "edsr-baseline", _mean_shift()
        args = {"n_feats": _output_channels(inner, "conv_first.weight"), "n_resblocks": blocks}
    tensors |= {_official_name(key, names, blocks): value for key, value in inner.items()}
    layers = sorted(
        (key for key in inner if re.fullmatch(r"imnet\.layers\.\d{1,3}\.weight", key)), key=_layer_number
    )
    decoder = {"out_dim": 3, "hidden_list": [_output_channels(inner, key) for key in layers[:-1]]}
    encoder = {"name": name, "args": args | {"no_upsampling": True}}
    parts = {"encoder_spec": encoder, "imnet_spec": {"name": "mlp", "args": decoder}}
    return {"name": "liif", "args": parts, "sd": tensors}


def _official_name(key: str, names: Mapping[str, str], blocks: int) -> str:
    layer, _, kind = key.rpartition(".")
    for pattern, name in names.items():
        if re.fullmatch(pattern, layer):
            return f"{re.sub(pattern, name, layer).format(blocks=blocks)}.{kind}"
    return key


def _mean_shift() -> dict[str, object]:
    """Returns the parameters of the official EDSR's two mean shifts: weight (3, 3, 1, 1), bias (3,) each.

    They must be present and are not used.
    """
    identity = {"weight": torch.eye(3)[..., None, None], "bias": torch.zeros(3)}
    return {f"encoder.{shift}.{key}": identity[key] for shift in ("sub_mean", "add_mean") for key in identity}


def _count(inner: Mapping[str, object], pattern: str) -> int:
    """The number of parameters with names like `pattern`."""
    return sum(re.fullmatch(pattern, key) is not None for key in inner)


def _layer_number(key: str) -> int:
    """12 for imnet.layers.12.weight."""
    return int(key.split(".")[2])


def _output_channels(inner: Mapping[str, object], key: str) -> int:
    """The number of output channels of a layer. Raises ModelError if its weight is no tensor."""
    weight = inner[key]
    if not isinstance(weight, Tensor) or not weight.ndim:
        reason = message("{key} is not a plain tensor of numbers", key=key[:80])
        raise ModelError("checkpoint", reason, message("download the file again"))
    return int(weight.shape[0])
