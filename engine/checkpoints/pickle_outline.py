"""What a torch checkpoint's pickle would build, found out without building it.

The pickle is read with inert stand-ins: a tensor becomes a View that says which part of which storage it
shows. What official checkpoints have no need of (opcodes, globals, sparse or strided tensors, sizes that the
file does not have) is refused here, before torch sees the file: torch's own restricted unpickler lets some of
it through.
"""

import io
import pickle
import pickletools
from collections import OrderedDict
from typing import BinaryIO, NamedTuple

import torch

from engine.base.errors import ModelError
from engine.base.messages import Message, message

MOST_PICKLE = 1 << 24
MOST_MEMO = 1 << 20
FOREIGN = message("only weights as torch.save writes them are read; export the model to safetensors")
DAMAGED = message("download or copy the file again")

PLAIN = {
    "PROTO",
    "STOP",
    "MARK",
    "NONE",
    "NEWTRUE",
    "NEWFALSE",
    "BININT",
    "BININT1",
    "BININT2",
    "LONG1",
    "BINFLOAT",
}
TEXT = {"BINUNICODE", "BINPUT", "LONG_BINPUT", "BINGET", "LONG_BINGET"}
LISTS = {"EMPTY_LIST", "APPEND", "APPENDS", "EMPTY_TUPLE", "TUPLE", "TUPLE1", "TUPLE2", "TUPLE3"}
TABLES = {"EMPTY_DICT", "SETITEM", "SETITEMS"}
TENSORS = {"GLOBAL", "REDUCE", "BUILD", "BINPERSID"}
OPCODES = PLAIN | TEXT | LISTS | TABLES | TENSORS
STORAGES = {
    "FloatStorage": torch.float32,
    "HalfStorage": torch.float16,
    "BFloat16Storage": torch.bfloat16,
    "LongStorage": torch.int64,
    "IntStorage": torch.int32,
    "ShortStorage": torch.int16,
    "CharStorage": torch.int8,
    "ByteStorage": torch.uint8,
}


class Storage(NamedTuple):
    """A run of `extent` numbers that the file holds under `key`."""

    key: str
    dtype: torch.dtype
    extent: int

    @property
    def nbytes(self) -> int:
        """Bytes that it claims to have."""
        return self.extent * self.dtype.itemsize


class View(NamedTuple):
    """A tensor: a dense part of a storage."""

    storage: Storage
    shape: tuple[int, ...]


class Outline(NamedTuple):
    """value: the unpickled object with Views for tensors. storages: all that it mentions, by key."""

    value: object
    storages: dict[str, Storage]


def outline(stream: BinaryIO) -> Outline:
    """The next pickle of `stream`, which is left behind its end. Raises ModelError, its subject 'checkpoint'."""
    begin = stream.tell()
    try:
        for opcode, argument, _ in pickletools.genops(stream):
            if opcode.name not in OPCODES:
                raise _refusal(message("its pickle uses {opcode}", opcode=opcode.name), FOREIGN)
            if opcode.name == "LONG_BINPUT" and int(argument or 0) > MOST_MEMO:
                raise _refusal(message("its pickle asks for absurd memory"), FOREIGN)
        end = stream.tell()
        stream.seek(begin)
        unpickler = _Unpickler(io.BytesIO(stream.read(end - begin)))
        return Outline(unpickler.load(), unpickler.storages)
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, EOFError, UnicodeError) as error:
        raise _refusal(message("its pickle is damaged ({why})", why=type(error).__name__), DAMAGED) from error
    except (pickle.UnpicklingError, RecursionError, MemoryError, OverflowError) as error:
        raise _refusal(message("its pickle is damaged ({why})", why=type(error).__name__), DAMAGED) from error


class _Table(OrderedDict[object, object]):
    """A state dict; torch gives it one attribute, `_metadata`."""

    def __setstate__(self, state: object) -> None:
        if not isinstance(state, dict) or set(state) != {"_metadata"}:
            raise _refusal(message("a table with attributes"), FOREIGN)


class _Unpickler(pickle.Unpickler):
    """Knows the names of a checkpoint's globals, and imports none of them."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self.storages: dict[str, Storage] = {}

    def find_class(self, module: str, name: str) -> object:
        known = {
            ("collections", "OrderedDict"): _Table,
            ("torch._utils", "_rebuild_tensor_v2"): _view,
            ("torch._utils", "_rebuild_parameter"): _parameter,
        }
        if module == "torch" and name in STORAGES:
            return STORAGES[name]
        if (module, name) not in known:
            raise _refusal(message("it asks for {name}", name=f"{module}.{name}"[:108]), FOREIGN)
        return known[module, name]

    def persistent_load(self, pid: object) -> Storage:
        match pid:
            case ("storage", torch.dtype() as dtype, str(key), str(), int(count), *rest) if rest in (
                [],
                [None],
            ):
                storage = Storage(key, dtype, count)
            case _:
                raise _refusal(message("a storage of a kind unknown"), FOREIGN)
        if count < 0 or self.storages.setdefault(key, storage) != storage:
            raise _refusal(message("a storage that contradicts itself"), DAMAGED)
        return storage


def _view(storage: object, offset: object, shape: object, stride: object, *rest: object) -> View:
    """Stands for a tensor; refuses one that is not a dense part of its storage."""
    del rest  # requires_grad and hooks
    if not isinstance(storage, Storage) or not isinstance(shape, tuple) or not isinstance(stride, tuple):
        raise _refusal(message("a tensor of a kind unknown"), FOREIGN)
    if (
        len(shape) != len(stride)
        or len(shape) > 8
        or not all(type(n) is int and n >= 0 for n in (offset, *shape))
    ):
        raise _refusal(message("a tensor of an impossible shape"), DAMAGED)
    count = 1
    for extent, step in zip(reversed(shape), reversed(stride), strict=True):
        if extent > 1 and step != count:
            raise _refusal(message("a tensor that is not dense"), FOREIGN)
        count *= extent
    if offset + count > storage.extent:  # type: ignore[operator]
        raise _refusal(message("a tensor larger than its storage"), DAMAGED)
    return View(storage, shape)


def _parameter(data: object, *rest: object) -> object:
    """Stands for a parameter: its tensor."""
    del rest
    if not isinstance(data, View):
        raise _refusal(message("a parameter that is no tensor"), FOREIGN)
    return data


def _refusal(reason: Message, remedy: Message) -> ModelError:
    return ModelError("checkpoint", reason, remedy)
