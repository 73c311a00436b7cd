"""Hostile checkpoints: code in pickles, tensors that lie, bombs, wrong arguments. Each is refused; no code runs."""

import io
import json
import pickle
import struct
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import safetensors.torch
import torch

from engine.base.errors import ModelError
from engine.checkpoints import checkpoint
from tests.endurance.row import Row
from tests.engine.checkpoints.model_files import (
    ARCHIVES,
    ARGUMENTS,
    LIVE_ARGUMENTS,
    TENSORS,
    WITHOUT_MODEL,
    archive,
    changed,
    nested,
    official,
    saved_files,
)
from tests.engine.networks import NAMED, network

Make = Callable[[Path], bytes]
"""Returns the bytes of a file; code in it would create the given canary."""

CALLS = (
    ("os", "mkdir"),
    ("os", "system"),
    ("posix", "system"),
    ("builtins", "eval"),
    ("builtins", "exec"),
    ("builtins", "getattr"),
    ("subprocess", "check_call"),
    ("pathlib", "Path"),
    ("importlib", "import_module"),
    ("runpy", "run_path"),
    ("torch", "load"),
    ("torch.hub", "load"),
    ("torch.serialization", "load"),
    ("numpy", "load"),
    ("shutil", "copy"),
)
"""Functions that a pickle calls with a command that creates the canary."""


class Call:
    """Unpickles as the call of a function that this process need not have."""

    def __init__(self, module: str, name: str, argument: str) -> None:
        self.module, self.name, self.argument = module, name, argument

    def pickled(self) -> bytes:
        text = self.argument.encode()
        call = b"c" + f"{self.module}\n{self.name}\n".encode() + b"X" + struct.pack("<I", len(text)) + text
        return b"\x80\x02" + call + b"\x85R."


def case(seed: int, index: int, folder: Path) -> str:
    """Loads one hostile file. The seed does not matter."""
    files = hostile()
    name, make = files[index % len(files)]
    canary, path = folder / "canary", folder / "a.pth"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path.write_bytes(make(canary))
    try:
        checkpoint.load(path)
    except ModelError as error:
        assert error.subject == str(path) and error.remedy
        assert "\n" not in str(error) and len(str(error)) < 500
    else:
        raise AssertionError(f"{name} was loaded")
    assert not canary.exists(), f"{name} ran code"
    return "refused"


@cache
def hostile() -> list[tuple[str, Make]]:
    """Returns all hostile files, by what they try."""
    return [*_code(), *_opcodes(), *_odd_tensors(), *_bombs(), *_odd_objects(), *_archives(), *_safetensors()]


def _saved(value: object, zipped: bool = True) -> bytes:
    buffer = io.BytesIO()
    torch.save(value, buffer, _use_new_zipfile_serialization=zipped)
    return buffer.getvalue()


def _code() -> Iterator[tuple[str, Make]]:
    for module, name in CALLS:
        yield f"{module}.{name}", lambda canary, m=module, n=name: Call(m, n, f"mkdir {canary}").pickled()

        def zipped(canary: Path, module: str = module, name: str = name) -> bytes:
            pickled = Call(module, name, str(canary)).pickled()
            return archive(lambda n, d: [(n, pickled if n.endswith("data.pkl") else d, 0)])

        yield f"{module}.{name} in an archive", zipped


def _opcodes() -> Iterator[tuple[str, Make]]:
    texts = {
        "INST": b"(S'mkdir {canary}'\nios\nsystem\n.",
        "OBJ": b"(cos\nsystem\nS'mkdir {canary}'\no.",
        "STACK_GLOBAL": b"\x80\x04\x8c\x02os\x8c\x06system\x93\x8c\x0emkdir {canary}\x85R.",
        "NEWOBJ": b"\x80\x02cos\nsystem\n)\x81.",
        "EXT1": b"\x80\x02\x82\x01.",
        "a long memo": b"\x80\x02Nr\xff\xff\xff\x7f.",
        "a long bytearray": b"\x80\x02cbuiltins\nbytearray\n\x8a\x06\x00\x00\x00\x00\x00\x7f\x85R.",
        "a long number": b"\x80\x02\x8b" + struct.pack("<i", 1 << 28) + bytes(1 << 12) + b".",
        "a text without an end": b"\x80\x02X\xff\xff\xff\x7fabc.",
        "an empty pickle": b"\x80\x02.",
        "PERSID": b"\x80\x02Pstorage\n.",
        "deep lists": b"\x80\x02" + b"]" * 100_000 + b"a" * 99_999 + b".",
        "deep tuples": b"\x80\x02)" + b"\x85" * 100_000 + b".",
    }
    for name, text in texts.items():
        yield name, lambda canary, text=text: text.replace(b"{canary}", str(canary).encode())


