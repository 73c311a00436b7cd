"""`train --check`: examines the pictures and estimates the memory and time of a training. Nothing is written."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.base.errors import RecipeError, UnpixelError
from engine.base.messages import Message, message
from engine.base.printable import file_name
from engine.compute import threads
from engine.models import registry
from trainer import recipe_loading, systems
from trainer.data import reading, store
from trainer.data.pictures import Pictures
from trainer.loop import duration, initialization, train
from trainer.loop.trial import trial
from trainer.recipe import Recipe

MAX_LISTED = 5
"""Number of files that are listed for each kind of problem."""


@dataclass(frozen=True)
class Report:
    """Result of the check. The field names are also the keys of its JSON.

    folder, kind: the dataset's root and layout.
    training, validation: number of ground truths to train on and held out.
    pairs: number of inputs that the folder provides.
    sizes: (width, height) px of the smallest, median and largest training picture, by area.
    unreadable, unfit: one message for each file that is left out.
    notices: messages about what was left out of the folder, and about files that were read.
    equal: groups of files with equal decoded pixels.
    leaked: validation files whose pixels are also trained on.
    where: location of the decoded pictures. data_bytes: their size.
    step_bytes, step_s, data_share: as in Trial. steps: of the whole run.
    seconds: expected time of all steps, without validation and saving.
    """

    folder: str
    kind: str
    training: int
    validation: int
    pairs: int
    sizes: tuple[tuple[int, int], ...]
    unreadable: tuple[Message, ...]
    unfit: tuple[Message, ...]
    notices: tuple[Message, ...]
    equal: tuple[tuple[str, ...], ...]
    leaked: tuple[str, ...]
    where: str
    data_bytes: int
    step_bytes: int
    step_s: float
    data_share: float
    steps: int
    seconds: float


def run(name: str | None, overrides: list[str], as_json: bool) -> int:
    """Prints the report. Returns the exit code.

    If the training cannot work, it raises UnpixelError, or with `as_json` prints the error as JSON and returns 1.
    """
    try:
        if name is None:
            remedy = message("choose one, for instance live")
            raise RecipeError("train --check", message("no recipe given"), remedy)
        # nothing is written, so any folder will do if none was given
        recipe = recipe_loading.load_recipe(name, ["run.out=.", *overrides])
        threads.use_threads()
        report = examine(recipe)
    except UnpixelError as error:
        if not as_json:
            raise
        print(json.dumps({"ok": False, **_json_lines([error.message])}))
        return 1
    lines = report_lines(report)
    if as_json:
        texts = {name: list(map(str, getattr(report, name))) for name in ("unreadable", "unfit", "notices")}
        print(json.dumps({"ok": True, **_json_lines(lines), **asdict(report), **texts}))
    else:
        print(*lines, sep="\n")
    return 0


def _json_lines(lines: list[Message]) -> dict[str, Any]:
    """Returns the lines as English text and as translatable messages."""
    return {"lines": list(map(str, lines)), "messages": [line.to_json() for line in lines]}


def examine(recipe: Recipe) -> Report:
    """Decodes all pictures and runs a few steps. Raises DataError if the folder cannot be trained on."""
    recipe = initialization.resolve_model(initialization.resolve_precision(recipe))
    device = train.device_of(recipe)
    net = registry.blueprint(recipe.model.name, recipe.model.args)
    pictures = systems.for_network(net).load(net, recipe.data, store.budget(device))
    tried = trial(recipe, pictures, device)
    steps = duration.with_steps(recipe, tried.step_s).train.steps
    dataset = pictures.dataset
    return Report(
        str(dataset.root),
        dataset.kind,
        len(pictures.high),
        len(dataset.validation),
        len(dataset.pairs),
        _sizes(pictures),
        pictures.unreadable,
        pictures.unfit,
        (*dataset.left_out, *pictures.noticed),
        tuple(tuple(map(str, paths)) for paths in pictures.duplicates),
        _leaked(pictures),
        pictures.store.location,
        pictures.store.flat.numel(),
        tried.step_bytes,
        tried.step_s,
        tried.data_share,
        steps,
        tried.step_s * steps,
    )


def report_lines(report: Report) -> list[Message]:
    """Returns the report as lines for the user."""
    smallest, middle, largest = (f"{width}x{height}" for width, height in report.sizes)
    held_out = (
        message("{count} held out", count=report.validation)
        if report.validation
        else message("none held out; the PSNR is that of pictures that are trained on")
    )
    lines = [
        message("{count} training pictures, {held_out}", count=report.training, held_out=held_out),
        message(
            "{smallest} to {largest} px, median {median}", smallest=smallest, largest=largest, median=middle
        ),
        message(
            "pictures: {size} in {where}; one step: {step}",
            size=_bytes(report.data_bytes),
            where=message(report.where),
            step=_bytes(report.step_bytes),
        ),
        message(
            "time: {time}, {steps} steps of {step_s:.2f} s",
            time=_duration(report.seconds),
            steps=report.steps,
            step_s=report.step_s,
        ),
        message("data: {share:.1%} of a step", share=report.data_share),
    ]
    if report.pairs:
        lines.append(
            message("{count} inputs found as well; data.paired=true trains on them", count=report.pairs)
        )
    lines += report.notices
    lines += _problem_lines(report)
    return [_labelled(Path(report.folder), message(report.kind)), *map(_indented, lines)]


def _problem_lines(report: Report) -> Iterator[Message]:
    """Yields the problems of the folder, at most MAX_LISTED files of each kind."""
    problems = (
        (message("unreadable"), [_without_remedy(line) for line in report.unreadable]),
        (message("skipped"), [_without_remedy(line) for line in report.unfit]),
        (message("duplicate pictures"), [_files(paths) for paths in report.equal]),
        (message("held out and also trained on"), [_files([path]) for path in report.leaked]),
    )
    for title, lines in problems:
        if lines:
            yield _labelled(title, len(lines))
            yield from (_indented(_relative(report.folder, line)) for line in lines[:MAX_LISTED])
        if len(lines) > MAX_LISTED:
            yield _indented(Message("…"))


def _labelled(subject: object, text: object) -> Message:
    return message("{subject}: {told}", subject=subject, told=text)


def _indented(line: Message) -> Message:
    return Message("  {line}", {"line": line})


def _files(names: Iterable[str]) -> Message:
    return Message("{subject}", {"subject": ", ".join(map(file_name, names))})


def _without_remedy(line: Message) -> Message:
    """Returns a file's message without its remedy, which is the same for all files."""
    return _labelled(line.values["subject"], line.values["reason"])


def _relative(folder: str, line: Message) -> Message:
    """Returns a line with its file names relative to the folder, which the first line of the report names."""
    files = str(line.values["subject"]).replace(file_name(folder) + os.sep, "")
    return Message(line.text, {**line.values, "subject": files})


def _sizes(pictures: Pictures) -> tuple[tuple[int, int], ...]:
    """Returns (width, height) of the smallest, median and largest training picture, by area."""
    spans = pictures.store.spans[list(pictures.high), 1:].tolist()
    ordered = sorted(((width, height) for height, width in spans), key=lambda size: size[0] * size[1])
    return ordered[0], ordered[len(ordered) // 2], ordered[-1]


def _leaked(pictures: Pictures) -> tuple[str, ...]:
    """Returns validation files whose decoded pixels are also trained on. Their scores would be too good."""
    trained = set(pictures.digests.values())
    files = pictures.dataset.validation
    return tuple(
        str(path) for path, digest in zip(files, reading.digests(files), strict=True) if digest in trained
    )


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
