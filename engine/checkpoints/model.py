"""A model and what is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.models.registry import Net


@dataclass(frozen=True)
class ModelInfo:
    """name: for people. architecture, args: as `registry.build` takes them.

    max_scale: the largest scale it was trained on. parameters: how many. licence: its text, or its short
    name.
    source: the file it came from; None for a built-in.
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
    """The network is in evaluation mode and asks for no gradients."""

    info: ModelInfo
    net: Net
