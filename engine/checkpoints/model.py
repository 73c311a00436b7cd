"""A model and its description."""

import copy
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import torch

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

    def on(self, device: torch.device) -> "Model":
        """Returns the model on a device: itself if it is there, else a copy, since an export may still use it."""
        if all(weights.device.type == device.type for weights in self.net.parameters()):
            return self
        return replace(self, net=copy.deepcopy(self.net).to(device))

    def digest(self) -> str:
        """Returns a hash of the architecture, its arguments and the weights."""
        found = hashlib.sha256(repr((self.info.architecture, sorted(self.info.args.items()))).encode())
        for name, weights in sorted(self.net.state_dict().items()):
            found.update(f"{name} {weights.dtype} {tuple(weights.shape)}".encode())
            found.update(weights.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().data)
        return found.hexdigest()
