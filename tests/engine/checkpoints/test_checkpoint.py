"""Model files: official ones load unchanged, malicious and damaged ones are refused with a reason."""

import io
import json
import os
import pickle
import zipfile
from collections import OrderedDict
from dataclasses import replace

import numpy as np
import pytest
import safetensors.torch
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import ModelError
from engine.checkpoints import checkpoint
from engine.models.fixed import Fixed
from tests.engine.networks import NAMED, model, network


def official(kind="liif", /, **changes):
    """The object that the authors' code saves for a network. `changes` replace entries of the model."""
    architecture, args = NAMED[kind]
    spec = {"name": architecture, "args": args, "sd": network(kind).state_dict()} | changes
    optimizer = {"name": "adam", "args": {"lr": 1e-4}, "sd": {"state": {0: {"exp_avg": torch.ones(3)}}}}
    return {"model": spec, "optimizer": optimizer, "epoch": 1000}


def changed(key, value):
    """The weights with one of them replaced."""
    return network("liif").state_dict() | {key: value}


def refused(path, reason="."):
    """Asserts that loading fails with this reason, in one line that names the file and a remedy."""
    with pytest.raises(ModelError, match=reason) as caught:
        checkpoint.load(path)
    assert caught.value.subject == str(path) and caught.value.remedy
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 500


@pytest.mark.parametrize("name", sorted(NAMED))
def test_safetensors_round_trip(tmp_path, name):
    saved = model(name)
    saved = replace(saved, info=replace(saved.info, description="a test", licence="MIT"))
    checkpoint.save_safetensors(tmp_path / "a.safetensors", saved)
    loaded = checkpoint.load(tmp_path / "a.safetensors")
    scale = float(saved.net.upsampling) if isinstance(saved.net, Fixed) else 4.0
    assert loaded.info == replace(saved.info, source=tmp_path / "a.safetensors", max_scale=scale)
    assert not loaded.net.training and not any(each.requires_grad for each in loaded.net.parameters())
    for key, value in saved.net.state_dict().items():
        torch.testing.assert_close(loaded.net.state_dict()[key], value, rtol=0, atol=0)


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float16])
def test_official_round_trip(tmp_path, zipped, dtype):
    path = tmp_path / "mine.pth"
    weights = {key: value.to(dtype) for key, value in network("liif").state_dict().items()}
    torch.save(official(sd=weights), path, _use_new_zipfile_serialization=zipped)
    loaded = checkpoint.load(path)
    assert (loaded.info.name, loaded.info.architecture, loaded.info.max_scale) == ("mine", "liif", 4.0)
    assert loaded.info.parameters == sum(value.numel() for value in weights.values())
    for key, value in weights.items():
        torch.testing.assert_close(loaded.net.state_dict()[key], value.float(), rtol=0, atol=0)


def test_the_authors_file(shared):
    loaded = checkpoint.load(shared / "models" / "edsr-baseline-liif.pth")
    assert loaded.info.parameters == 1_567_323 and loaded.net.halo == 35


