"""Untrusted model files go through the child process: the same models and errors, a cache, nothing unsafe to print."""

import json
import pickle
import struct

import pytest
import safetensors.torch
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import ModelError
from engine.base.printable import CONTROLS
from engine.checkpoints import checkpoint, conversion_cache, isolated, library
from engine.checkpoints.untrusted_torch_file import LEGACY_MAGIC, LEGACY_PROTOCOL
from engine.isolation import children
from tests.engine import warm_child
from tests.engine.checkpoints.test_checkpoint import nested, official
from tests.engine.networks import NAMED, model, network

pytestmark = pytest.mark.skipif(not children.SUPPORTED, reason="the system has no child process for files")


@pytest.fixture(autouse=True)
def no_more_children(monkeypatch):
    """Returns a function after which starting a job fails the test. Until then a warm child does all jobs."""
    monkeypatch.setattr(children, "run", warm_child.run)

    def run(*_):
        raise AssertionError("a job was started")

    return lambda: monkeypatch.setattr(children, "run", run)


def same(one, other):
    """Returns whether two models have the same description and bit-equal weights."""
    weights = one.net.state_dict()
    return one.info == other.info and all(
        torch.equal(value, weights[key]) for key, value in other.net.state_dict().items()
    )


def test_a_pickle_is_converted_once(tmp_path, no_more_children):
    path = tmp_path / "mine.pth"
    torch.save(official(), path)
    assert same(isolated.load(path), checkpoint.load(path))
    (stored,) = conversion_cache.folder().iterdir()
    damaged = bytearray(stored.read_bytes())
    damaged[-1] ^= 1
    stored.write_bytes(damaged)
    assert same(isolated.load(path), checkpoint.load(path))  # its hash tells, and it is converted again
    no_more_children()
    moved = path.rename(tmp_path / "other.pth")
    assert isolated.load(moved).info.name == "other"


def test_safetensors_are_checked_once(tmp_path, no_more_children):
    path = tmp_path / "a.safetensors"
    checkpoint.save_safetensors(path, model("live"))
    assert same(isolated.load(path), checkpoint.load(path))
    no_more_children()
    assert same(isolated.load(path), checkpoint.load(path))
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(AssertionError, match="a job"):
        isolated.load(path)


def test_shipped_models_are_read_directly(no_more_children):
    no_more_children()
    assert library.load("live", torch.device("cpu")).info.architecture == "live"


def test_the_cache_keeps_to_its_budget(monkeypatch):
    monkeypatch.setattr(conversion_cache, "BUDGET", 2500)
    for name in "abc":
        conversion_cache.store(name, name.encode() * 1000)
    assert conversion_cache.converted("c") == b"c" * 1000
    assert sum(path.stat().st_size for path in conversion_cache.folder().iterdir()) <= 2500


@pytest.mark.parametrize("name", ["a.pth", "a.safetensors"])
def test_a_refused_file_has_the_reason_of_the_reader(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"" if name == "a.safetensors" else b"\x80\x02Nr\xff\xff\xff\x7f.")
    with pytest.raises(ModelError) as caught:
        isolated.load(path)
    assert caught.value.subject == str(path) and "\n" not in str(caught.value)
    assert not conversion_cache.folder().exists()


def test_a_job_that_hangs_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(isolated, "SECONDS", 0.001)
    torch.save(official(), tmp_path / "a.pth")
    with pytest.raises(ModelError, match="takes longer"):
        isolated.load(tmp_path / "a.pth")


BOMB = nested(64)
PICKLES = {
    "whole": BOMB,
    "model": {"model": BOMB},
    "name": official(name=BOMB),
    "args": official(args=BOMB),
    "argument": official(args={"local_ensemble": BOMB, "encoder_spec": BOMB}),
    "inner argument": official(
        args=NAMED["liif"][1]
        | {"imnet_spec": {"name": "mlp", "args": {"out_dim": BOMB, "hidden_list": BOMB}}}
    ),
    "tensor": official(sd={"a": BOMB}),
    "weights": official(sd=BOMB),
    "optimizer": official() | {"optimizer": [BOMB, {"a": BOMB}]},
    "metadata": official() | {"epoch": {"x": [BOMB] * 9}},
}


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("place", sorted(PICKLES))
def test_a_nested_tuple_anywhere_takes_no_time(tmp_path, place, zipped):
    path = tmp_path / "a.pth"
    torch.save(PICKLES[place], path, _use_new_zipfile_serialization=zipped)
    finished_or_refused(path)


def finished_or_refused(path):
    try:
        assert checkpoint.load(path).info.architecture
    except ModelError as error:
        assert "\n" not in str(error) and len(str(error)) < 600


RAW = {
    "deep lists": b"\x80\x02" + b"]" * 50_000 + b"a" * 49_999 + b".",
    "deep tuples": b"\x80\x02)" + b"\x85" * 50_000 + b".",
    "a list in itself": b"\x80\x02]q\x00h\x00a.",
    "a table in itself": b"\x80\x02}q\x00X\x01\x00\x00\x00ah\x00s.",
    "a long integer": b"\x80\x02\x8a\xff" + b"\x7f" * 255 + b".",
    "a long integer of 4 GB": b"\x80\x02\x8b\xff\xff\xff\x7f.",
    "a text of 4 GB": b"\x80\x02X\xff\xff\xff\xffa.",
    "a state of a list": b"\x80\x02]}b.",
    "a call of a list": b"\x80\x02])R.",
    "a table made of a table": b"\x80\x02ccollections\nOrderedDict\n}\x85R.",
    "a table with attributes": b"\x80\x02ccollections\nOrderedDict\n)R}X\x01\x00\x00\x00aNsb.",
    "marks": b"\x80\x02" + b"(" * 50_000 + b".",
    "popped marks": b"\x80\x02" + b"(t" * 50_000 + b".",
    "lone surrogate": b"\x80\x02X\x03\x00\x00\x00\xed\xa0\x80.",
}


