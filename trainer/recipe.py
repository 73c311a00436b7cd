"""The keys of a training recipe, as dataclasses, and their conversion from and to plain tables.

A recipe has four sections. Every key has a type and a default, and unknown keys are refused.
trainer/recipe_loading.py reads recipe files; trainer/recipe_rules.py checks the values.
"""

from dataclasses import dataclass, field, fields, replace
from typing import Any

from engine.base.errors import RecipeError
from engine.base.messages import Message, message
from engine.base.printable import file_name

FIX_VALUE = message("correct the value")


@dataclass(frozen=True)
class Data:
    """Section [data]: the pictures and the crops to train on.

    root: folder of images, or one image file.
    patch: side of a network input, px.
    min_scale, max_scale: range of the ratio of ground truth size to input size, 1 to 16.
    scales: distribution of the ratio in that range. "uniform" draws the ratio uniformly, "log" its logarithm.
    pixels: number of pixels drawn from each ground truth without replacement. 0 uses all of them.
    paired: inputs are read from the folder, at max_scale, instead of being reduced from the ground truths.
    low: folder of those inputs, if it is not inside `root`.
    whole: an input is a whole picture instead of a crop (paper, section 5.3).
    drawn: share of the samples that are cut from drawn pages (trainer/data/drawn) instead of the folder's pictures.
    degraded: share of the inputs that get noise, blur or the traces of JPEG and WebP (trainer/data/degradation.py).
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
    drawn: float = 0.0
    degraded: float = 0.0


@dataclass(frozen=True)
class Model:
    """Section [model]: the network.

    name: name of an architecture in `engine.models.registry`.
    args: keyword arguments of that architecture.
    """

    name: str = "live"
    args: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Train:
    """Section [train]: the optimization.

    steps: number of optimizer steps of the whole run.
    minutes: time of all steps, from which a new run chooses `steps` after it has measured some. 0: `steps` counts.
    batch: number of samples in a step, over all processes.
    micro: number of samples in one forward and backward pass. Their gradients add up to the step's. 0 takes the
        whole batch at once.
    optimizer: "adam" or "muon" (trainer/loop/muon.py).
    rate: learning rate reached after `warmup` steps.
    warmup: number of steps over which the learning rate rises linearly from 0.
    decay: factor applied to the learning rate every `decay_every` steps, above 0 and at most 1.
    decay_every: number of steps between two decays. 0 replaces them by a cosine from `rate` to 0.
    ema: decay per step of the exponential moving average of the weights, in [0, 1). 0 turns averaging off.
    clip: largest norm of the gradient. Larger gradients are scaled down to it. 0 turns clipping off.
    precision: dtype of the network's matrix products: "fp32", "bf16", "fp16" or "auto". "auto" is bf16 if the
        processor has it, else fp32.
    channels_last: whether the encoder's feature maps use the channels-last memory layout.
    seed: seed of the initial weights and of all samples.
    patience: number of validations without a better mean PSNR after which the run ends. 0 never ends it early.
    start: name or path of a model whose weights initialize the network. Empty initializes them at random.
    deepen: number of residual blocks added to the `start` model. Each initially adds zero.
    encoder: name or path of a model whose encoder, with its weights, becomes that of the network.
    freeze_encoder: whether the encoder's weights stay unchanged.
    encoded_samples: number of samples whose latents are computed before the first step, by a frozen encoder
        (trainer/systems/encoder_features.py). The run draws from these. 0 encodes new samples in each step.
    teacher: name or path of a model whose outputs replace the pictures' own pixels as the targets
        (trainer/systems/teacher_targets.py). Empty trains on the pictures.
    teacher_crops: number of crops whose teacher targets are computed before the first step and stored in the run
        folder. 0 stores none: the teacher answers amid the steps, for new crops in each
        (trainer/systems/live_teacher.py). This is for GPUs: on a CPU a step takes about three times as long. It
        excludes `encoded_samples`.
    device: one of DEVICES in engine/base/resources.py.
    """

    steps: int = 10_000
    minutes: float = 0.0
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
    encoder: str = ""
    freeze_encoder: bool = False
    encoded_samples: int = 0
    teacher: str = ""
    teacher_crops: int = 8_000
    device: str = "auto"


@dataclass(frozen=True)
class Run:
    """Section [run]: the run folder and what is written to it.

    out: path of the run folder.
    log: number of steps between two lines of the log; slow steps are logged more often (trainer/loop/train.py).
    save: number of steps between two checkpoints.
    validate: number of steps between two validations.
    samples: number of held-out pictures that each validation enlarges and saves.
    tensorboard: whether the log is also written as TensorBoard events.
    """

    out: str = ""
    log: int = 50
    save: int = 500
    validate: int = 1000
    samples: int = 3
    tensorboard: bool = False


@dataclass(frozen=True)
class Recipe:
    """A complete recipe. name: stem of the file that it was read from."""

    name: str = ""
    data: Data = field(default_factory=Data)
    model: Model = field(default_factory=Model)
    train: Train = field(default_factory=Train)
    run: Run = field(default_factory=Run)


def from_table(table: dict[str, Any], source: str) -> Recipe:
    """Returns the recipe of a parsed TOML document, or of a result of `to_table`. Values are not range-checked.

    `table` is used up: pass a copy to keep it. Raises RecipeError, naming `source`, for an unknown section or key and
    for a value of the wrong type.
    """
    sections = {"data": Data(), "model": Model(), "train": Train(), "run": Run()}
    name = table.pop("name", "")
    if not isinstance(name, str):
        raise RecipeError(source, _wrong_type("name", name, str), FIX_VALUE)
    for section in table:
        if section not in sections:
            reason = message("unknown section [{name}]", name=section)
            raise RecipeError(source, reason, message("use {values}", values=", ".join(sections)))
    parsed = {}
    for section, defaults in sections.items():
        values = table.get(section, {})
        if not isinstance(values, dict):
            remedy = message("write it as a section [{name}]", name=section)
            raise RecipeError(source, message("{name} is a value", name=section), remedy)
        parsed[section] = _parse_section(defaults, section, values, source)
    return Recipe(file_name(name), **parsed)


def to_table(recipe: Recipe) -> dict[str, Any]:
    """Returns the recipe as plain nested dicts, which the run folder stores as JSON."""
    sections = {f.name: dict(vars(getattr(recipe, f.name))) for f in fields(Recipe) if f.name != "name"}
    return {"name": recipe.name} | sections


def _parse_section(defaults: Any, section: str, values: dict[str, Any], source: str) -> Any:
    """Returns the dataclass `defaults` with `values` in place. An int is accepted for a float."""
    known = {f.name: getattr(defaults, f.name) for f in fields(defaults)}
    for key, value in values.items():
        if key not in known:
            reason = message("unknown key {key}", key=f"{section}.{key}")
            raise RecipeError(source, reason, message("use {values}", values=", ".join(known)))
        expected = type(known[key])
        if expected is float and type(value) is int:
            values[key] = float(value)
        elif type(value) is not expected:
            raise RecipeError(source, _wrong_type(f"{section}.{key}", value, expected), FIX_VALUE)
    return replace(defaults, **values)


def _wrong_type(key: str, value: object, expected: type) -> Message:
    return message("{key} = {value} is not a {kind}", key=key, value=repr(value), kind=expected.__name__)
