"""`bench train`: steps per second, compared with a plain loop over the same network in the same process.

The plain loop follows the official LIIF code: Pillow crops and reduces pictures in the processes of a DataLoader, and
LIIF is queried by the official procedure (engine/decoding/official.py) in float32. Both loops get the same picture and
batch size.
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

from engine.compute import threads
from engine.decoding import official
from engine.images import demo
from engine.models.liif import Liif
from trainer import recipe_loading, systems
from trainer.data import store
from trainer.loop import allocator, initialization
from trainer.loop.clock import Clock
from trainer.loop.step import Objective, initial_state, step
from trainer.recipe import Recipe

RECIPES = ("liif-edsr", "live")
WARM_UP_STEPS = 1
STEPS = {"plain": 3, "liif-edsr": 5, "live": 24}
"""Number of measured steps, by recipe."""
WORKERS = 2
"""Processes of the plain loop's DataLoader."""


def train() -> list[dict[str, Any]]:
    """Measures both loops. Returns the rows of `bench train --json`."""
    threads.use_threads()
    allocator.retain_freed_memory()
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder, tqdm(total=3, disable=None, leave=False) as bar:
        picture = Path(folder) / "demo.png"
        Image.fromarray(demo.demo().eight_bits).save(picture)
        for name in RECIPES:
            places = [f"data.root={folder}", f"run.out={folder}/run", "train.device=cpu"]
            chosen = initialization.resolve_precision(recipe_loading.load_recipe(name, places))
            if name == "liif-edsr":
                rows.append(_row(chosen, "plain", *_measure_plain(chosen, picture)))
                bar.update()
            rows.append(_row(chosen, "unpixel", *_measure_unpixel(chosen)))
            bar.update()
    plain_ms = {row["recipe"]: row["ms"] for row in rows if row["way"] == "plain"}
    return [row | {"ratio": _ratio(row, plain_ms.get(row["recipe"]))} for row in rows]


def _ratio(row: dict[str, Any], plain_ms: float | None) -> float | None:
    """Returns the speed relative to the plain loop; None if that was not measured."""
    return None if plain_ms is None else round(plain_ms / row["ms"], 2)


def _row(chosen: Recipe, way: str, seconds: float, data_share: float) -> dict[str, Any]:
    return {
        "bench": "train",
        "recipe": chosen.name,
        "way": way,
        "batch": chosen.train.batch,
        "ms": round(seconds * 1e3, 1),
        "steps_per_s": round(1.0 / seconds, 3),
        "data_share": round(data_share, 4),
    }


def _measure_unpixel(chosen: Recipe) -> tuple[float, float]:
    """Returns the seconds per step of Unpixel's trainer, and the fraction of it spent on preparing batches."""
    cpu = torch.device("cpu")
    state = initial_state(chosen, cpu)
    system = systems.for_network(state.net)
    pictures = system.load(state.net, chosen.data, store.budget(cpu))
    clock = Clock(0)
    inputs = clock.timed(lambda samples: system.inputs(state.net, pictures, chosen.data, samples, cpu))
    objective = Objective(state.net, system.losses, chosen.train)
    for _ in range(WARM_UP_STEPS):
        step(state, objective, inputs, chosen.train)
    clock.restart(state.step)
    seconds = _best_seconds(lambda: step(state, objective, inputs, chosen.train), STEPS[chosen.name])
    return seconds, clock.read(state.step, 1).data_share


def _measure_plain(chosen: Recipe, path: Path) -> tuple[float, float]:
    """Returns the same of the plain loop. Its data time is the time that it waits for the DataLoader's workers."""
    net = initialization.build_network(chosen).train()
    assert isinstance(net, Liif)
    optimizer = torch.optim.Adam(net.parameters(), chosen.train.rate)
    samples = DataLoader(Crops(path, chosen), batch_size=chosen.train.batch, num_workers=WORKERS)
    batches = iter(samples)
    waited = [0.0]

    def plain_step() -> None:
        began = time.perf_counter()
        low, coords, cells, truth = next(batches)
        waited[0] += time.perf_counter() - began
        loss = (official.query(net, net.encode(low), coords, cells) - truth).abs().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    for _ in range(WARM_UP_STEPS):
        plain_step()
    waited[0] = 0.0
    began = time.perf_counter()
    seconds = _best_seconds(plain_step, STEPS["plain"])
    return seconds, waited[0] / (time.perf_counter() - began)


def _best_seconds(work: Callable[[], object], times: int) -> float:
    """Returns the shortest duration of `times` calls: the machine's speed without other programs' interruptions."""
    best = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


class Crops(IterableDataset[tuple[Tensor, ...]]):
    """Endless samples of a picture: low (3, p, p), coords (Q, 2), cells (Q, 2), truth (Q, 3), as LIIF's code has them.

    Colours and coordinates are from -1 to 1, coordinates (y, x). A cell is a pixel's size in these coordinates.
    """

    def __init__(self, path: Path, chosen: Recipe) -> None:
        self.picture = Image.open(path).convert("RGB")
        self.data = chosen.data

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
        axis = (2.0 * torch.arange(size) + 1.0) / size - 1.0
        coords = torch.stack(torch.meshgrid(axis, axis, indexing="ij"), dim=-1).view(-1, 2)
        drawn = torch.from_numpy(random.choice(size * size, self.data.pixels, replace=False))
        cells = torch.full((self.data.pixels, 2), 2.0 / size)
        return low, coords[drawn], cells, _tensor(high).flatten(1).T[drawn]


def _tensor(picture: Image.Image) -> Tensor:
    """Returns (3, h, w) float32 in [-1, 1]."""
    return torch.from_numpy(np.array(picture)).permute(2, 0, 1) / 127.5 - 1.0


def table(result: dict[str, Any]) -> str:
    """Returns the result as text for a terminal."""
    lines = [f"{result['machine']['processor']}, {result['machine']['device']}; batches of 16"]
    lines.append(f"{'recipe':<12} {'way':<8} {'ms a step':>10} {'steps/s':>8} {'data':>7}  speed")
    for row in result["rows"]:
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}x"
        numbers = f"{row['ms']:>10.1f} {row['steps_per_s']:>8.3f} {row['data_share']:>7.1%}"
        lines.append(f"{row['recipe']:<12} {row['way']:<8} {numbers}  {ratio}")
    return "\n".join(lines)
