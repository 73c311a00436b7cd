"""Reads the pickle of a torch checkpoint without building any tensor and without importing anything.

Inert placeholders stand for the objects in it: a tensor becomes a View, a description of a part of a storage.
Everything that official checkpoints do not use is refused here, before torch reads the file: other opcodes and globals,
sparse or strided tensors, sizes that the file does not have. torch's own restricted unpickler accepts some of these.

untrusted_torch_file.py calls this file, which calls pickle_keys.py before it unpickles.
"""

import io
import pickle
import pickletools
from collections import OrderedDict
from typing import BinaryIO, NamedTuple

import torch

from engine.base.errors import ModelError
from engine.base.messages import Message, message
from engine.checkpoints.pickle_keys import KeyCheck

MAX_PICKLE_BYTES = 1 << 22
"""The pickle of a checkpoint without its tensors; the authors' largest take some 100 KB."""
MAX_MEMO = 1 << 20
FOREIGN = message("only weights written by torch.save can be read; export the model to safetensors")
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


UNPICKLING_ERRORS = (
    pickle.UnpicklingError,
    ValueError,  # UnicodeError, too
    TypeError,
    IndexError,
    KeyError,
    AttributeError,
    EOFError,
    RecursionError,
    MemoryError,
    OverflowError,
)
"""What a damaged pickle can make the unpickler raise."""


class Storage(NamedTuple):
    """A storage of `extent` numbers that the file declares under `key`."""

    key: str
    dtype: torch.dtype
    extent: int

    @property
    def nbytes(self) -> int:
        """Its declared size in bytes."""
        return self.extent * self.dtype.itemsize


class View(NamedTuple):
    """Placeholder of a tensor: a dense part of a storage."""

    storage: Storage
    shape: tuple[int, ...]


class Outline(NamedTuple):
    """The content of a pickle. value: its object, with Views in place of tensors. storages: all storages, by key."""

    value: object
    storages: dict[str, Storage]


def outline(stream: BinaryIO) -> Outline:
    """Reads the next pickle of `stream`, up to its end. Raises ModelError with the subject 'checkpoint'."""
    begin = stream.tell()
    try:
        keys = KeyCheck(lambda: refusal(message("a table key that is neither text nor a number"), FOREIGN))
        for opcode, argument, _ in pickletools.genops(stream):
            if opcode.name not in OPCODES:
                raise refusal(message("its pickle uses {opcode}", opcode=opcode.name), FOREIGN)
            if opcode.name == "LONG_BINPUT" and int(argument or 0) > MAX_MEMO:
                raise refusal(message("its pickle requests an unreasonable amount of memory"), FOREIGN)
            keys.follow(opcode.name, argument)
        end = stream.tell()
        stream.seek(begin)
        unpickler = _Unpickler(io.BytesIO(stream.read(end - begin)))
        return Outline(unpickler.load(), unpickler.storages)
    except UNPICKLING_ERRORS as error:
        raise refusal(message("its pickle is damaged ({why})", why=type(error).__name__), DAMAGED) from error


class _StateDict(OrderedDict[object, object]):
    """Placeholder of a state dict. torch gives it one attribute, `_metadata`, and no initial items."""

    def __init__(self) -> None:
        super().__init__()

    def __setstate__(self, state: object) -> None:
        if not isinstance(state, dict) or set(state) != {"_metadata"}:
            raise refusal(message("a table with attributes"), FOREIGN)


class _Unpickler(pickle.Unpickler):
    """Maps the globals of a checkpoint to placeholders. Imports nothing; refuses other globals."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self.storages: dict[str, Storage] = {}

    def find_class(self, module: str, name: str) -> object:
        known = {
            ("collections", "OrderedDict"): _StateDict,
            ("torch._utils", "_rebuild_tensor_v2"): _view,
            ("torch._utils", "_rebuild_parameter"): _parameter,
        }
        if module == "torch" and name in STORAGES:
            return STORAGES[name]
        if (module, name) not in known:
            raise refusal(message("it requires {name}", name=f"{module}.{name}"[:108]), FOREIGN)
        return known[module, name]

    def persistent_load(self, pid: object) -> Storage:
        match pid:
            case ("storage", torch.dtype() as dtype, str(key), str(), int(count), *rest) if rest in (
                [],
                [None],
            ):
                storage = Storage(key, dtype, count)
            case _:
                raise refusal(message("a storage of unknown type"), FOREIGN)
        if count < 0 or self.storages.setdefault(key, storage) != storage:
            raise refusal(message("an inconsistent storage"), DAMAGED)
        return storage


def _view(storage: object, offset: object, shape: object, stride: object, *rest: object) -> View:
    """Placeholder of `_rebuild_tensor_v2`. Refuses a tensor that is not a dense part of its storage."""
    del rest  # requires_grad and hooks
    if not isinstance(storage, Storage) or not isinstance(shape, tuple) or not isinstance(stride, tuple):
        raise refusal(message("a tensor of unknown type"), FOREIGN)
    if (
        len(shape) != len(stride)
        or len(shape) > 8
        or not all(type(n) is int and n >= 0 for n in (offset, *shape))
    ):
        raise refusal(message("a tensor of invalid shape"), DAMAGED)
    count = 1
    for extent, step in zip(reversed(shape), reversed(stride), strict=True):
        if extent > 1 and step != count:
            raise refusal(message("a tensor that is not dense"), FOREIGN)
        count *= extent
    if offset + count > storage.extent:  # type: ignore[operator]
        raise refusal(message("a tensor larger than its storage"), DAMAGED)
    return View(storage, shape)


def _parameter(data: object, *rest: object) -> object:
    """Placeholder of `_rebuild_parameter`: returns the parameter's tensor."""
    del rest
    if not isinstance(data, View):
        raise refusal(message("a parameter that is not a tensor"), FOREIGN)
    return data


def refusal(reason: Message, remedy: Message) -> ModelError:
    """The error for a file that is not accepted. Its subject becomes the file's path in `checkpoint.load`."""
    return ModelError("checkpoint", reason, remedy)
