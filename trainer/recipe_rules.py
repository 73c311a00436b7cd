"""The rules that a recipe's values must obey beyond their types: ranges, choices and combinations."""

from collections.abc import Iterator

from engine.base.errors import RecipeError
from engine.base.messages import Message, message
from engine.base.resources import DEVICES
from trainer.recipe import FIX_VALUE, Data, Model, Recipe, Run, Train

Rule = tuple[bool, Message, Message]
"""Whether the rule is obeyed; the reason and the remedy that are reported if it is not."""
MOST_MINUTES = 60 * 24 * 365
"""A year."""


def validate(recipe: Recipe, source: str) -> None:
    """Raises RecipeError, naming `source`, for the first rule that the recipe breaks."""
    for obeyed, reason, remedy in _rules(recipe):
        if not obeyed:
            raise RecipeError(source, reason, remedy)


def setting(key: str, value: object) -> Message:
    """Returns "key = value", untranslated, so that the user finds it in the recipe as it was written."""
    return Message("{key} = {value}", {"key": key, "value": str(value)})


def _rules(recipe: Recipe) -> Iterator[Rule]:
    yield from _crop_rules(recipe.data)
    yield from _source_rules(recipe.data)
    yield from _optimization_rules(recipe.train)
    yield from _initialization_rules(recipe.train, recipe.model)
    yield from _execution_rules(recipe.train)
    yield from _run_rules(recipe.run)


def _one_of(key: str, value: str, known: tuple[str, ...]) -> Rule:
    return value in known, setting(key, value), message("use {values}", values=", ".join(known))


def _not_negative(key: str, value: int) -> Rule:
    return value >= 0, setting(key, value), message("use 0 or more")


def _crop_rules(data: Data) -> Iterator[Rule]:
    """Sizes of crops and ranges of scales."""
    yield bool(data.root), message("data.root is missing"), message("set data.root=FOLDER")
    yield 8 <= data.patch <= 512, setting("data.patch", data.patch), message("use 8 to 512")
    yield (
        1 <= data.min_scale <= data.max_scale <= 16,
        setting("data.min_scale", f"{data.min_scale:g}, data.max_scale = {data.max_scale:g}"),
        message("use 1 to 16, the smaller first"),
    )
    yield _one_of("data.scales", data.scales, ("uniform", "log"))
    yield (
        0 <= data.pixels <= (data.patch * data.min_scale) ** 2,
        setting("data.pixels", data.pixels),
        message("the smallest ground truth has fewer, and none is drawn twice"),
    )


def _source_rules(data: Data) -> Iterator[Rule]:
    """Combinations of `paired` and `whole`."""
    yield (
        not data.paired or data.max_scale.is_integer(),
        message("data.paired with data.max_scale = {scale}", scale=str(data.max_scale)),
        message("use the integer scale of the folder's inputs"),
    )
    yield (
        not (data.paired and data.whole),
        message("data.paired and data.whole exclude each other"),
        message("remove one of them"),
    )
    for key, share in (("data.drawn", data.drawn), ("data.degraded", data.degraded)):
        yield 0 <= share <= 1, setting(key, share), message("use a share of 0 to 1")
    yield (
        not data.drawn or not (data.paired or data.whole),
        setting("data.drawn", data.drawn),
        message("drawn pages are reduced crops: remove data.paired and data.whole"),
    )


def _optimization_rules(train: Train) -> Iterator[Rule]:
    """Steps, optimizer, learning rate and averaging."""
    yield (
        train.steps >= 1 and train.batch >= 1,
        message("nothing to train"),
        message("set train.steps and train.batch to 1 or more"),
    )
    yield (
        0 <= train.minutes <= MOST_MINUTES,
        setting("train.minutes", f"{train.minutes:g}"),
        message("use 0 to {most}", most=MOST_MINUTES),
    )
    yield _one_of("train.optimizer", train.optimizer, ("adam", "muon"))
    yield (
        train.rate > 0 and 0 < train.decay <= 1,
        message("train.rate or train.decay is out of range"),
        FIX_VALUE,
    )
    yield train.clip >= 0, setting("train.clip", train.clip), message("use 0 to disable it, or more")
    yield 0 <= train.ema < 1, setting("train.ema", train.ema), message("use 0 up to, but not including, 1")
    yield _not_negative("train.micro", train.micro)
    yield _not_negative("train.warmup", train.warmup)
    yield _not_negative("train.decay_every", train.decay_every)
    yield _not_negative("train.patience", train.patience)


def _initialization_rules(train: Train, model: Model) -> Iterator[Rule]:
    """Seed, initial weights and teacher."""
    yield _not_negative("train.seed", train.seed)
    yield _not_negative("train.deepen", train.deepen)
    yield (
        bool(train.start) or not train.deepen,
        setting("train.deepen", train.deepen),
        message("set train.start to the model to deepen"),
    )
    yield (
        not train.teacher or model.name == "live",
        message("{kind} does not support distillation, only live does", kind=model.name),
        message("remove train.teacher"),
    )
    yield (
        not (train.encoder and train.start),
        message("train.encoder and train.start exclude each other"),
        message("remove one of them"),
    )
    yield (
        not train.encoder or model.name == "live",
        message("{kind} does not take the encoder of another model, only live does", kind=model.name),
        message("remove train.encoder"),
    )
    yield _not_negative("train.encoded_samples", train.encoded_samples)
    yield (
        not train.encoded_samples or (train.freeze_encoder and "encoder_spec" in model.args),
        setting("train.encoded_samples", train.encoded_samples),
        message("set train.freeze_encoder and model.args.encoder_spec, or remove it"),
    )
    yield _not_negative("train.teacher_crops", train.teacher_crops)
    yield (
        not (train.teacher and train.encoded_samples) or train.teacher_crops > 0,
        setting("train.encoded_samples", f"{train.encoded_samples}, train.teacher_crops = 0"),
        message("set train.encoded_samples=0, or train.teacher_crops to 1 or more"),
    )


def _execution_rules(train: Train) -> Iterator[Rule]:
    """Device and precision."""
    yield _one_of("train.precision", train.precision, ("auto", "fp32", "bf16", "fp16"))
    yield _one_of("train.device", train.device, DEVICES)


def _run_rules(run: Run) -> Iterator[Rule]:
    yield bool(run.out), message("run.out is missing"), message("set run.out=FOLDER")
    yield _not_negative("run.samples", run.samples)
    yield (
        min(run.log, run.save, run.validate) >= 1,
        message("run.log, run.save and run.validate count steps"),
        message("use 1 or more"),
    )
