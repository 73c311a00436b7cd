"""A recipe says what a run does: four sections, each key typed, no key unknown."""

import json
import tomllib
from copy import deepcopy
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from engine.errors import RecipeError

FOLDER = Path(__file__).parent / "recipes"


@dataclass(frozen=True)
class Data:
    """root: a folder of images. patch: side of an input, px. Scales are drawn from U(min_scale, max_scale), or with
    scales = "log" so that their logarithms are uniform. paired: inputs are those of the folder, at max_scale; low:
    their folder, where `root` does not hold it. whole: an input is a whole picture (paper, section 5.3).
    """

    root: str = ""
    patch: int = 48
    min_scale: float = 1.0
    max_scale: float = 4.0
    scales: str = "uniform"
    paired: bool = False
    low: str = ""
    whole: bool = False


@dataclass(frozen=True)
class Model:
    """name and args as `engine.models.registry.build` takes them."""

    name: str = "live"
    args: dict[str, int | float] = field(default_factory=dict)


@dataclass(frozen=True)
class Train:
    """steps, batch: how much. rate: Adam's, after `warmup` steps, then a cosine to 0. ema: decay of the averaged
    weights. clip: of the gradient's norm. precision: of the network's matrix products, fp32 or bf16. seed: of
    weights and samples.
    """

    steps: int = 10_000
    batch: int = 16
    rate: float = 1e-3
    warmup: int = 200
    ema: float = 0.999
    clip: float = 1.0
    precision: str = "bf16"
    seed: int = 1


@dataclass(frozen=True)
class Run:
    """out: the run's folder. log, save, validate: every so many steps."""

    out: str = ""
    log: int = 50
    save: int = 500
    validate: int = 1000


@dataclass(frozen=True)
class Recipe:
    """The whole recipe."""

    data: Data = field(default_factory=Data)
    model: Model = field(default_factory=Model)
    train: Train = field(default_factory=Train)
    run: Run = field(default_factory=Run)


def read(name: str, overrides: list[str]) -> Recipe:
    """The recipe `name` of trainer/recipes, or the TOML file `name`, with `section.key=value` overrides.

    Raises RecipeError for a missing or malformed file and for a key, type or value that is not understood.
    """
    path = Path(name) if name.endswith(".toml") else FOLDER / f"{name}.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        known = ", ".join(sorted(p.stem for p in FOLDER.glob("*.toml")))
        remedy = f"give a TOML file or one of: {known}"
        raise RecipeError(name, f"no such recipe ({error.strerror})", remedy) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecipeError(path, f"not valid TOML ({error})", "mend the file") from error
    for override in overrides:
        _override(table, override)
    recipe = from_table(table, str(path))
    _check(recipe, name)
    return recipe


def resumed(table: dict[str, Any], out: Path, name: str | None, overrides: list[str]) -> Recipe:
    """The recipe of the run in `out`, read from `table`, with overrides: more steps, say, or a folder that has moved.

    Raises RecipeError where `name` is given and is another recipe's, or an override would make another network.
    """
    before = from_table(deepcopy(table), str(out))
    if name is not None and "=" in name:
        overrides, name = [name, *overrides], None
    for override in [*overrides, f"run.out={json.dumps(str(out))}"]:
        _override(table, override)
    recipe = from_table(table, str(out))
    _check(recipe, str(out))
    others = name is not None and read(name, _places(recipe)).model.name != before.model.name
    if others or recipe.model != before.model:
        raise RecipeError(
            out, "the run trains another model", "resume it with its own recipe, or start a new run"
        )
    return recipe


def _places(recipe: Recipe) -> list[str]:
    """Overrides that make a recipe complete which leaves its folders open."""
    return [f"data.root={json.dumps(recipe.data.root)}", f"run.out={json.dumps(recipe.run.out)}"]


