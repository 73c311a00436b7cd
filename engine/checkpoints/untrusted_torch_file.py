"""Reads an untrusted file of torch.save, in its old or new format. It is checked completely before torch reads it.

checkpoint.py calls this file, which calls pickle_outline.py for each pickle in the file.
"""

import pickle
import zipfile
from typing import BinaryIO

import torch

from engine.base.messages import Message, message
from engine.checkpoints import pickle_outline
from engine.checkpoints.model_kinds import CONVERT
from engine.checkpoints.pickle_outline import DAMAGED, FOREIGN, MAX_PICKLE_BYTES, Storage, refusal

MAX_RECORDS = 20_000
END_OF_ARCHIVE = b"PK\x05\x06"
MAX_END_BYTES = 1 << 17
"""Bytes at the end of an archive, in which its directory's end must lie."""
UNPACK = message("unpack it, and choose the model in it")
LEGACY_MAGIC = 0x1950A86A20F9469CFC6C
LEGACY_PROTOCOL = 1001


def unpickle(file: BinaryIO) -> object:
    """The saved object: plain values, and dense CPU tensors, all bytes of which are in the file.

    Runs no code of the file. Raises ModelError with the subject 'checkpoint'.
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
        raise refusal(message("torch cannot read it ({why})", why=type(error).__name__), DAMAGED) from error
    except pickle.UnpicklingError as error:
        raise refusal(message("torch rejects its pickle"), FOREIGN) from error
    return value


def _check_zip(file: BinaryIO, size: int) -> None:
    """Checks the format since torch 1.6: a zip archive of uncompressed records, all in one folder."""
    try:
        with zipfile.ZipFile(file) as archive:
            if not any(name.endswith("/data.pkl") for name in archive.namelist()):
                raise refusal(message("is an archive without a checkpoint of torch"), UNPACK)
            records = _records(archive.infolist(), size)
            pickled = records.get("data.pkl")
            if pickled is None or pickled.file_size > MAX_PICKLE_BYTES:
                raise refusal(message("is an archive without a checkpoint of torch"), UNPACK)
            with archive.open(pickled) as stream:
                outline = pickle_outline.outline(stream)  # type: ignore[arg-type]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise refusal(_archive_damage(file), DAMAGED) from error
    for key, storage in outline.storages.items():
        record = records.get(f"data/{key}")
        if record is None or record.file_size != storage.nbytes:
            raise refusal(message("a tensor whose data is missing"), DAMAGED)


def _archive_damage(file: BinaryIO) -> Message:
    """Returns what is wrong with an archive that cannot be read: its directory is at its end."""
    file.seek(max(0, file.seek(0, 2) - MAX_END_BYTES))
    whole = END_OF_ARCHIVE in file.read()
    return message("is a damaged archive") if whole else message("is incomplete: its end is missing")


def _records(entries: list[zipfile.ZipInfo], size: int) -> dict[str, zipfile.ZipInfo]:
    """The records, by their names within the folder of the archive."""
    if not entries or len(entries) > MAX_RECORDS:
        raise refusal(message("an archive of {count} records", count=len(entries)), FOREIGN)
    top = entries[0].filename.split("/")[0] + "/"
    records: dict[str, zipfile.ZipInfo] = {}
    lower_names = set()
    for entry in entries:
        name = entry.filename
        if entry.compress_type != zipfile.ZIP_STORED or entry.compress_size != entry.file_size:
            raise refusal(message("is a compressed archive, which torch does not write"), UNPACK)
        well_named = (
            name.startswith(top) and ".." not in name and "\\" not in name and not entry.flag_bits & 1
        )
        if not well_named or name.lower() in lower_names:  # torch ignores case when it looks up a record
            raise refusal(message("records with names that torch.save does not use"), FOREIGN)
        lower_names.add(name.lower())
        records[name.removeprefix(top)] = entry
    if sum(entry.file_size for entry in entries) > size:
        raise refusal(message("records larger than the file"), DAMAGED)
    if "constants.pkl" in records:
        raise refusal(message("is a TorchScript program, not its weights alone"), CONVERT)
    return records


def _check_legacy(file: BinaryIO, size: int) -> None:
    """Checks the format before torch 1.6: five pickles, then the storages one after another, each after its length."""
    magic, protocol = pickle_outline.outline(file).value, pickle_outline.outline(file).value
    if magic != LEGACY_MAGIC or protocol != LEGACY_PROTOCOL:
        raise refusal(message("is not a torch checkpoint"), FOREIGN)
    pickle_outline.outline(file)  # describes the system that wrote it
    storages = pickle_outline.outline(file).storages
    keys = pickle_outline.outline(file).value
    # Only texts are compared: a nested value could take for ever.
    if (
        not isinstance(keys, list)
        or not all(isinstance(key, str) for key in keys)
        or sorted(keys) != sorted(storages)
    ):
        raise refusal(message("storages that are not listed"), DAMAGED)
    position = file.tell()
    for key in keys:
        position = _end_of_storage(file, storages[key], position)
    if position > size:
        raise refusal(message("a tensor whose data is missing"), DAMAGED)


def _end_of_storage(file: BinaryIO, storage: Storage, position: int) -> int:
    """The position after the storage at `position`. Raises ModelError if its length is not the declared one."""
    file.seek(position)
    if int.from_bytes(file.read(8), "little") != storage.extent:
        raise refusal(message("a tensor whose data is missing"), DAMAGED)
    return position + 8 + storage.nbytes
