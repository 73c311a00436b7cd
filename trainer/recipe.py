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
    """root: a folder of images, or one picture. patch: side of an input, px. Scales are drawn from U(min_scale,
    max_scale), or with scales = "log" so that their logarithms are uniform. pixels: drawn of each ground truth, none
    twice; 0: all of them. paired: inputs are those of the folder, at max_scale; low: their folder, where `root` does
    not hold it. whole: an input is a whole picture (paper, section 5.3).
    """

    root: str = ""
    patch: int = 48
    min_scale: float = 1.0
    max_scale: float = 4.0
    scales: str = "uniform"
    pixels: int = 0
    paired: bool = False
    low: str = ""
    whole: bool = False


@dataclass(frozen=True)
class Model:
    """name and args as `engine.models.registry.build` takes them."""

    name: str = "live"
    args: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Train:
    """steps, batch: how much. micro: samples that are computed at a time, 0: the whole batch.

    optimizer: adam, or muon (trainer/muon.py). rate: its, after `warmup` steps; multiplied by `decay` every
    `decay_every` steps, or if that is 0 a cosine to 0. ema: decay of the averaged weights, 0: no average. clip: of the
    gradient's norm, 0: none. precision: of the network's products, fp32, bf16, fp16, or auto: bf16 where the processor
    has it, else fp32. channels_last: the layout of the encoder's maps. seed: of weights and samples. patience:
    validations without a better PSNR after which a run ends, 0: none do. start: a model to begin from, by name or path;
    freeze_encoder: what it makes of a picture stays as it is.
    device: auto, cpu or cuda. compile: by torch.compile. graph: a step's network as one CUDA graph.
    """

    steps: int = 10_000
    batch: int = 16
    micro: int = 0
    optimizer: str = "adam"
    rate: float = 1e-3
    warmup: int = 0
    decay: float = 0.5
    decay_every: int = 0
    ema: float = 0.0
    clip: float = 0.0
    precision: str = "fp32"
    channels_last: bool = False
    seed: int = 1
    patience: int = 0
    start: str = ""
    freeze_encoder: bool = False
    device: str = "auto"
    compile: bool = False
    graph: bool = False


@dataclass(frozen=True)
class Run:
    """out: the run's folder. log, save, validate: every so many steps. samples: pictures drawn at each validation.
    tensorboard: the log also as its events.
    """

    out: str = ""
    log: int = 50
    save: int = 500
    validate: int = 1000
    samples: int = 3
    tensorboard: bool = False


@dataclass(frozen=True)
class Recipe:
    """The whole recipe. name: of the file that it was read from."""

    name: str = ""
    data: Data = field(default_factory=Data)
    model: Model = field(default_factory=Model)
    train: Train = field(default_factory=Train)
    run: Run = field(default_factory=Run)


def read(name: str, overrides: list[str]) -> Recipe:
    """The recipe `name` of trainer/recipes, or the TOML file `name`, with `section.key=value` overrides.

    Raises RecipeError for a missing or malformed file and for a key, type or value that is not understood.
    """
    table = _read(name, "") | {"name": Path(name).stem}
    for override in overrides:
        _override(table, override)
    recipe = from_table(table, name)
    _check(recipe, name)
    return recipe


def _read(name: str, above: str) -> dict[str, Any]:
    """The table of a recipe over that of its base. above: who names it as its base; of those there may be one."""
    path = Path(name) if name.endswith(".toml") else FOLDER / f"{name}.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        known = ", ".join(sorted(p.stem for p in FOLDER.glob("*.toml")))
        remedy = f"give a TOML file or one of: {known}"
        raise RecipeError(above or name, f"no such recipe: {name} ({error.strerror})", remedy) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecipeError(path, f"not valid TOML ({error})", "mend the file") from error
    base = table.pop("base", None)
    if base is None:
        return table
    if not isinstance(base, str) or above:
        raise RecipeError(path, f"base = {base!r}", "name one recipe, which has no base of its own")
    return _over(_read(base, name), table)


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """The tables `below` with what `above` says otherwise."""
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        both = isinstance(inner, dict) and isinstance(value, dict)
        merged[key] = _over(inner, value) if both else value  # type: ignore[arg-type]
    return merged


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
    title = table.pop("name", "")
    if not isinstance(title, str):
        raise RecipeError(source, f"name = {title!r} is no str", "mend the value")
    for name in table:
        if name not in sections:
            raise RecipeError(source, f"unknown section [{name}]", f"use {', '.join(sections)}")
    parts = {}
    for name, default in sections.items():
        given = table.get(name, {})
        if not isinstance(given, dict):
            raise RecipeError(source, f"{name} is a value", f"write it as a section [{name}]")
        parts[name] = _section(default, name, given, source)
    return Recipe(title, **parts)


