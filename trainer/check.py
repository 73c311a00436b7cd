"""What a training would meet: the folder's pictures, the memory, the time. Nothing is written."""

import json
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

import psutil
import torch
from torch import Tensor

from engine.base.errors import RecipeError, UnpixelError
from engine.base.messages import Message, message
from engine.compute import device
from engine.models import registry
from trainer import recipe_loading, systems
from trainer.data import reading, store
from trainer.data.pictures import Pictures
from trainer.loop import initialization, step, train
from trainer.recipe import Recipe
from trainer.systems.sample_range import SampleRange

TRIED, TRIED_S = 4, 10.0
"""Steps that are tried, the first to warm up; fewer where they would take longer than so many seconds."""
SHOWN = 5
"""Lines of each kind of complaint that a person is shown."""


@dataclass(frozen=True)
class Trial:
    """Of a few real steps. step_s: of one, with its data. data_share: of that. step_bytes: its peak of memory."""

    step_s: float
    data_share: float
    step_bytes: int


@dataclass(frozen=True)
class Report:
    """What was found. sizes: (width, height) px of the smallest, median and largest training picture, by area.

    pairs: inputs that the folder brings. unreadable, unfit: files left out, and why. equal: groups of files with the
    same decoded pixels. leaked: validation files that are trained on. where: the pictures are held; data_bytes: how
    many they take. seconds: expected for all steps, without validation and saving.
    """

    folder: str
    kind: str
    training: int
    validation: int
    pairs: int
    sizes: tuple[tuple[int, int], ...]
    unreadable: tuple[Message, ...]
    unfit: tuple[Message, ...]
    equal: tuple[tuple[str, ...], ...]
    leaked: tuple[str, ...]
    where: str
    data_bytes: int
    step_bytes: int
    step_s: float
    data_share: float
    seconds: float


def run(name: str | None, overrides: list[str], as_json: bool) -> int:
    """`train --check`: prints the report. Returns 1 where the training cannot work, told as JSON if that is wanted.

    Raises UnpixelError, else.
    """
    try:
        if name is None:
            remedy = message("name one, for instance live")
            raise RecipeError("train --check", message("no recipe was given"), remedy)
        # nothing is written, so any folder will do where none was given
        chosen = recipe_loading.load_recipe(name, ["run.out=.", *overrides])
        device.use_threads()
        found = examine(chosen)
    except UnpixelError as error:
        if not as_json:
            raise
        print(json.dumps({"ok": False, **_plain([error.message])}))
        return 1
    lines = told(found, chosen.train.steps)
    if as_json:
        left_out = {"unreadable": list(map(str, found.unreadable)), "unfit": list(map(str, found.unfit))}
        print(json.dumps({"ok": True, **_plain(lines), **asdict(found), **left_out}))
    else:
        print(*lines, sep="\n")
    return 0


def _plain(lines: list[Message]) -> dict[str, Any]:
    """For a person, and for whom speaks another language."""
    return {"lines": list(map(str, lines)), "said": [line.to_json() for line in lines]}


def examine(chosen: Recipe) -> Report:
    """Reads all pictures and tries a few steps. Raises DataError where the folder cannot be trained on."""
    chosen = initialization.resolved(initialization.precise(chosen))
    device = train.device_of(chosen)
    net = registry.blueprint(chosen.model.name, chosen.model.args)
    held = systems.for_network(net).load(net, chosen.data, store.budget(device))
    tried = trial(chosen, held, device)
    known = held.dataset
    return Report(
        str(known.root),
        known.kind,
        len(held.high),
        len(known.validation),
        len(known.pairs),
        _sizes(held),
        held.unreadable,
        held.unfit,
        tuple(tuple(map(str, paths)) for paths in held.equal),
        _leaked(held),
        held.store.where,
        held.store.flat.numel(),
        tried.step_bytes,
        tried.step_s,
        tried.data_share,
        tried.step_s * chosen.train.steps,
    )


def trial(chosen: Recipe, held: Pictures, device: torch.device) -> Trial:
    """A few steps of a network that is thrown away."""
    state = step.begin(chosen, device)
    system = systems.for_network(state.net)
    loading: list[float] = []
    shares: list[float] = []
    steps: list[float] = []
    began = time.perf_counter()

    def inputs(samples: SampleRange) -> tuple[Tensor, ...]:
        first = time.perf_counter()
        found = system.inputs(state.net, held, chosen.data, samples, device)
        loading.append(time.perf_counter() - first)
        return found

    computed = step.Objective(state.net, system.losses, chosen.train)
    with _peak(device) as peak:
        while len(steps) < TRIED and (not steps or time.perf_counter() - began + steps[-1] < TRIED_S):
            loading.clear()
            first = time.perf_counter()
            step.step(state, computed, inputs, chosen.train)
            steps.append(time.perf_counter() - first)
            shares.append(sum(loading))
    # the first step also sets the libraries up
    warm = slice(1, None) if len(steps) > 1 else slice(None)
    took = median(steps[warm])
    return Trial(took, median(shares[warm]) / took, peak[0])


