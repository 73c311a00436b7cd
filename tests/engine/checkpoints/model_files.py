"""Model files for tests: valid ones, and those that must be refused."""

import io
import json
import os
import zipfile

import safetensors.torch
import torch

from tests.engine.networks import NAMED, network


def official(kind="liif", /, **changes):
    """The object that the authors' code saves for a network. `changes` replace entries of the model."""
    architecture, args = NAMED[kind]
    spec = {"name": architecture, "args": args, "sd": network(kind).state_dict()} | changes
    optimizer = {"name": "adam", "args": {"lr": 1e-4}, "sd": {"state": {0: {"exp_avg": torch.ones(3)}}}}
    return {"model": spec, "optimizer": optimizer, "epoch": 1000}


def changed(key, value):
    """The weights with one of them replaced."""
    return network("liif").state_dict() | {key: value}


class Canary:
    """Unpickling it calls os.mkdir: a pickle that runs code."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


TENSORS = {
    "stride 0": (lambda: torch.zeros(1).expand(24, 76), "not dense"),
    "huge stride 0": (lambda: torch.zeros(1).expand(1 << 20, 1 << 16), "not dense"),
    "transposed": (lambda: torch.zeros(76, 24).T, "not dense"),
    "sparse": (lambda: torch.zeros(24, 76).to_sparse(), "sparse"),
    "sparse rows": (lambda: torch.eye(24).to_sparse_csr(), "sparse"),
    "meta": (lambda: torch.zeros(24, 76, device="meta"), "meta"),
    "quantised": (lambda: torch.quantize_per_tensor(torch.zeros(24, 76), 0.1, 0, torch.qint8), "q"),
    "complex": (lambda: torch.zeros(24, 76, dtype=torch.complex64), "Complex"),
    "NaN": (lambda: torch.full((24, 76), float("nan")), "finite"),
    "infinite": (lambda: torch.full((24, 76), float("inf")), "finite"),
    "wrong shape": (lambda: torch.zeros(76, 24), "not"),
    "text": (lambda: "weights", "not a plain tensor"),
}


def nested(levels):
    """A tuple that takes 2 ** levels steps to hash."""
    value = ()
    for _ in range(levels):
        value = (value, value)
    return value


ARGUMENTS = [
    {},
    None,
    {"encoder_spec": "edsr"},
    {"encoder_spec": {"name": "vit", "args": {}}},
    {"encoder_spec": {"name": "edsr-baseline", "args": {"no_upsampling": True, "n_feats": 1 << 40}}},
    {"encoder_spec": {"name": "edsr-baseline", "args": {"no_upsampling": True, "n_resblocks": -1}}},
    {"encoder_spec": {"name": "edsr-baseline", "args": {"no_upsampling": True, "n_feats": 8.5}}},
    {
        "encoder_spec": {
            "name": "edsr",
            "args": {"no_upsampling": True, "n_feats": 1024, "n_resblocks": 128},
        }
    },
    NAMED["liif"][1] | {"imnet_spec": {"name": "mlp", "args": {"out_dim": 3, "hidden_list": [1 << 20] * 4}}},
    NAMED["liif"][1] | {"imnet_spec": {"name": "mlp", "args": {"out_dim": 3, "hidden_list": []}}},
    NAMED["liif"][1] | {"imnet_spec": {"name": "siren", "args": {}}},
    NAMED["liif"][1] | {"imnet_spec": None},
    NAMED["liif"][1] | {"local_ensemble": 1},
    NAMED["liif"][1] | {"surprise": True},
    NAMED["fixed"][1] | {"imnet_spec": NAMED["liif"][1]["imnet_spec"]},
]
"""Arguments of a LIIF that are refused."""


LIVE_ARGUMENTS = [{"order": 1000}, {"hidden": float("nan")}, {"width": True}, {"x": 1}]

WITHOUT_MODEL = [
    {"state": 1},
    [1, 2],
    {"model": 3},
    official(name="transformer"),
    official(name=["liif"]),
    official(sd=[]),
    official(sd={}),
    official(sd=changed("surprise", torch.ones(1))),
    official(sd={k: v for k, v in network("liif").state_dict().items() if "head" not in k}),
]
"""Saved objects without a valid model."""


def archive(change):
    """An official file with changed records. change: (name, bytes) -> [(name, bytes, compression)]."""
    buffer, out = io.BytesIO(), io.BytesIO()
    torch.save(official(), buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            for record, data, compression in change(name, source.read(name)):
                target.writestr(record, data, compression)
    return out.getvalue()


STORED, DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
ARCHIVES = {
    "compressed": (lambda n, d: [(n, d, DEFLATED)], "compressed"),
    "parent folder": (
        lambda n, d: [(n, d, STORED), (n + "/../x", b"", STORED)],
        "names that torch.save does not use",
    ),
    "two folders": (
        lambda n, d: [(n, d, STORED), ("other/" + n, b"", STORED)],
        "names that torch.save does not use",
    ),
    "the same in capitals": (
        lambda n, d: [(n, d, STORED), (n.upper().replace("A.PTH", "a.pth"), d, STORED)],
        "names that torch.save does not use",
    ),
    "script": (
        lambda n, d: [(n, d, STORED), (n.replace("version", "constants.pkl"), d, STORED)][-1:],
        "TorchScript",
    ),
    "short record": (lambda n, d: [(n, d[:-4] if "/data/" in n else d, STORED)], "data is missing"),
    "long record": (lambda n, d: [(n, d + b"0000" if "/data/" in n else d, STORED)], "data is missing"),
    "no pickle": (lambda n, d: [] if n.endswith("data.pkl") else [(n, d, STORED)], "without a checkpoint"),
}


def saved_files():
    """The bytes of one model as an official file, as a legacy one, and as safetensors."""
    buffer, legacy = io.BytesIO(), io.BytesIO()
    torch.save(official(), buffer)
    torch.save(official(), legacy, _use_new_zipfile_serialization=False)
    weights = network("liif").state_dict()
    described = {"format": 1, "name": "a", "architecture": "liif", "args": NAMED["liif"][1], "max_scale": 4.0}
    safe = safetensors.torch.save(weights, {"unpixel": json.dumps(described)})
    return buffer.getvalue(), legacy.getvalue(), safe
