"""The installed models: those that come with Unpixel, those that the user has added, and bicubic."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import torch

from engine.base import text_file, user_data
from engine.base.errors import ModelError
from engine.base.messages import mark, message
from engine.checkpoints import checkpoint
from engine.checkpoints.model import Model
from engine.models import registry

BUILT_IN = "bicubic"
SHIPPED = Path(__file__).resolve().parents[2] / "assets" / "models"
SUFFIX = ".safetensors"
CARD = ".md"
"""Of what a person should know of a model, beside its file."""
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,62}[a-z0-9]")
"""What a model may be called: it is a file's name, on any system."""
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
MOST_TEXT = 100_000


def user_folder() -> Path:
    """Where the user's models are."""
    return user_data.folder() / "models"


def models() -> list[str]:
    """The names of the installed models, in order; whether their files are sound is seen when they are loaded."""
    found = {path.stem for folder in (SHIPPED, user_folder()) for path in folder.glob(f"*{SUFFIX}")}
    return sorted({name for name in found if NAME.fullmatch(name)} | {BUILT_IN})


def find(name: str) -> Path | None:
    """The file of an installed model's name, or of a path; None for the built-in bicubic.

    Raises ModelError where there is none.
    """
    if name == BUILT_IN:
        return None
    for folder in (SHIPPED, user_folder()):
        if NAME.fullmatch(name) and (folder / f"{name}{SUFFIX}").is_file():
            return folder / f"{name}{SUFFIX}"
    if Path(name).is_file():
        return Path(name)
    remedy = message("installed are {names}; or give a file", names=", ".join(models()))
    raise ModelError(name[:200], message("no such model"), remedy)


def load(name: str, device: torch.device) -> Model:
    """The model of a name or of a path, on `device`. Raises ModelError."""
    path = find(name)
    model = bicubic() if path is None else checkpoint.load(path)
    model.net.to(device)
    return model


@cache
def bicubic() -> Model:
    """The built-in model, which has no weights and so is on every device."""
    net = registry.build(BUILT_IN, {})
    info = checkpoint.describe(BUILT_IN, {}, net, max_scale=1.0)
    return Model(replace(info, description=mark("interpolation, no network: for comparison")), net)


def describe(name: str) -> dict[str, Any]:
    """What is known of a model, in plain values. Raises ModelError where it does not load."""
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
    """Adds the model of a file to the user's, under `name` or the file's own, and returns its new file.

    A licence beside the file (its name with .LICENSE) and its card (.md) go with it. Raises ModelError for a file
    that is no sound model, a name that is taken, or one that no file can have.
    """
    model = checkpoint.load(path)
    name = (path.stem if name is None else name).lower()
    if not NAME.fullmatch(name) or RESERVED.fullmatch(name):
        remedy = message("take 2 to 64 of a-z, 0-9, '.', '_' and '-'")
        raise ModelError(name[:80], message("cannot be a model's name"), remedy)
    if name in models():
        raise ModelError(name, message("there is a model of that name"), message("give another --name"))
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
        reason = message("cannot be written ({why})", why=error.strerror)
        raise ModelError(target, reason, message("free some space, or set UNPIXEL_DATA")) from error
    return target


def card(name: str) -> str:
    """What comes with Unpixel about a model of a name, in Markdown, or nothing; also of one that is to be fetched."""
    return read_text((SHIPPED / name).with_suffix(CARD))


def remove(name: str) -> None:
    """Takes one of the user's models, and its card, away. Raises ModelError where it is none of the user's."""
    path = user_folder() / f"{name}{SUFFIX}"
    if not NAME.fullmatch(name) or find(name) != path:
        remedy = message("those that come with Unpixel stay")
        raise ModelError(name[:80], message("is none of your own models"), remedy)
    try:
        path.unlink()
        path.with_suffix(CARD).unlink(missing_ok=True)
    except OSError as error:
        reason = message("cannot be removed ({why})", why=error.strerror)
        raise ModelError(path, reason, message("remove the file by hand")) from error


def read_text(path: Path) -> str:
    """What a text file beside a model says, as far as anybody reads; nothing where there is none."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")[:MOST_TEXT] if path.is_file() else ""
    except OSError:
        return ""
