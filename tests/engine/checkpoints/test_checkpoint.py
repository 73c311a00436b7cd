"""Model files: official ones load unchanged, malicious and damaged ones are refused with a reason."""

import json
import pickle
from collections import OrderedDict
from dataclasses import replace

import pytest
import safetensors.torch
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import ModelError
from engine.checkpoints import checkpoint
from engine.models.fixed import Fixed
from tests.engine.checkpoints.model_files import (
    ARCHIVES,
    ARGUMENTS,
    LIVE_ARGUMENTS,
    STORED,
    TENSORS,
    WITHOUT_MODEL,
    Canary,
    archive,
    changed,
    nested,
    official,
)
from tests.engine.networks import NAMED, model, network


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


@pytest.mark.parametrize("zipped", [True, False])
def test_code_in_a_file_is_not_run(tmp_path, zipped):
    canary, path = tmp_path / "canary", tmp_path / "a.pth"
    torch.save(official(args=Canary(canary)), path, _use_new_zipfile_serialization=zipped)
    refused(path, "mkdir")
    path.write_bytes(pickle.dumps(Canary(canary), protocol=2))
    refused(path, "mkdir")
    assert not canary.exists()


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


@pytest.mark.parametrize("args", ARGUMENTS)
def test_arguments_out_of_bounds_are_refused(tmp_path, args):
    torch.save(official(args=args), tmp_path / "a.pth")
    refused(tmp_path / "a.pth")


@pytest.mark.parametrize("args", LIVE_ARGUMENTS)
def test_arguments_of_live_are_bounded(tmp_path, args):
    torch.save(official("live", args=NAMED["live"][1] | args), tmp_path / "a.pth")
    refused(tmp_path / "a.pth")


@pytest.mark.parametrize("saved", WITHOUT_MODEL)
def test_a_file_without_a_valid_model_is_refused(tmp_path, saved):
    torch.save(saved, tmp_path / "a.pth")
    refused(tmp_path / "a.pth")


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


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_noise_is_refused(tmp_path_factory, noise):
    path = tmp_path_factory.getbasetemp() / "noise"
    for head in (b"", b"PK\x03\x04", b"\x80\x02"):
        path.write_bytes(head + noise)
        refused(path)


def test_a_model_on_another_device_is_a_copy():
    """An export may still run on the device before. `meta` is a device that every machine has."""
    original = model("live")
    moved = original.on(torch.device("meta"))
    assert {weights.device.type for weights in moved.net.parameters()} == {"meta"}
    assert {weights.device.type for weights in original.net.parameters()} == {"cpu"}
    assert original.on(torch.device("cpu")) is original and moved.info == original.info