@pytest.mark.parametrize("kind", sorted(RAW))
def test_odd_pickles_are_refused(tmp_path, kind):
    path = tmp_path / "a.pth"
    path.write_bytes(RAW[kind])
    with pytest.raises(ModelError):
        checkpoint.load(path)


def legacy_with_keys(keys):
    """The first bytes of the old format with this list of storages."""
    return b"".join(pickle.dumps(each, 2) for each in (LEGACY_MAGIC, LEGACY_PROTOCOL, {}, {}, keys))


def test_a_nested_tuple_as_a_storage_of_the_old_format_is_refused(tmp_path):
    path = tmp_path / "a.pth"
    path.write_bytes(legacy_with_keys([BOMB]))
    with pytest.raises(ModelError, match="not listed"):
        checkpoint.load(path)


def test_a_storage_shared_by_many_views_is_not_copied_for_each(tmp_path):
    path = tmp_path / "a.pth"
    weights = network("liif").state_dict()
    one = torch.zeros(max(value.numel() for value in weights.values()))
    views = {key: one[: value.numel()].view(value.shape) for key, value in weights.items()}
    torch.save(official(sd=views), path)
    loaded = checkpoint.load(path)
    assert not any(bool(value.any()) for value in loaded.net.state_dict().values())


def header(text, data=b""):
    encoded = text if isinstance(text, bytes) else text.encode()
    return struct.pack("<Q", len(encoded)) + encoded + data


ENTRY = '"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}'
HEADERS = {
    "nested braces": header("{" * (4 << 20)),
    "nested objects": header('{"a":' * 500_000),
    "too long": header(" " * ((4 << 20) + 1)),
    "a million values": header("[" + "0," * 1_500_000 + "0]"),
    "a key twice": header(f"{{{ENTRY},{ENTRY}}}", bytes(4)),
    "overlap": header(f"{{{ENTRY},{ENTRY.replace(chr(34) + 'a', chr(34) + 'b')}}}", bytes(4)),
    "a gap": header('{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}', bytes(8)),
    "unknown dtype": header(f"{{{ENTRY.replace('F32', 'F99')}}}", bytes(4)),
    "half bytes": header(f"{{{ENTRY.replace('F32', 'F4')}}}", bytes(4)),
    "a negative size": header(f"{{{ENTRY.replace('[1]', '[-1,-1]')}}}", bytes(4)),
    "a huge size of nothing": header(
        '{"a":{"dtype":"F32","shape":[0,9223372036854775807,9],"data_offsets":[0,0]}}'
    ),
    "many dimensions": header(f"{{{ENTRY.replace('[1]', str([1] * 60))}}}", bytes(4)),
    "more in an entry": header(f'{{{ENTRY[:-1]},"x":1}}}}', bytes(4)),
    "numbers as metadata": header('{"__metadata__":{"unpixel":1}}'),
    "an infinite number": header('{"__metadata__":{"unpixel":"{\\"format\\":1e999}"}}'),
    "deep description": header(json.dumps({"__metadata__": {"unpixel": "[" * 100_000}})),
    "a description twice": header(json.dumps({"__metadata__": {"unpixel": '{"format":1,"format":1}'}})),
    "not UTF-8": header(b'{"\xff":1}'),
}


@pytest.mark.parametrize("kind", sorted(HEADERS))
def test_odd_headers_are_refused(tmp_path, kind):
    path = tmp_path / "a.safetensors"
    path.write_bytes(HEADERS[kind])
    with pytest.raises(ModelError) as caught:
        isolated.load(path)
    assert "\n" not in str(caught.value) and caught.value.remedy


TEXTS = st.text(st.characters(codec=None), max_size=60)


@settings(max_examples=30)
@given(TEXTS, TEXTS, TEXTS)
def test_no_text_of_a_file_steers_a_terminal(tmp_path_factory, name, description, licence):
    described = {
        "format": 1,
        "name": name,
        "architecture": "live",
        "args": NAMED["live"][1],
        "max_scale": 4.0,
    }
    described |= {"description": f"\x1b[31m\u202e{description}\ud800", "licence": f"{licence}\x07\nMIT"}
    path = tmp_path_factory.getbasetemp() / "texts.safetensors"
    path.write_bytes(safetensors.torch.save(network("live").state_dict(), {"unpixel": json.dumps(described)}))
    info = checkpoint.load(path).info
    for text in (info.name, info.description, *info.licence.split("\n")):
        assert not CONTROLS.search(text)
        text.encode("utf-8")
    assert info.licence.endswith("MIT")


def test_the_faults_of_the_shared_folder(shared):
    for name in ("st_meta_ctl", "st_surrogate"):
        info = isolated.load(shared / "faults" / f"{name}.safetensors").info
        assert not CONTROLS.search(info.name + info.description)
    with pytest.raises(ModelError, match="neither text nor a number"):
        isolated.load(shared / "faults" / "pk_hashbomb.pth")