class Canary:
    """Unpickling it calls os.mkdir: a pickle that runs code."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


@pytest.mark.parametrize("zipped", [True, False])
def test_code_in_a_file_is_not_run(tmp_path, zipped):
    canary, path = tmp_path / "canary", tmp_path / "a.pth"
    torch.save(official(args=Canary(canary)), path, _use_new_zipfile_serialization=zipped)
    refused(path, "mkdir")
    path.write_bytes(pickle.dumps(Canary(canary), protocol=2))
    refused(path, "mkdir")
    assert not canary.exists()


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


@pytest.mark.parametrize("kind", sorted(TENSORS))
@pytest.mark.filterwarnings("ignore")
def test_odd_tensors_are_refused(tmp_path, kind):
    make, reason = TENSORS[kind]
    path = tmp_path / "a.pth"
    torch.save(official(sd=changed("imnet.layers.0.weight", make())), path)
    refused(path, reason)


def test_a_bomb_in_the_optimizer_is_refused(tmp_path):
    torch.save(official() | {"optimizer": torch.zeros(1).expand(1 << 20, 1 << 20)}, tmp_path / "a.pth")
    refused(tmp_path / "a.pth", "not dense")


def nested(levels):
    """A tuple that takes 2 ** levels steps to hash."""
    value = ()
    for _ in range(levels):
        value = (value, value)
    return value


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("extra", ["key", "item", "ordered"])
def test_a_key_that_takes_for_ever_to_hash_is_refused(tmp_path, zipped, extra):
    bomb = nested(12)
    tables = {
        "key": {bomb: 0},
        "item": {"optimizer": [{"a": {1: {bomb: "b"}, "c": 2}}]},
        "ordered": OrderedDict([(bomb, 1), ("b", 2)]),
    }
    path = tmp_path / "bomb.pth"
    torch.save({"model": {}, "extra": tables[extra]}, path, _use_new_zipfile_serialization=zipped)
    with pytest.raises(ModelError, match="neither text nor a number"):
        checkpoint.load(path)


@pytest.mark.parametrize(
    "args",
    [
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
        NAMED["liif"][1]
        | {"imnet_spec": {"name": "mlp", "args": {"out_dim": 3, "hidden_list": [1 << 20] * 4}}},
        NAMED["liif"][1] | {"imnet_spec": {"name": "mlp", "args": {"out_dim": 3, "hidden_list": []}}},
        NAMED["liif"][1] | {"imnet_spec": {"name": "siren", "args": {}}},
        NAMED["liif"][1] | {"imnet_spec": None},
        NAMED["liif"][1] | {"local_ensemble": 1},
        NAMED["liif"][1] | {"surprise": True},
        NAMED["fixed"][1] | {"imnet_spec": NAMED["liif"][1]["imnet_spec"]},
    ],
)
def test_arguments_out_of_bounds_are_refused(tmp_path, args):
    torch.save(official(args=args), tmp_path / "a.pth")
    refused(tmp_path / "a.pth")


@pytest.mark.parametrize("args", [{"order": 1000}, {"hidden": float("nan")}, {"width": True}, {"x": 1}])
def test_arguments_of_live_are_bounded(tmp_path, args):
    torch.save(official("live", args=NAMED["live"][1] | args), tmp_path / "a.pth")
    refused(tmp_path / "a.pth")


@pytest.mark.parametrize(
    "saved",
    [
        {"state": 1},
        [1, 2],
        {"model": 3},
        official(name="transformer"),
        official(name=["liif"]),
        official(sd=[]),
        official(sd={}),
        official(sd=changed("surprise", torch.ones(1))),
        official(sd={k: v for k, v in network("liif").state_dict().items() if "head" not in k}),
    ],
)
def test_a_file_without_a_valid_model_is_refused(tmp_path, saved):
    torch.save(saved, tmp_path / "a.pth")
    refused(tmp_path / "a.pth")


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


@pytest.mark.parametrize("kind", sorted(ARCHIVES))
def test_odd_archives_are_refused(tmp_path, kind):
    change, reason = ARCHIVES[kind]
    path = tmp_path / "a.pth"
    path.write_bytes(archive(change))
    refused(path, reason)


def test_an_unchanged_archive_loads(tmp_path):
    path = tmp_path / "a.pth"
    path.write_bytes(archive(lambda name, data: [(name, data, STORED)]))
    assert checkpoint.load(path).info.architecture == "liif"


def test_absurd_memory_is_not_allocated(tmp_path):
    path = tmp_path / "a.pth"
    path.write_bytes(b"\x80\x02Nr\xff\xff\xff\x7f.")  # a memo of two billion entries
    refused(path, "memory")
    path.write_bytes(b"\x80\x02cbuiltins\nbytearray\n\x8a\x06\x00\x00\x00\x00\x00\x7f\x85R.")
    refused(path, "bytearray")


def test_safetensors_are_not_trusted(tmp_path):
    path, good = tmp_path / "a.safetensors", tmp_path / "good.safetensors"
    checkpoint.save_safetensors(good, model("liif"))
    weights = safetensors.torch.load_file(good)
    path.write_bytes(safetensors.torch.save(weights))
    refused(path, "describes no model")
    for described in ("[]", "{}", "[" * 100_000, json.dumps({"format": 2})):
        path.write_bytes(safetensors.torch.save(weights, {"unpixel": described}))
        refused(path)
    for header in (b"", b"{", (1 << 40).to_bytes(8, "little") + b"{}", (2).to_bytes(8, "little") + b"{}"):
        path.write_bytes(header)
        refused(path)
    many = {str(number): torch.zeros(1) for number in range(10_001)}
    path.write_bytes(safetensors.torch.save(many, {"unpixel": "{}"}))
    refused(path, "the limit is")


def test_a_missing_file_has_a_reason(tmp_path):
    refused(tmp_path / "none.pth", "No such file")
    refused(tmp_path, "cannot be read")


def saved_files():
    """The bytes of one model as an official file, as a legacy one, and as safetensors."""
    buffer, legacy = io.BytesIO(), io.BytesIO()
    torch.save(official(), buffer)
    torch.save(official(), legacy, _use_new_zipfile_serialization=False)
    weights = network("liif").state_dict()
    described = {"format": 1, "name": "a", "architecture": "liif", "args": NAMED["liif"][1], "max_scale": 4.0}
    safe = safetensors.torch.save(weights, {"unpixel": json.dumps(described)})
    return buffer.getvalue(), legacy.getvalue(), safe


@pytest.mark.parametrize("kind", range(3))
@pytest.mark.filterwarnings("ignore")
def test_a_damaged_file_loads_or_raises_a_model_error(tmp_path, kind):
    data = np.frombuffer(saved_files()[kind], dtype=np.uint8)
    random, path = np.random.default_rng(kind), tmp_path / "a"
    for trial in range(120):
        damaged = data.copy()
        if trial % 3:
            reach = 12_000 if trial % 3 == 1 else len(damaged)
            damaged[random.integers(0, min(reach, len(damaged)), random.integers(1, 6))] = random.integers(
                0, 256
            )
        else:
            damaged = damaged[: random.integers(0, len(damaged))]
        path.write_bytes(damaged.tobytes())
        try:
            checkpoint.load(path)
        except ModelError as error:
            assert error.subject == str(path)


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_noise_is_refused(tmp_path_factory, noise):
    path = tmp_path_factory.getbasetemp() / "noise"
    for head in (b"", b"PK\x03\x04", b"\x80\x02"):
        path.write_bytes(head + noise)
        refused(path)
