"""The installed models: those shipped with Unpixel, those that the user has added, and the built-in bicubic."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import torch

from engine.base import own_file, paths, printable, text_file, user_data, write_failure
from engine.base.errors import ModelError
from engine.base.messages import mark, message
from engine.checkpoints import checkpoint, isolated
from engine.checkpoints.model import Model
from engine.models import registry

BUILT_IN = "bicubic"
SHIPPED = Path(__file__).resolve().parents[2] / "assets" / "models"
SUFFIX = ".safetensors"
CARD = ".md"
"""Suffix of a model's card: a Markdown file beside the model file, for people."""
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,62}[a-z0-9]")
"""The allowed model names: each is a valid file name on every system."""
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Names of devices on Windows, which no file can have."""
MAX_TEXT_LENGTH = 100_000
"""Characters that are read of a card or a licence."""


def user_folder() -> Path:
    """The folder of the models that the user has added."""
    return user_data.folder() / "models"


def models() -> list[str]:
    """The names of the installed models, sorted. Their files are not checked before they are loaded."""
    found = {path.stem for folder in (SHIPPED, user_folder()) for path in folder.glob(f"*{SUFFIX}")}
    return sorted({name for name in found if NAME.fullmatch(name)} | {BUILT_IN})


def find(name: str) -> Path | None:
    """The file of an installed model, by name, or of any model, by path. None for the built-in bicubic.

    Raises ModelError if there is no such file.
    """
    if name == BUILT_IN:
        return None
    for folder in (SHIPPED, user_folder()):
        if NAME.fullmatch(name) and paths.is_file(folder / f"{name}{SUFFIX}"):
            return folder / f"{name}{SUFFIX}"
    if paths.is_file(Path(name)):
        return Path(name)
    remedy = message("choose one of {names}, or a file", names=", ".join(models()))
    raise ModelError(name[:200], message("no such model"), remedy)


def load(name: str, device: torch.device) -> Model:
    """Loads a model by name or by path, onto `device`. Raises ModelError if there is none or it does not load."""
    path = find(name)
    model = bicubic() if path is None else _load(path)
    model.net.to(device)
    return model


def _load(path: Path) -> Model:
    """Loads a model file: the shipped ones directly, every other one through the child process that checks it."""
    return checkpoint.load(path) if path.parent == SHIPPED else isolated.load(path)


@cache
def bicubic() -> Model:
    """The built-in model. It has no weights, so it can be used on every device."""
    net = registry.build(BUILT_IN, {})
    info = checkpoint.describe(BUILT_IN, {}, net, max_scale=1.0)
    return Model(replace(info, description=mark("interpolation without a network, for comparison")), net)


def describe(name: str) -> dict[str, Any]:
    """Loads a model and returns its description in JSON values. Raises ModelError if it does not load."""
    info = load(name, torch.device("cpu")).info
    return {
        "name": info.name,
        "architecture": info.architecture,
        "args": dict(info.args),
        "max_scale": info.max_scale,
        "parameters": info.parameters,
        "description": info.description,
        "licence": info.licence,
        "file": str(info.source) if info.source else None,
    }


def import_model(path: Path, name: str | None = None) -> Path:
    """Installs the model of a file under `name`, by default the file's own name, and returns the new file.

    A licence beside the file (the same name with .LICENSE) and a card (.md) are installed with it. Raises ModelError
    for a file that does not load, and for a name that is taken or not allowed.
    """
    model = isolated.load(path)
    name = (path.stem if name is None else name).lower()
    if not NAME.fullmatch(name) or RESERVED.fullmatch(name):
        remedy = message("use 2 to 64 characters of a-z, 0-9, '.', '_' and '-'")
        raise ModelError(name[:80], message("cannot be a model's name"), remedy)
    if name in models():
        raise ModelError(
            name, message("a model with this name is already installed"), message("choose another --name")
        )
    licence = model.info.licence or read_text(path.with_suffix(".LICENSE"))
    target = user_folder() / f"{name}{SUFFIX}"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        checkpoint.save_safetensors(
            target, replace(model, info=replace(model.info, name=name, licence=licence))
        )
        if card := read_text(path.with_suffix(CARD)):
            text_file.write(target.with_suffix(CARD), card)
    except OSError as error:
        raise ModelError(target, *write_failure.explained(error, target)) from error
    return target


def card(name: str) -> str:
    """The Markdown card that Unpixel ships for a model, installed or only offered for download; "" if there is none."""
    return read_text((SHIPPED / name).with_suffix(CARD))


def remove(name: str) -> None:
    """Removes one of the user's models and its card. Raises ModelError if the user has no such model."""
    path = user_folder() / f"{name}{SUFFIX}"
    if not NAME.fullmatch(name) or find(name) != path:
        remedy = message("included models cannot be removed")
        raise ModelError(name[:80], message("is not an imported model"), remedy)
    try:
        path.unlink()
        path.with_suffix(CARD).unlink(missing_ok=True)
    except OSError as error:
        reason = message("cannot be removed ({why})", why=error.strerror)
        raise ModelError(path, reason, message("remove the file manually")) from error


def read_text(path: Path) -> str:
    """The first MAX_TEXT_LENGTH characters of a text file beside a model; "" if it cannot be read."""
    try:
        start = own_file.read_start(path, 4 * MAX_TEXT_LENGTH)
    except OSError:
        return ""
    return printable.lines(start.decode("utf-8", errors="replace"), MAX_TEXT_LENGTH)
