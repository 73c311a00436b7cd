"""A file of torch.save, either format, from nobody knows where: looked through first, then read by torch."""

import pickle
import zipfile
from typing import BinaryIO

import torch

from engine.base.errors import ModelError
from engine.base.messages import Message, message
from engine.checkpoints import pickle_outline
from engine.checkpoints.pickle_outline import DAMAGED, FOREIGN, MOST_PICKLE, Storage

MOST_RECORDS = 20_000
LEGACY_MAGIC = 0x1950A86A20F9469CFC6C
LEGACY_PROTOCOL = 1001


def unpickle(file: BinaryIO) -> object:
    """What was saved: plain values, and dense tensors on the CPU whose bytes the file has. Runs no code of
    the file.

    Raises ModelError, its subject 'checkpoint'.
    """
    size = file.seek(0, 2)
    file.seek(0)
    zipped = file.read(2) == b"PK"
    file.seek(0)
    if zipped:
        _check_zip(file, size)
    else:
        _check_legacy(file, size)
    file.seek(0)
    try:
        value: object = torch.load(file, weights_only=True, mmap=False, map_location="cpu")
    except (RuntimeError, ValueError, TypeError, LookupError, AttributeError, EOFError, MemoryError) as error:
        raise _refusal(message("torch cannot read it ({why})", why=type(error).__name__), DAMAGED) from error
    except pickle.UnpicklingError as error:
        raise _refusal(message("torch refuses its pickle"), FOREIGN) from error
    return value


def _check_zip(file: BinaryIO, size: int) -> None:
    """The format since torch 1.6: an archive of stored records, all in one folder."""
    try:
        with zipfile.ZipFile(file) as archive:
            records = _records(archive.infolist(), size)
            pickled = records.get("data.pkl")
            if pickled is None or pickled.file_size > MOST_PICKLE:
                raise _refusal(message("an archive without a checkpoint"), FOREIGN)
            with archive.open(pickled) as stream:
                outline = pickle_outline.outline(stream)  # type: ignore[arg-type]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise _refusal(message("a damaged archive"), DAMAGED) from error
    for key, storage in outline.storages.items():
        record = records.get(f"data/{key}")
        if record is None or record.file_size != storage.nbytes:
            raise _refusal(message("a tensor whose bytes are not there"), DAMAGED)


def _records(entries: list[zipfile.ZipInfo], size: int) -> dict[str, zipfile.ZipInfo]:
    """The records by their names within the archive's folder."""
    if not entries or len(entries) > MOST_RECORDS:
        raise _refusal(message("an archive of {count} records", count=len(entries)), FOREIGN)
    top = entries[0].filename.split("/")[0] + "/"
    records: dict[str, zipfile.ZipInfo] = {}
    seen = set()
    for entry in entries:
        name = entry.filename
        if entry.compress_type != zipfile.ZIP_STORED or entry.compress_size != entry.file_size:
            raise _refusal(
                message("compressed records"), message("torch.save writes none: the file was repacked")
            )
        # torch finds records by name whatever their case
        known = name.startswith(top) and ".." not in name and "\\" not in name and not entry.flag_bits & 1
        if not known or name.lower() in seen:
            raise _refusal(message("records named as torch.save names none"), FOREIGN)
        seen.add(name.lower())
        records[name.removeprefix(top)] = entry
    if sum(entry.file_size for entry in entries) > size:
        raise _refusal(message("records larger than the file"), DAMAGED)
    if "constants.pkl" in records:
        raise _refusal(message("a TorchScript program"), FOREIGN)
    return records


def _check_legacy(file: BinaryIO, size: int) -> None:
    """The format before torch 1.6: five pickles, then the storages one after another, each behind its length."""
    magic, protocol = pickle_outline.outline(file).value, pickle_outline.outline(file).value
    if magic != LEGACY_MAGIC or protocol != LEGACY_PROTOCOL:
        raise _refusal(message("no checkpoint of torch"), FOREIGN)
    pickle_outline.outline(file)  # the system it was written on
    storages = pickle_outline.outline(file).storages
    keys = pickle_outline.outline(file).value
    if not isinstance(keys, list) or sorted(map(str, keys)) != sorted(storages):
        raise _refusal(message("storages that are not listed"), DAMAGED)
    position = file.tell()
    for key in keys:
        position = _skip(file, storages[key], position)
    if position > size:
        raise _refusal(message("a tensor whose bytes are not there"), DAMAGED)


def _skip(file: BinaryIO, storage: Storage, position: int) -> int:
    """Where the storage at `position` ends."""
    file.seek(position)
    if int.from_bytes(file.read(8), "little") != storage.extent:
        raise _refusal(message("a tensor whose bytes are not there"), DAMAGED)
    return position + 8 + storage.nbytes


def _refusal(reason: Message, remedy: Message) -> ModelError:
    return ModelError("checkpoint", reason, remedy)