def told(found: Report, steps: int) -> list[Message]:
    """The report for a person to read, in lines."""
    smallest, middle, largest = (f"{width}x{height}" for width, height in found.sizes)
    held_out = (
        message("{count} held out", count=found.validation)
        if found.validation
        else message("none held out: no PSNR will be told")
    )
    lines = [
        message("{count} pictures to train on, {held_out}", count=found.training, held_out=held_out),
        message(
            "{smallest} to {largest} px, median {median}", smallest=smallest, largest=largest, median=middle
        ),
        message(
            "pictures: {size} in {where}; a step: {step}",
            size=_bytes(found.data_bytes),
            where=message(found.where),
            step=_bytes(found.step_bytes),
        ),
        message(
            "time: {time}, {steps} steps of {step_s:.2f} s",
            time=_duration(found.seconds),
            steps=steps,
            step_s=found.step_s,
        ),
        message("data: {share:.1%} of a step", share=found.data_share),
    ]
    if found.pairs:
        lines.append(
            message("{count} inputs lie there too; data.paired=true trains on them", count=found.pairs)
        )
    lines += _complaints(found)
    return [_about(found.folder, message(found.kind)), *map(_indented, lines)]


def _complaints(found: Report) -> Iterator[Message]:
    """What is wrong with the folder, a few files of each kind."""
    complaints = (
        (message("unreadable"), [_reason(line) for line in found.unreadable]),
        (message("left out"), [_reason(line) for line in found.unfit]),
        (message("the same picture"), [_files(", ".join(paths)) for paths in found.equal]),
        (message("held out, but trained on"), [_files(path) for path in found.leaked]),
    )
    for what, lines in complaints:
        if lines:
            yield _about(what, len(lines))
            yield from (_indented(_within(found.folder, line)) for line in lines[:SHOWN])
        if len(lines) > SHOWN:
            yield _indented(Message("…"))


def _about(subject: object, told: object) -> Message:
    return message("{subject}: {told}", subject=subject, told=told)


def _indented(line: Message) -> Message:
    return Message("  {line}", {"line": line})


def _files(names: str) -> Message:
    return Message("{subject}", {"subject": names})


def _reason(line: Message) -> Message:
    """A complaint without its remedy, which is the same for all."""
    return _about(line.values["subject"], line.values["reason"])


def _within(folder: str, line: Message) -> Message:
    """Its files as they are called in the folder, which the first line has."""
    files = str(line.values["subject"]).replace(folder + os.sep, "")
    return Message(line.text, {**line.values, "subject": files})


def _sizes(held: Pictures) -> tuple[tuple[int, int], ...]:
    spans = held.store.spans[list(held.high), 1:].tolist()
    ordered = sorted(((width, height) for height, width in spans), key=lambda size: size[0] * size[1])
    return ordered[0], ordered[len(ordered) // 2], ordered[-1]


def _leaked(held: Pictures) -> tuple[str, ...]:
    """Validation files whose decoded pixels are a training picture's: their scores would flatter."""
    trained = set(held.digests.values())
    outcomes = zip(held.dataset.validation, reading.digests(held.dataset.validation), strict=True)
    return tuple(str(path) for path, digest in outcomes if digest in trained)


@contextmanager
def _peak(where: torch.device) -> Iterator[list[int]]:
    """Yields a list whose one entry becomes the most bytes that were taken within."""
    most = [0]
    if where.type == "cuda":
        before = torch.cuda.memory_allocated(where)
        torch.cuda.reset_peak_memory_stats(where)
        yield most
        most[0] = torch.cuda.max_memory_allocated(where) - before
        return
    process, done = psutil.Process(), threading.Event()
    before = process.memory_info().rss

    def watch() -> None:
        while not done.wait(0.005):
            most[0] = max(most[0], process.memory_info().rss - before)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield most
    finally:
        done.set()
        watcher.join()


def _bytes(count: int) -> Message:
    return (
        message("{size:.1f} GB", size=count / 1e9)
        if count >= 1e9
        else message("{size:.0f} MB", size=count / 1e6)
    )


def _duration(seconds: float) -> Message:
    hours, minutes = divmod(round(seconds / 60), 60)
    if hours:
        return message("{hours} h {minutes} min", hours=hours, minutes=minutes)
    return message("{minutes} min", minutes=max(1, minutes))
