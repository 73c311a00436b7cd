"""`bench train`: steps a second, beside a plain loop of the same network in the same run.

The plain loop is the official one in our own words: Pillow cuts and reduces crops in a DataLoader's processes, LIIF
answers by the plain procedure (engine/decoding/official.py) in float32. Both get the same pictures and the same batch.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info
from tqdm import tqdm

from engine.compute import device
from engine.decoding import official
from engine.images import demo
from engine.models.liif import Liif
from trainer import recipe_loading, systems
from trainer.data import store
from trainer.loop import allocator, initialization
from trainer.loop.clock import Clock
from trainer.loop.step import Objective, begin, step
from trainer.recipe import Recipe

RECIPES = ("liif-edsr", "live")
WARM = 1
STEPS = {"plain": 3, "liif-edsr": 5, "live": 24}
WORKERS = 2


def train() -> list[dict[str, Any]]:
    """The rows of `bench train --json`."""
    device.use_threads()
    allocator.retain_freed_memory()
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder, tqdm(total=3, disable=None, leave=False) as bar:
        Image.fromarray(demo.demo().pixels).save(Path(folder) / "demo.png")
        for name in RECIPES:
            places = [f"data.root={folder}", f"run.out={folder}/run", "train.device=cpu"]
            asked = initialization.precise(recipe_loading.load_recipe(name, places))
            if name == "liif-edsr":
                rows.append(_row(asked, "plain", *_plain(asked, Path(folder) / "demo.png")))
                bar.update()
            rows.append(_row(asked, "unpixel", *_ours(asked)))
            bar.update()
    slow = {row["recipe"]: row["ms"] for row in rows if row["way"] == "plain"}
    return [
        row | {"ratio": round(slow[row["recipe"]] / row["ms"], 2) if row["recipe"] in slow else None}
        for row in rows
    ]


def _row(asked: Recipe, way: str, seconds: float, data: float) -> dict[str, Any]:
    return {
        "bench": "train",
        "recipe": asked.name,
        "way": way,
        "batch": asked.train.batch,
        "ms": round(seconds * 1e3, 1),
        "steps_per_s": round(1.0 / seconds, 3),
        "data_share": round(data, 4),
    }


def _ours(asked: Recipe) -> tuple[float, float]:
    """Seconds a step, and the share of its data."""
    cpu = torch.device("cpu")
    state = begin(asked, cpu)
    system = systems.for_network(state.net)
    pictures = system.load(state.net, asked.data, store.budget(cpu))
    clock = Clock(0)
    inputs = clock.timed(lambda samples: system.inputs(state.net, pictures, asked.data, samples, cpu))
    computed = Objective(state.net, system.losses, asked.train)
    for _ in range(WARM):
        step(state, computed, inputs, asked.train)
    clock.restart(state.step)
    seconds = _seconds(lambda: step(state, computed, inputs, asked.train), STEPS[asked.name])
    return seconds, clock.read(state.step, 1)["data_share"]


def _plain(asked: Recipe, path: Path) -> tuple[float, float]:
    """The same of the plain loop; its data waits are those of the first process for its workers."""
    net = initialization.network(asked).train()
    assert isinstance(net, Liif)
    optimizer = torch.optim.Adam(net.parameters(), asked.train.rate)
    samples = DataLoader(Crops(path, asked), batch_size=asked.train.batch, num_workers=WORKERS)
    batches = iter(samples)
    waited = [0.0]

    def once() -> None:
        began = time.perf_counter()
        low, coords, cells, truth = next(batches)
        waited[0] += time.perf_counter() - began
        loss = (official.query(net, net.encode(low), coords, cells) - truth).abs().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    for _ in range(WARM):
        once()
    waited[0] = 0.0
    began = time.perf_counter()
    seconds = _seconds(once, STEPS["plain"])
    return seconds, waited[0] / (time.perf_counter() - began)


def _seconds(work: Callable[[], object], times: int) -> float:
    """The best of `times`: what the machine can do, not what else it was doing."""
    best = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


class Crops(IterableDataset[tuple[Tensor, ...]]):
    """Samples without end: low (3, p, p), coords (Q, 2), cells (Q, 2), truth (Q, 3)."""

    def __init__(self, path: Path, asked: Recipe) -> None:
        self.picture = Image.open(path).convert("RGB")
        self.data = asked.data

    def __iter__(self) -> Iterator[tuple[Tensor, ...]]:
        worker = get_worker_info()
        random = np.random.default_rng(worker.id if worker else 0)
        while True:
            yield self._sample(random)

    def _sample(self, random: np.random.Generator) -> tuple[Tensor, ...]:
        patch = self.data.patch
        size = round(patch * random.uniform(self.data.min_scale, self.data.max_scale))
        left, top = (int(random.integers(side - size + 1)) for side in self.picture.size)
        high = self.picture.crop((left, top, left + size, top + size))
        low = _tensor(high.resize((patch, patch), Image.Resampling.BICUBIC))
        line = (2.0 * torch.arange(size) + 1.0) / size - 1.0
        coords = torch.stack(torch.meshgrid(line, line, indexing="ij"), dim=-1).view(-1, 2)
        chosen = torch.from_numpy(random.choice(size * size, self.data.pixels, replace=False))
        cells = torch.full((self.data.pixels, 2), 2.0 / size)
        return low, coords[chosen], cells, _tensor(high).flatten(1).T[chosen]


def _tensor(picture: Image.Image) -> Tensor:
    """(3, h, w) in [-1, 1]."""
    return torch.from_numpy(np.array(picture)).permute(2, 0, 1) / 127.5 - 1.0


def table(result: dict[str, Any]) -> str:
    """The result for a person to read."""
    lines = [f"{result['machine']['processor']}, {result['machine']['device']}; batches of 16"]
    lines.append(f"{'recipe':<12} {'way':<8} {'ms a step':>10} {'steps/s':>8} {'data':>7}  speed")
    for row in result["rows"]:
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}x"
        numbers = f"{row['ms']:>10.1f} {row['steps_per_s']:>8.3f} {row['data_share']:>7.1%}"
        lines.append(f"{row['recipe']:<12} {row['way']:<8} {numbers}  {ratio}")
    return "\n".join(lines)
