"""A model and its description."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.models.registry import Net


@dataclass(frozen=True)
class ModelInfo:
    """Description of a model.

    name: to show to people. architecture, args: as `registry.build` takes them. max_scale: the largest scale it was
    trained on. parameters: their number. licence: its text or its short name. source: the file it was loaded from;
    None for a built-in model.
    """

    name: str
    architecture: str
    args: Mapping[str, object]
    max_scale: float
    parameters: int
    description: str
    licence: str
    source: Path | None


@dataclass(frozen=True)
class Model:
    """A network in evaluation mode without gradients, with its description."""

    info: ModelInfo
    net: Net
