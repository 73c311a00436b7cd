"""Names what a file is that was given as a model and is none, and says how to get the model.

A download that failed leaves a web page or a pointer; people also give archives, pictures and models of other programs.
"""

import re
from typing import NamedTuple

from engine.base.errors import ModelError
from engine.base.messages import Message, message
from engine.base.printable import one_line
from engine.checkpoints.safetensors_file import MAX_HEADER_BYTES
from engine.images import foreign_files

START_BYTES = 4096
"""First bytes that are looked at."""
TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)
MAX_TITLE = 80
LFS = b"version https://git-lfs"
PICTURES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"BM": "BMP",
}
OTHER_MODELS = (
    (0, b"GGUF", "GGUF"),
    (0, b"ggml", "GGML"),
    (4, b"TFL3", "TensorFlow Lite"),
    (0, b"\x89HDF", "Keras (HDF5)"),
    (0, b"\x93NUMPY", "NumPy"),
)
"""Offset and first bytes of models of other programs, and their names."""
PICKLES = (b"\x80\x03", b"\x80\x04", b"\x80\x05")
"""Pickles of newer protocols than the one that torch writes."""
AGAIN = message("download it again")
CONVERT = message("save its weights with torch, as LIIF does, or as safetensors of Unpixel")


class Kind(NamedTuple):
    """reason: what the file is. remedy: what to do."""

    reason: Message
    remedy: Message


def is_pickled(start: bytes) -> bool:
    """Returns whether a file begins like one of torch.save: a ZIP archive, or a pickle."""
    return start.startswith((b"PK", b"\x80\x02")) and not _is_safetensors(start)


def _is_safetensors(start: bytes) -> bool:
    """Whether a file begins with a length and an object of JSON. The length may look like anything."""
    return start[8:9] == b"{" and int.from_bytes(start[:8], "little") < MAX_HEADER_BYTES


def refuse_foreign(start: bytes, size: int) -> None:
    """Raises ModelError if the first bytes tell that a file is no model. size: of the file, in bytes."""
    kind = _kind(start[:START_BYTES], size)
    if kind is not None:
        raise ModelError("model", *kind)


def _kind(start: bytes, size: int) -> Kind | None:
    if not size:
        return Kind(message("is empty"), message("download or copy the file again"))
    if _is_safetensors(start):
        return None
    if start.startswith(LFS):
        remedy = message("fetch the file with git lfs pull, or from the page that offers it")
        return Kind(message("is a pointer of Git LFS, not the model itself"), remedy)
    return _of_another_program(start) or _picture(start) or _archive(start) or _text(start)


def _of_another_program(start: bytes) -> Kind | None:
    for offset, signature, name in OTHER_MODELS:
        if start[offset:].startswith(signature):
            return Kind(message("is a model of another program ({name})", name=name), CONVERT)
    if _is_onnx(start):
        return Kind(message("is a model of another program ({name})", name="ONNX"), CONVERT)
    if start.startswith(PICKLES):
        return Kind(message("is a pickle of Python objects, not of torch"), CONVERT)
    return None


def _is_onnx(start: bytes) -> bool:
    """Whether the file begins like an ONNX model: its version, and then the name of the program that wrote it."""
    return len(start) > 4 and start[0] == 0x08 and 0 < start[1] < 32 and start[2] in (0x12, 0x3A, 0x42)


def _picture(start: bytes) -> Kind | None:
    name = next((name for signature, name in PICTURES.items() if start.startswith(signature)), None)
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        name = "WEBP"
    if name is None or (start[:2] == b"BM" and start[6:10] != bytes(4)):
        return None
    return Kind(message("is a picture ({format}), not a model", format=name), message("open it as a picture"))


def _archive(start: bytes) -> Kind | None:
    """An archive that torch does not write: only the ZIP of `torch.save` is a model."""
    if start[:2] == b"PK":
        return None
    name = foreign_files.other_file(start)
    if name is None or foreign_files.is_text(start):
        return None
    remedy = message("if it is an archive, unpack it and choose the model in it")
    return Kind(message("is {kind}, not a model", kind=name), remedy)


def _text(start: bytes) -> Kind | None:
    if not foreign_files.is_text(start):
        return None
    title = TITLE.search(start)
    if title or re.match(rb"\s*(<!doctype html|<html|<head|<body)", start, re.IGNORECASE):
        text = title[1].decode("utf-8", "replace") if title else ""
        told = one_line(" ".join(text.split()), MAX_TITLE) or "HTML"
        remedy = message("open its address in a browser, which tells why the download failed")
        return Kind(message("is a web page ({title}), not a model", title=told), remedy)
    return Kind(message("is a text, not a model"), AGAIN)
