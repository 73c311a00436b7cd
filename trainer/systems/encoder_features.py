"""Encoder features: the latents of a fixed number of samples, computed once.

A frozen encoder makes the same latents of a sample every time. Without it, a training step of a network with the
EDSR-baseline encoder costs a sixth. So the latents of `train.encoded_samples` samples are computed before the first
step and stored in the run folder. A step then draws from these samples.

Sample n is sample 0 of step n of the recipe: photos, teacher targets, drawn pages and degraded inputs in the recipe's
shares. Only its latents are stored; the rest is made again when the sample is drawn.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.base.atomic_file import replacing
from engine.base.messages import Message, message
from engine.compute.device import DTYPES
from engine.models.live import LiveOnEncoder
from trainer.data.pictures import Pictures
from trainer.recipe import Data, Recipe
from trainer.systems.sample_range import SampleRange

SAMPLES_STREAM = 5
"""Appended to the seed of the random numbers that choose samples. Other numbers choose crops, pixels and targets."""
PROGRESS_NOTICES = 10
"""Number of progress notices until all features are computed."""

Features = NDArray[np.float16]
"""(N, p, p, C), the latents of N inputs of p x p px."""
Inputs = Callable[[LiveOnEncoder, Pictures, Data, SampleRange, torch.device], tuple[Tensor, ...]]
"""Returns the tensors of some samples: low (B, 3, p, p), then lists of B tensors, one list after another."""


class _StoppedError(Exception):
    """The run was asked to stop."""


@dataclass(frozen=True)
class KnownLatents:
    """A network for inputs whose latents (B, C, p, p) are known: it has what losses need of LiveOnEncoder."""

    net: LiveOnEncoder
    latents: Tensor

    @property
    def order(self) -> int:
        """Basis functions of the polynomials along one axis."""
        return self.net.order

    def polynomials(self, image: Tensor) -> Tensor:
        """Overrides PolynomialNet.polynomials: the encoder does not run."""
        return self.net.polynomials(image, self.latents)


def prepare_features(
    recipe: Recipe,
    net: LiveOnEncoder,
    inputs: Callable[[SampleRange], tuple[Tensor, ...]],
    fingerprint: str,
    notify: Callable[[Message], None],
    running: Callable[[], bool],
) -> Path | None:
    """Returns the file of a run's features. Computes them unless the run folder holds them already.

    inputs: returns the tensors of samples, on the network's device. fingerprint: of the pictures. notify: receives
    progress notices. running: is called before each sample; once it returns False, nothing is written and the result
    is None. Raises OSError if the file cannot be written.
    """
    file = Path(recipe.run.out) / f"features-{_digest(recipe, net, fingerprint)}.npy"
    if file.exists():
        return file
    try:
        with replacing(file) as temporary:
            _compute(temporary, recipe, net, inputs, notify, running)
    except _StoppedError:
        return None
    return file


def load_features(file: Path) -> Features:
    """Maps the file of `prepare_features` into memory."""
    features: Features = np.load(file, mmap_mode="r")
    return features


def _digest(recipe: Recipe, net: LiveOnEncoder, fingerprint: str) -> str:
    """Returns a hash of all that the features depend on."""
    train = recipe.train
    settings = [train.teacher, train.teacher_crops, train.seed, train.encoded_samples, train.precision]
    digest = hashlib.sha256(json.dumps([*settings, {**vars(recipe.data), "root": fingerprint}]).encode())
    for weight in net.encoder.state_dict().values():
        digest.update(weight.cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()[:16]


@torch.no_grad()
def _compute(
    file: Path,
    recipe: Recipe,
    net: LiveOnEncoder,
    inputs: Callable[[SampleRange], tuple[Tensor, ...]],
    notify: Callable[[Message], None],
    running: Callable[[], bool],
) -> None:
    """Writes the features of all samples. Raises _StoppedError once `running` returns False."""
    train, patch, count = recipe.train, recipe.data.patch, recipe.train.encoded_samples
    device, dtype = next(net.parameters()).device.type, DTYPES[train.precision]
    shape = count, patch, patch, net.encoder.out_dim
    features = np.lib.format.open_memmap(file, "w+", np.float16, shape)
    for number in range(count):
        if not running():
            raise _StoppedError
        low = inputs(SampleRange(train.seed, number, 0, 1))[0]
        with torch.autocast(device, dtype, enabled=dtype != torch.float32):
            latents = net.latents(low)
        features[number] = latents[0].permute(1, 2, 0).half().cpu().numpy()
        if (number + 1) % -(-count // PROGRESS_NOTICES) == 0:
            notify(message("features of {count} of {all} samples computed", count=number + 1, all=count))
    features.flush()


def drawn_inputs(
    features: Features,
    inputs: Inputs,
    net: LiveOnEncoder,
    pictures: Pictures,
    data: Data,
    samples: SampleRange,
    device: torch.device,
) -> tuple[Tensor, ...]:
    """Returns low (B, 3, p, p), latents (B, C, p, p), and the rest of the tensors that `inputs` returns of B samples.

    The samples are chosen at random of those with features.
    """
    numbers = [_choose(samples, index, len(features)) for index in range(samples.count)]
    made = [
        inputs(net, pictures, data, SampleRange(samples.seed, number, 0, 1), device) for number in numbers
    ]
    lows, *rest = zip(*made, strict=True)
    latents = (
        torch.from_numpy(np.stack([features[number] for number in numbers])).to(device).permute(0, 3, 1, 2)
    )
    return torch.cat(lows), latents.float(), *(each for kind in rest for each in kind)


def _choose(samples: SampleRange, index: int, count: int) -> int:
    """Returns the number of the sample that sample `index` of the range repeats, of `count`."""
    random = np.random.default_rng((samples.seed, samples.step, samples.first + index, SAMPLES_STREAM))
    return int(random.integers(count))
