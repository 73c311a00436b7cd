"""Reads safetensors from memory, with limits, and seals them with a SHA-256 of the whole file.

The seal is a hash inside the file's own metadata, so that it goes wherever the file is copied. It is computed with
ZEROS in its place. A file of another program has no seal.
"""

import hashlib
import json
from collections.abc import Mapping
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.base import bounded_json
from engine.base.errors import ModelError
from engine.base.messages import message

MAX_HEADER_BYTES = 4 << 20
MAX_TENSORS = 10_000
MAX_DIMENSIONS = 8
MAX_NUMBERS = 1 << 40
"""Numbers of a tensor, with 1 in place of a size of 0."""
METADATA = "__metadata__"
ITEM_BYTES = {"F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1}
"""Bytes of a number, by the dtypes that are read."""
SEAL = "sha256"
ZEROS = "0" * 64
DAMAGED = message("download or copy the file again")
FOREIGN = message("use a model made for this version of Unpixel")
SUBJECT = "safetensors"

if TYPE_CHECKING:
    from torch import Tensor  # the child process that checks a header does without torch


class Content(NamedTuple):
    """metadata: the texts of the file. tensors: by name, on the CPU."""

    metadata: dict[str, str]
    tensors: "dict[str, Tensor]"


def check(data: bytes) -> dict[str, str]:
    """Checks the header of a safetensors file, without torch. Returns its metadata.

    Raises ModelError with the subject 'safetensors'.
    """
    header = _header(data)
    metadata = header.pop(METADATA, {})
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        raise ModelError(SUBJECT, message("its metadata is not a table of texts"), FOREIGN)
    if len(header) > MAX_TENSORS:
        limit = message("the limit is {limit}", limit=MAX_TENSORS)
        raise ModelError(SUBJECT, message("{count} tensors", count=len(header)), limit)
    sizes = [_size(name, entry) for name, entry in header.items()]
    if sum(sizes) != len(data) - _header_end(data):
        raise ModelError(SUBJECT, message("its tensors do not fill the file"), DAMAGED)
    return metadata


def parse(data: bytes) -> Content:
    """Returns the content of a safetensors file. Raises ModelError with the subject 'safetensors'."""
    import safetensors.torch

    metadata = check(data)
    try:
        return Content(metadata, safetensors.torch.load(data))
    except safetensors.SafetensorError as error:  # the offsets overlap, or leave gaps
        raise ModelError(SUBJECT, message("its table of tensors is damaged"), DAMAGED) from error


def load_table(text: str | bytes) -> dict[str, Any]:
    """Returns a JSON object within the limits of `bounded_json`. Raises ValueError for anything else."""
    table = bounded_json.parse(text if isinstance(text, str) else text.decode("utf-8"))
    if not isinstance(table, dict):
        raise ValueError("not an object")
    return table


def sealed(tensors: "Mapping[str, Tensor]", key: str, description: Mapping[str, object]) -> bytes:
    """Returns a safetensors file with `description` as JSON under `key` of its metadata, and with a seal."""
    import safetensors.torch

    text = json.dumps({**description, SEAL: ZEROS})
    data = safetensors.torch.save(dict(tensors), {key: text})
    return data.replace(_written(ZEROS), _written(hashlib.sha256(data).hexdigest()), 1)


def check_seal(data: bytes, seal: str) -> None:
    """Raises ModelError unless `seal`, the one in the metadata of the file `data`, is the hash of the file."""
    end = _header_end(data)
    header = data[:end]
    if header.count(_written(seal)) == 1:
        found = hashlib.sha256(header.replace(_written(seal), _written(ZEROS)))
        found.update(memoryview(data)[end:])
        if found.hexdigest() == seal:
            return
    raise ModelError(SUBJECT, message("its content differs from its SHA-256"), DAMAGED)


def _written(seal: str) -> bytes:
    """Returns the seal as it stands in a header: as JSON within a JSON string."""
    return json.dumps(json.dumps({SEAL: seal})[1:-1])[1:-1].encode()


def _header_end(data: bytes) -> int:
    return 8 + int.from_bytes(data[:8], "little")


def _header(data: bytes) -> dict[str, Any]:
    end = _header_end(data)
    if not 10 <= end <= min(len(data), 8 + MAX_HEADER_BYTES):
        raise ModelError(SUBJECT, message("neither a checkpoint nor safetensors"), FOREIGN)
    try:
        return load_table(data[8:end])
    except ValueError as error:
        raise ModelError(SUBJECT, message("its header is damaged"), DAMAGED) from error


def _size(name: str, entry: object) -> int:
    """Returns the bytes of the tensor that an entry of the header describes. Raises ModelError for a wrong entry."""
    match entry:
        case {"dtype": str(dtype), "shape": list(shape), "data_offsets": [int(begin), int(end)], **rest} if (
            not rest
            and dtype in ITEM_BYTES
            and len(shape) <= MAX_DIMENSIONS
            and all(type(extent) is int and extent >= 0 for extent in shape)
            and prod(max(1, extent) for extent in shape)
            <= MAX_NUMBERS  # torch counts the numbers of empty ones
            and end - begin == prod(shape) * ITEM_BYTES[dtype]
        ):
            return end - begin
    raise ModelError(SUBJECT, message("{key} is not a plain tensor of numbers", key=name[:80]), FOREIGN)