def _odd_tensors() -> Iterator[tuple[str, Make]]:
    for name, (make, _) in TENSORS.items():
        yield name, lambda _, make=make: _saved(official(sd=changed("imnet.layers.0.weight", make())))
    for name in ("stride 0", "huge stride 0", "sparse", "sparse rows", "meta", "quantised"):
        yield (
            f"{name} in the optimizer",
            lambda _, make=TENSORS[name][0]: _saved(official() | {"optimizer": make()}),
        )


def _bombs() -> Iterator[tuple[str, Make]]:
    for place in (b"}%bK\x00s.", b"]}%bK\x00sa.", b"}X\x01\x00\x00\x00a}%bK\x00ss."):
        for zipped in (True, False):
            yield f"a key that hashes for ever, {place!r}", lambda _, p=place, z=zipped: _hash_bomb(p, z)
    for levels in (8, 16, 30):
        yield f"nested to {levels}", lambda _, levels=levels: _saved({"model": nested(levels)})


def _hash_bomb(place: bytes, zipped: bool) -> bytes:
    """Pickles a table with a key that takes 2 ** 40 steps to hash. It is written by hand: no process can build it."""
    key = b")" + b"".join(b"q%c" % k + b"h%c" % k + b"\x86" for k in range(40))
    pickled = b"\x80\x02" + place.replace(b"%b", key)
    return archive(lambda n, d: [(n, pickled if n.endswith("data.pkl") else d, 0)]) if zipped else pickled


def _odd_objects() -> Iterator[tuple[str, Make]]:
    for number, args in enumerate(ARGUMENTS):
        yield f"arguments {number}", lambda _, args=args: _saved(official(args=args))
    for args in LIVE_ARGUMENTS:
        yield f"live {args}", lambda _, args=args: _saved(official("live", args=NAMED["live"][1] | args))
    for number, saved in enumerate(WITHOUT_MODEL):
        yield f"no model {number}", lambda _, saved=saved: _saved(saved)
    for value in (float("nan"), float("inf"), -float("inf")):
        yield (
            f"half of {value}",
            lambda _, v=value: _saved(
                official(
                    sd={k: t.half() for k, t in changed("imnet.layers.0.bias", torch.full((24,), v)).items()}
                )
            ),
        )


def _archives() -> Iterator[tuple[str, Make]]:
    for name, (change, _) in ARCHIVES.items():
        yield f"archive: {name}", lambda _, change=change: archive(change)
    head, legacy, _ = saved_files()
    yield "archive: only its end", lambda _: head[-100:]
    yield "archive: twice", lambda _: head[: len(head) // 2] + head
    yield "legacy: storages cut", lambda _: legacy[:-100]
    yield "legacy: another magic", lambda _: pickle.dumps(1, 2) + legacy[20:]


def _safetensors() -> Iterator[tuple[str, Make]]:
    weights = dict(network("liif").state_dict())
    good = {"format": 1, "name": "a", "architecture": "liif", "args": NAMED["liif"][1], "max_scale": 4.0}

    def described(change: dict | str, tensors: dict = weights) -> bytes:
        text = change if isinstance(change, str) else json.dumps(good | change)
        return safetensors.torch.save(tensors, {"unpixel": text})

    changes = (
        *("[]", "{}", "[" * 100_000, "1e99999999", '{"format": 1' + "0" * 5000 + "}", "null"),
        *({"format": 2}, {"max_scale": float("inf")}, {"max_scale": -1}, {"name": "x" * 1000}, {"name": 3}),
        *({"args": []}, {"architecture": "../x"}, {"licence": "x" * 200_000}, {"surprise": 1}),
    )
    for change in changes:
        yield f"description {str(change)[:40]}", lambda _, change=change: described(change)
    odd = (torch.full((24, 76), float("nan")), torch.zeros(76, 24), torch.zeros(24, 76, dtype=torch.bool))
    for value in odd:
        yield (
            f"safetensors with {value.dtype} {tuple(value.shape)}",
            lambda _, v=value: described({}, weights | {"imnet.layers.0.weight": v}),
        )
    for size in (0, 1, 1 << 22, 1 << 40, (1 << 64) - 1):
        yield f"header of {size} bytes", lambda _, size=size: struct.pack("<Q", size) + b"{}"
    yield "10,001 tensors", lambda _: described({}, {str(k): torch.zeros(1) for k in range(10_001)})
    yield (
        "offsets beyond the file",
        lambda _: _with_header({"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 1 << 40]}}),
    )
    yield (
        "a shape of 2 ** 62",
        lambda _: _with_header({"a": {"dtype": "F32", "shape": [1 << 62, 4], "data_offsets": [0, 16]}}),
    )


def _with_header(header: dict) -> bytes:
    text = json.dumps(header | {"__metadata__": {"unpixel": "{}"}}).encode()
    return struct.pack("<Q", len(text)) + text + bytes(16)


ROW = Row(
    name="hostile-models",
    fault="hostile checkpoints",
    expected="refused; no code runs; 200 MB",
    case=case,
    ci=139,
    long=139,
    seconds=10,
    memory_mb=200,
)
