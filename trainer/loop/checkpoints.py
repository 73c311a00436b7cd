"""The checkpoints of a run, to resume from: in its folder checkpoints/, each a state and a manifest.

step-00000500.state  the state (trainer/loop/saved_state.py)
step-00000500.json   its manifest: SHA-256 and size of the state, and the run's recipe

The manifest is written last, when the state is on the disk and has been read back. A state without one was not saved
completely. The last KEPT checkpoints stay, and the one with the best validation.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from errno import EIO
from pathlib import Path
from typing import Any, NamedTuple

from engine.base.atomic_file import replacing
from engine.base.errors import ModelError, RecipeError
from engine.base.messages import Message, message
from engine.base.regular_file import open_regular
from trainer.loop import saved_state, sealed_json
from trainer.loop.saved_state import Saved
from trainer.loop.sealed_json import DamagedError

FORMAT = 1
KEPT = 3
NAME = re.compile(r"step-(\d{8,15})\.(state|json)")


class Skipped(NamedTuple):
    """A checkpoint that cannot be used. reason: for people."""

    name: str
    reason: Message


class Found(NamedTuple):
    """The newest checkpoint that verifies, and the newer ones that do not, newest first."""

    name: str
    saved: Saved
    skipped: list[Skipped]


class _UnusableError(Exception):
    """A checkpoint does not verify."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def folder(out: Path) -> Path:
    """Returns the folder of a run's checkpoints."""
    return out / "checkpoints"


def save(out: Path, step: int, state: bytes, recipe: Mapping[str, Any], score: float | None) -> None:
    """Writes the checkpoint of step `step`, then deletes those that are no longer kept.

    state: of `saved_state.to_bytes`. recipe: the run's stored table. score: mean PSNR in dB of the latest validation if
    it was the best, else None. Raises OSError if it cannot be written, or if the disk returns something else.
    """
    path = folder(out) / f"step-{step:08d}.state"
    digest = hashlib.sha256(state).hexdigest()

    def verify(written: Path) -> None:
        if hashlib.sha256(written.read_bytes()).hexdigest() != digest:
            raise OSError(EIO, f"{path.name} was not written correctly")

    with replacing(path, verify) as temporary:
        temporary.write_bytes(state)
    manifest = {"format": FORMAT, "step": step, "bytes": len(state), "sha256_of_state": digest}
    sealed_json.write(path.with_suffix(".json"), manifest | {"score": score, "recipe": dict(recipe)})
    _prune(out)


def newest(out: Path, recipe: Mapping[str, Any]) -> Found | None:
    """Returns the newest checkpoint that verifies; None for a run that was ended before its first one.

    recipe: the run's stored table; a checkpoint of another recipe is of another run. Raises RecipeError if there are
    checkpoints, and none verifies.
    """
    skipped: list[Skipped] = []
    for step in sorted(_steps(out), reverse=True):
        name = f"step-{step:08d}"
        try:
            manifest = _manifest(folder(out) / f"{name}.json", step)
            if manifest["recipe"] != recipe:
                raise _UnusableError(message("is of a run with another recipe"))
            return Found(name, _state(out, name, manifest), skipped)
        except _UnusableError as error:
            skipped.append(Skipped(name, error.reason))
    if _never_saved(out):
        return None
    raise _none_verifies(out, skipped)


def newest_recipe(out: Path) -> dict[str, Any] | None:
    """Returns the recipe of the newest manifest that is not damaged; None if there is none."""
    recipes = (manifest["recipe"] for _, manifest in _manifests(out))
    return next(recipes, None)


def _steps(out: Path) -> set[int]:
    """Returns the steps of which there is a state or a manifest."""
    names = (NAME.fullmatch(path.name) for path in folder(out).glob("step-*"))
    return {int(name[1]) for name in names if name is not None}


def _manifests(out: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yields (step, manifest) of the manifests that are not damaged, newest first."""
    for step in sorted(_steps(out), reverse=True):
        try:
            yield step, _manifest(folder(out) / f"step-{step:08d}.json", step)
        except _UnusableError:
            continue


def _manifest(path: Path, step: int) -> dict[str, Any]:
    """Returns the manifest of step `step`. Raises _UnusableError."""
    try:
        manifest = sealed_json.read(path)
    except FileNotFoundError:
        raise _UnusableError(message("has no manifest, it was not saved completely")) from None
    except DamagedError as error:
        raise _UnusableError(message("its manifest {reason}", reason=error.reason)) from error
    except OSError as error:
        reason = message("its manifest cannot be read ({why})", why=error.strerror or error)
        raise _UnusableError(reason) from error
    if manifest.get("format") != FORMAT or not isinstance(manifest.get("recipe"), dict):
        raise _UnusableError(message("its manifest was written by another version"))
    if manifest.get("step") != step:
        raise _UnusableError(message("its manifest is of another checkpoint"))
    return manifest


def _state(out: Path, name: str, manifest: Mapping[str, Any]) -> Saved:
    """Returns the state that a manifest describes. It is read once. Raises _UnusableError."""
    size = manifest.get("bytes")
    try:
        with open_regular(folder(out) / f"{name}.state") as file:
            if file.seek(0, 2) != size:
                raise _UnusableError(message("its size differs from its manifest"))
            file.seek(0)
            data = file.read()
    except OSError as error:
        reason = message("its state cannot be read ({why})", why=error.strerror or error)
        raise _UnusableError(reason) from error
    if hashlib.sha256(data).hexdigest() != manifest.get("sha256_of_state"):
        raise _UnusableError(message("its content differs from its manifest"))
    try:
        saved = saved_state.from_bytes(data)
    except ModelError as error:
        raise _UnusableError(error.reason) from error
    if saved.step != manifest["step"]:
        raise _UnusableError(message("its state is of another step"))
    return saved


def _never_saved(out: Path) -> bool:
    """Returns whether no save was ever completed: a manifest follows its state, and the models follow both."""
    leftovers = {path.suffix for path in folder(out).glob("step-*")}
    return leftovers <= {".state"} and not (out / "model.safetensors").exists()


def _none_verifies(out: Path, skipped: list[Skipped]) -> RecipeError:
    remedy = message("start a new run; a model of this one can be its train.start")
    if not skipped:
        return RecipeError(out, message("its checkpoints are missing, or of another version"), remedy)
    name, reason = skipped[0]
    whole = message("contains no checkpoint that verifies ({name}: {reason})", name=name, reason=reason)
    return RecipeError(out, whole, remedy)


def _prune(out: Path) -> None:
    """Deletes all checkpoints but the last KEPT and the one with the best validation, manifests first."""
    scores = {step: manifest.get("score") for step, manifest in _manifests(out)}
    scored = [(score, step) for step, score in scores.items() if isinstance(score, float)]
    kept = {*sorted(_steps(out))[-KEPT:], *(step for _, step in sorted(scored)[-1:])}
    for step in _steps(out) - kept:
        for suffix in (".json", ".state"):
            (folder(out) / f"step-{step:08d}{suffix}").unlink(missing_ok=True)