def to_table(recipe: Recipe) -> dict[str, Any]:
    """The resolved recipe as plain tables, for the run's folder."""
    sections = {f.name: dict(vars(getattr(recipe, f.name))) for f in fields(Recipe) if f.name != "name"}
    return {"name": recipe.name} | sections


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
    *path, last = key.split(".") if section == "model" else [key]
    for each in path:
        target = target.setdefault(each, {}) if isinstance(target, dict) else None
    if not isinstance(target, dict):
        raise RecipeError(text, "goes into what is a value", "name a key of a table")
    target[last] = parsed


def _check(recipe: Recipe, source: str) -> None:
    data, train, run = recipe.data, recipe.train, recipe.run
    scales = f"data.min_scale = {data.min_scale:g}, data.max_scale = {data.max_scale:g}"
    counts = {
        "train.micro": train.micro,
        "train.warmup": train.warmup,
        "train.decay_every": train.decay_every,
    }
    counts |= {"train.patience": train.patience, "run.samples": run.samples, "train.seed": train.seed}
    rules = [
        (bool(data.root), "data.root is missing", "give data.root=FOLDER"),
        (bool(run.out), "run.out is missing", "give run.out=FOLDER"),
        (8 <= data.patch <= 512, f"data.patch = {data.patch}", "use 8 to 512"),
        (1 <= data.min_scale <= data.max_scale <= 16, scales, "use 1 to 16, the smaller first"),
        (data.scales in ("uniform", "log"), f"data.scales = {data.scales}", "use uniform or log"),
        (
            not data.paired or data.max_scale.is_integer(),
            f"data.paired with data.max_scale = {data.max_scale}",
            "give the whole scale of the folder's inputs",
        ),
        (not (data.paired and data.whole), "data.paired and data.whole exclude each other", "leave one out"),
        (
            0 <= data.pixels <= (data.patch * data.min_scale) ** 2,
            f"data.pixels = {data.pixels}",
            "the smallest ground truth has fewer, and none is drawn twice",
        ),
        (
            train.steps >= 1 and train.batch >= 1,
            "nothing to train",
            "give train.steps and train.batch of 1 or more",
        ),
        (train.rate > 0 and 0 < train.decay <= 1, "train.rate or train.decay is no rate", "mend the value"),
        (train.clip >= 0, f"train.clip = {train.clip}", "use 0 for none, or more"),
        (0 <= train.ema < 1, f"train.ema = {train.ema}", "use 0 up to, not including, 1"),
        (
            train.precision in ("auto", "fp32", "bf16", "fp16"),
            f"train.precision = {train.precision}",
            "use auto, fp32, bf16 or fp16",
        ),
        (
            train.optimizer in ("adam", "muon"),
            f"train.optimizer = {train.optimizer}",
            "use adam or muon",
        ),
        (
            train.device in ("auto", "cpu", "cuda"),
            f"train.device = {train.device}",
            "use auto, cpu or cuda",
        ),
        (
            not train.graph or data.pixels > 0 or data.min_scale == data.max_scale,
            "train.graph needs steps of one shape",
            "give data.pixels",
        ),
        (not (train.graph and train.compile), "train.graph and train.compile", "give one of them"),
        *((count >= 0, f"{name} = {count}", "use 0 or more") for name, count in counts.items()),
        (
            min(run.log, run.save, run.validate) >= 1,
            "run.log, run.save and run.validate count steps",
            "use 1 or more",
        ),
    ]
    for holds, reason, remedy in rules:
        if not holds:
            raise RecipeError(source, reason, remedy)