def from_table(table: dict[str, Any], source: str) -> Recipe:
    """A parsed TOML document (or `to_table`'s result) as a Recipe. Raises RecipeError naming `source`."""
    sections = {"data": Data(), "model": Model(), "train": Train(), "run": Run()}
    for name in table:
        if name not in sections:
            raise RecipeError(source, f"unknown section [{name}]", f"use {', '.join(sections)}")
    parts = {}
    for name, default in sections.items():
        given = table.get(name, {})
        if not isinstance(given, dict):
            raise RecipeError(source, f"{name} is a value", f"write it as a section [{name}]")
        parts[name] = _section(default, name, given, source)
    return Recipe(**parts)


def to_table(recipe: Recipe) -> dict[str, Any]:
    """The resolved recipe as plain tables, for the run's folder."""
    return {f.name: dict(vars(getattr(recipe, f.name))) for f in fields(Recipe)}


def _section(default: Any, section: str, given: dict[str, Any], source: str) -> Any:
    known = {f.name: getattr(default, f.name) for f in fields(default)}
    for key, value in given.items():
        if key not in known:
            raise RecipeError(source, f"unknown key {section}.{key}", f"use {', '.join(known)}")
        expected = type(known[key])
        if expected is float and type(value) is int:
            given[key] = float(value)
        elif type(value) is not expected:
            raise RecipeError(
                source, f"{section}.{key} = {value!r} is no {expected.__name__}", "mend the value"
            )
    return replace(default, **given)


def _override(table: dict[str, Any], text: str) -> None:
    name, equals, value = text.partition("=")
    section, dot, key = name.partition(".")
    if not (equals and dot and key):
        raise RecipeError(text, "not an override", "write section.key=value, for instance train.steps=2000")
    try:
        parsed = tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        parsed = value  # a bare word is a string, so that paths need no quotes
    target = table.setdefault(section, {})
    if section == "model" and key.startswith("args."):
        target.setdefault("args", {})[key.removeprefix("args.")] = parsed
    else:
        target[key] = parsed


def _check(recipe: Recipe, source: str) -> None:
    data, train, run = recipe.data, recipe.train, recipe.run
    rules = [
        (bool(data.root), "data.root is missing", "give data.root=FOLDER"),
        (bool(run.out), "run.out is missing", "give run.out=FOLDER"),
        (8 <= data.patch <= 512, f"data.patch = {data.patch}", "use 8 to 512"),
        (1 < data.max_scale <= 16, f"data.max_scale = {data.max_scale}", "use above 1, up to 16"),
        (
            1 <= data.min_scale <= data.max_scale,
            f"data.min_scale = {data.min_scale}",
            "use 1 up to data.max_scale",
        ),
        (data.scales in ("uniform", "log"), f"data.scales = {data.scales}", "use uniform or log"),
        (
            not data.paired or data.max_scale.is_integer(),
            f"data.paired with data.max_scale = {data.max_scale}",
            "give the whole scale of the folder's inputs",
        ),
        (not (data.paired and data.whole), "data.paired and data.whole exclude each other", "leave one out"),
        (
            train.steps >= 1 and train.batch >= 1,
            "nothing to train",
            "give train.steps and train.batch of 1 or more",
        ),
        (train.rate > 0 and train.clip > 0, "train.rate and train.clip must be above 0", "mend the value"),
        (0 <= train.ema < 1, f"train.ema = {train.ema}", "use 0 up to, not including, 1"),
        (train.precision in ("fp32", "bf16"), f"train.precision = {train.precision}", "use fp32 or bf16"),
        (
            train.seed >= 0 and train.warmup >= 0,
            "train.seed and train.warmup cannot be negative",
            "mend the value",
        ),
        (
            min(run.log, run.save, run.validate) >= 1,
            "run.log, run.save and run.validate count steps",
            "use 1 or more",
        ),
    ]
    for holds, reason, remedy in rules:
        if not holds:
            raise RecipeError(source, reason, remedy)
