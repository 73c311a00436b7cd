"""A recipe says what a run does: four sections, each key typed, no key unknown."""

import json
import tomllib
from copy import deepcopy
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from engine.base.errors import RecipeError
from engine.base.messages import Message, message

FOLDER = Path(__file__).parent / "recipes"
MEND = message("mend the value")


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

    optimizer: adam, or muon (trainer/loop/muon.py). rate: its, after `warmup` steps; multiplied by `decay` every
    `decay_every` steps, or if that is 0 a cosine to 0. ema: decay of the averaged weights, 0: no average. clip: of the
    gradient's norm, 0: none. precision: of the network's products, fp32, bf16, fp16, or auto: bf16 where the processor
    has it, else fp32. channels_last: the layout of the encoder's maps. seed: of weights and samples. patience:
    validations without a better PSNR after which a run ends, 0: none do. start: a model to begin from, by name or path;
    deepen: residual blocks that it gets beside its own, which do nothing yet; freeze_encoder: what it makes of a
    picture stays as it is. teacher: a model, by name or path, whose answers to so many `lessons` are learnt in place
    of the pictures' own pixels (trainer/systems/distillation.py).
    device: auto, cpu or cuda.
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
    deepen: int = 0
    freeze_encoder: bool = False
    teacher: str = ""
    lessons: int = 8_000
    device: str = "auto"


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


def load_recipe(name: str, overrides: list[str]) -> Recipe:
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
        reason = message("no such recipe: {name} ({why})", name=name, why=error.strerror)
        remedy = message("give a TOML file or one of: {names}", names=known)
        raise RecipeError(above or name, reason, remedy) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecipeError(
            path, message("not valid TOML ({why})", why=error), message("mend the file")
        ) from error
    base = table.pop("base", None)
    if base is None:
        return table
    if not isinstance(base, str) or above:
        remedy = message("name one recipe, which has no base of its own")
        raise RecipeError(path, _written("base", repr(base)), remedy)
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
    others = name is not None and load_recipe(name, _places(recipe)).model.name != before.model.name
    if others or recipe.model != before.model:
        remedy = message("resume it with its own recipe, or start a new run")
        raise RecipeError(out, message("the run trains another model"), remedy)
    return recipe


def _places(recipe: Recipe) -> list[str]:
    """Overrides that make a recipe complete which leaves its folders open."""
    return [f"data.root={json.dumps(recipe.data.root)}", f"run.out={json.dumps(recipe.run.out)}"]


def from_table(table: dict[str, Any], source: str) -> Recipe:
    """A parsed TOML document (or `to_table`'s result) as a Recipe. Raises RecipeError naming `source`."""
    sections = {"data": Data(), "model": Model(), "train": Train(), "run": Run()}
    title = table.pop("name", "")
    if not isinstance(title, str):
        raise RecipeError(source, _mistaken("name", title, str), MEND)
    for name in table:
        if name not in sections:
            reason = message("unknown section [{name}]", name=name)
            raise RecipeError(source, reason, message("use {values}", values=", ".join(sections)))
    parts = {}
    for name, default in sections.items():
        given = table.get(name, {})
        if not isinstance(given, dict):
            remedy = message("write it as a section [{name}]", name=name)
            raise RecipeError(source, message("{name} is a value", name=name), remedy)
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
            reason = message("unknown key {key}", key=f"{section}.{key}")
            raise RecipeError(source, reason, message("use {values}", values=", ".join(known)))
        expected = type(known[key])
        if expected is float and type(value) is int:
            given[key] = float(value)
        elif type(value) is not expected:
            raise RecipeError(source, _mistaken(f"{section}.{key}", value, expected), MEND)
    return replace(default, **given)


def _override(table: dict[str, Any], text: str) -> None:
    name, equals, value = text.partition("=")
    section, dot, key = name.partition(".")
    if not (equals and dot and key):
        remedy = message("write section.key=value, for instance train.steps=2000")
        raise RecipeError(text, message("not an override"), remedy)
    try:
        parsed = tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        parsed = value  # a bare word is a string, so that paths need no quotes
    target = table.setdefault(section, {})
    *path, last = key.split(".") if section == "model" else [key]
    for each in path:
        target = target.setdefault(each, {}) if isinstance(target, dict) else None
    if not isinstance(target, dict):
        raise RecipeError(text, message("goes into what is a value"), message("name a key of a table"))
    target[last] = parsed


