"""Loads untrusted model files through a limited child process (engine/isolation), which checks and converts them.

A pickle is converted to safetensors by the child, which needs torch for it. The conversion is cached, so only the first
load pays for that. This process reads nothing but safetensors that the child has checked.
"""

import hashlib
from pathlib import Path
from typing import BinaryIO

from engine.base.errors import ModelError
from engine.base.messages import message
from engine.base.regular_file import open_regular
from engine.checkpoints import checkpoint, conversion_cache, model_kinds
from engine.checkpoints.checkpoint import MAX_BYTES
from engine.checkpoints.model import Model
from engine.isolation import children
from engine.isolation.job import Job

SECONDS = 60.0
"""Limit for a conversion. It takes 0.2 s, and the import of torch takes up to 20 s from a slow disk."""
SECONDS_PER_GB = 30.0
PIECE = 1 << 20


def load(path: Path) -> Model:
    """Loads the model of a file as `checkpoint.load` does, with the same errors. Any thread."""
    if not children.SUPPORTED:
        return checkpoint.load(path)
    try:
        with open_regular(path) as file:
            size = file.seek(0, 2)
            if size > MAX_BYTES:
                limit = message("the limit is {limit} GB", limit=MAX_BYTES >> 30)
                raise ModelError(path, message("too large for a model"), limit)
            file.seek(0)
            start = file.read(model_kinds.START_BYTES)
            model_kinds.refuse_foreign(start, size)
            pickled = model_kinds.is_pickled(start)
            return _load_pickle(path, file, size) if pickled else _load_safetensors(path, file, size)
    except ModelError as error:
        raise ModelError(path, error.reason, error.remedy) from error
    except OSError as error:
        reason = message("cannot be read ({why})", why=error.strerror or error)
        raise ModelError(path, reason, message("use another file")) from error


def _load_pickle(path: Path, file: BinaryIO, size: int) -> Model:
    digest = _sha256(file)
    cached = conversion_cache.converted(digest)
    if cached is not None:
        try:
            return checkpoint.from_bytes(cached, path)
        except ModelError:  # damaged on the disk: its own hash says so
            conversion_cache.forget(digest)
    data = _run(path, file, size, pickled=True)
    model = checkpoint.from_bytes(data, path)
    if _sha256(file) == digest:  # nobody has written to it meanwhile
        conversion_cache.store(digest, data)
    return model


def _load_safetensors(path: Path, file: BinaryIO, size: int) -> Model:
    file.seek(0)
    data = file.read()
    digest = hashlib.sha256(data).hexdigest()
    if not conversion_cache.was_checked(digest):
        data = _run(path, file, size, pickled=False)
        conversion_cache.store(hashlib.sha256(data).hexdigest(), None)
    return checkpoint.from_bytes(data, path)


def _run(path: Path, file: BinaryIO, size: int, pickled: bool) -> bytes:
    """Returns the safetensors file that the child gives. Raises ModelError."""
    seconds = SECONDS + SECONDS_PER_GB * size / (1 << 30)
    # Weights of a pickle are never larger than its file; the description is.
    most_bytes = size + (1 << 20)
    job = Job(
        "model",
        path,
        ModelError,
        seconds,
        seconds,
        most_bytes,
        arguments={"pickled": pickled},
        keep=not pickled,
    )
    (data,) = children.run(job, file, _never_cancel).arrays or (None,)
    if data is None or data.dtype != "uint8" or data.ndim != 1:
        reason = message("made the process that reads it give a wrong answer")
        raise ModelError(path, reason, message("do not open it; it was probably made to do harm"))
    return data.tobytes()


def _never_cancel() -> None:
    """A model's loading is not cancelled."""


def _sha256(file: BinaryIO) -> str:
    file.seek(0)
    found = hashlib.sha256()
    while piece := file.read(PIECE):
        found.update(piece)
    return found.hexdigest()
