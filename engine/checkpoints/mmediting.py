"""LIIF as MMEditing saves it: the official mathematics under other names.

Its file is {'state_dict': {'generator.…': tensor}, …} and describes no architecture: what that is, the names
and the shapes say.
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
"""Names behind PREFIX and before .weight or .bias -> the official ones. The decoder's are the same in both."""


def is_liif(saved: Mapping[object, object]) -> bool:
    """Whether a checkpoint is one of these."""
    weights = saved.get("state_dict")
    return isinstance(weights, dict) and any(
        f"{PREFIX}{first}.weight" in weights for first in ("conv_first", "sfe1")
    )


def spec(weights: Mapping[object, object]) -> dict[str, object]:
    """`state_dict` -> the official {'name', 'args', 'sd'}; what has no counterpart keeps its name.

    Raises ModelError for a weight that says how wide the network is, and is no tensor.
    """
    inner = {str(key).removeprefix(PREFIX): value for key, value in weights.items()}
    if "sfe1.weight" in inner:
        blocks, names = _count(inner, r"rdbs\.\d+\.lff\.weight"), RDN
        configuration = "A" if blocks == 20 else "B"
        encoder = {"G0": _outputs(inner, "sfe1.weight"), "RDNconfig": configuration}
        described = {"name": "rdn", "args": encoder | {"no_upsampling": True}}
        found: dict[str, object] = {}
    else:
        blocks, names = _count(inner, r"body\.\d+\.conv1\.weight"), EDSR
        encoder = {"n_feats": _outputs(inner, "conv_first.weight"), "n_resblocks": blocks}
        described = {"name": "edsr-baseline", "args": encoder | {"no_upsampling": True}}
        found = _no_shift()
    found |= {_official(key, names, blocks): value for key, value in inner.items()}
    layers = sorted(
        (key for key in inner if re.fullmatch(r"imnet\.layers\.\d{1,3}\.weight", key)), key=_number
    )
    decoder = {"out_dim": 3, "hidden_list": [_outputs(inner, key) for key in layers[:-1]]}
    args = {"encoder_spec": described, "imnet_spec": {"name": "mlp", "args": decoder}}
    return {"name": "liif", "args": args, "sd": found}


def _official(key: str, names: Mapping[str, str], blocks: int) -> str:
    place, _, kind = key.rpartition(".")
    for pattern, name in names.items():
        if re.fullmatch(pattern, place):
            return f"{re.sub(pattern, name, place).format(blocks=blocks)}.{kind}"
    return key


def _no_shift() -> dict[str, object]:
    """The official EDSR's mean shift, which has a place among its weights and no part in the computation."""
    nothing = {"weight": torch.eye(3)[..., None, None], "bias": torch.zeros(3)}
    return {f"encoder.{shift}.{key}": nothing[key] for shift in ("sub_mean", "add_mean") for key in nothing}


def _count(inner: Mapping[str, object], pattern: str) -> int:
    return sum(re.fullmatch(pattern, key) is not None for key in inner)


def _number(key: str) -> int:
    return int(key.split(".")[2])


def _outputs(inner: Mapping[str, object], key: str) -> int:
    """How many numbers a layer gives."""
    weight = inner[key]
    if not isinstance(weight, Tensor) or not weight.ndim:
        reason = message("{key} is no plain tensor of numbers", key=key[:80])
        raise ModelError("checkpoint", reason, message("download the file again"))
    return int(weight.shape[0])