def _written(key: str, value: object) -> Message:
    """What a recipe has there: without a word, so that a person finds it as it was written."""
    return Message("{key} = {value}", {"key": key, "value": str(value)})


def _mistaken(key: str, value: object, expected: type) -> Message:
    return message("{key} = {value} is no {kind}", key=key, value=repr(value), kind=expected.__name__)


Rule = tuple[bool, Message, Message]
"""Whether it holds; what is wrong and what to do about it where it does not."""


def _check(recipe: Recipe, source: str) -> None:
    for holds, reason, remedy in (
        *_rules_of_data(recipe.data),
        *_rules_of_training(recipe.train, recipe.model),
        *_rules_of_run(recipe.run),
    ):
        if not holds:
            raise RecipeError(source, reason, remedy)


def _one_of(key: str, value: str, known: tuple[str, ...]) -> Rule:
    return value in known, _written(key, value), message("use {values}", values=", ".join(known))


def _none_or_more(key: str, value: int) -> Rule:
    return value >= 0, _written(key, value), message("use 0 or more")


def _rules_of_data(data: Data) -> tuple[Rule, ...]:
    scales = f"{data.min_scale:g}, data.max_scale = {data.max_scale:g}"
    return (
        (bool(data.root), message("data.root is missing"), message("give data.root=FOLDER")),
        (8 <= data.patch <= 512, _written("data.patch", data.patch), message("use 8 to 512")),
        (
            1 <= data.min_scale <= data.max_scale <= 16,
            _written("data.min_scale", scales),
            message("use 1 to 16, the smaller first"),
        ),
        _one_of("data.scales", data.scales, ("uniform", "log")),
        (
            not data.paired or data.max_scale.is_integer(),
            message("data.paired with data.max_scale = {scale}", scale=str(data.max_scale)),
            message("give the whole scale of the folder's inputs"),
        ),
        (
            not (data.paired and data.whole),
            message("data.paired and data.whole exclude each other"),
            message("leave one out"),
        ),
        (
            0 <= data.pixels <= (data.patch * data.min_scale) ** 2,
            _written("data.pixels", data.pixels),
            message("the smallest ground truth has fewer, and none is drawn twice"),
        ),
    )


def _rules_of_training(train: Train, model: Model) -> tuple[Rule, ...]:
    return (
        (
            train.steps >= 1 and train.batch >= 1,
            message("nothing to train"),
            message("give train.steps and train.batch of 1 or more"),
        ),
        _one_of("train.optimizer", train.optimizer, ("adam", "muon")),
        (train.rate > 0 and 0 < train.decay <= 1, message("train.rate or train.decay is no rate"), MEND),
        (train.clip >= 0, _written("train.clip", train.clip), message("use 0 for none, or more")),
        (0 <= train.ema < 1, _written("train.ema", train.ema), message("use 0 up to, not including, 1")),
        _one_of("train.precision", train.precision, ("auto", "fp32", "bf16", "fp16")),
        _one_of("train.device", train.device, ("auto", "cpu", "cuda")),
        (
            bool(train.start) or not train.deepen,
            _written("train.deepen", train.deepen),
            message("give train.start, the model to be deepened"),
        ),
        (
            not train.teacher or model.name == "live",
            message("{kind} is not taught, only live is", kind=model.name),
            message("leave train.teacher out"),
        ),
        (train.lessons >= 1, _written("train.lessons", train.lessons), message("use 1 or more")),
        _none_or_more("train.micro", train.micro),
        _none_or_more("train.warmup", train.warmup),
        _none_or_more("train.decay_every", train.decay_every),
        _none_or_more("train.patience", train.patience),
        _none_or_more("train.deepen", train.deepen),
        _none_or_more("train.seed", train.seed),
    )


def _rules_of_run(run: Run) -> tuple[Rule, ...]:
    return (
        (bool(run.out), message("run.out is missing"), message("give run.out=FOLDER")),
        _none_or_more("run.samples", run.samples),
        (
            min(run.log, run.save, run.validate) >= 1,
            message("run.log, run.save and run.validate count steps"),
            message("use 1 or more"),
        ),
    )
