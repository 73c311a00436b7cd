"""Measured scores and published ones in one table, to read in a terminal or to keep as Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.checkpoints import library
from trainer.evaluation import published
from trainer.evaluation.published import Rows
from trainer.evaluation.scores import Score, Subject, rows, worst

MEASURED = "measured here"
WIDTH = 10
"""Scales side by side in a terminal; further ones follow below."""


@dataclass(frozen=True)
class Table:
    """lines: method, source, and the score at each of `scales`; an empty text where there is none."""

    title: str
    scales: list[int]
    lines: list[list[str]]


def text(subject: Subject, scores: list[Score]) -> str:
    """For a terminal."""
    parts = [_heading(subject, scores)]
    for table in _tables(subject, scores):
        for first in range(0, len(table.scales), WIDTH):
            parts.append(_aligned(table, slice(first, first + WIDTH)))
    return "\n".join([*parts, *_remarks(subject, scores)])


def markdown(subject: Subject, scores: list[Score]) -> str:
    """For a file."""
    parts = [f"## {_heading(subject, scores)}"]
    for table in _tables(subject, scores):
        head = ["method", "source", *(f"×{scale}" for scale in table.scales)]
        rule = ["---", "---", *("--:" for _ in table.scales)]
        body = [head, rule, *table.lines]
        parts.append("\n".join([f"{table.title}\n", *(f"| {' | '.join(line)} |" for line in body)]))
    return "\n\n".join([*parts, *_remarks(subject, scores)]) + "\n"


def _heading(subject: Subject, scores: list[Score]) -> str:
    images = len({each.image for each in scores})
    return (
        f"{subject.model} on {subject.set}: {images} images, protocol {subject.protocol}, {subject.precision}"
    )


def _tables(subject: Subject, scores: list[Score]) -> Iterable[Table]:
    """PSNR, and SSIM where it was measured."""
    means = rows(scores)
    scales = [row["scale"] for row in means]
    printed = [
        (each.source, each.psnr) for each in published.of(subject.set, means[0]["images"], subject.protocol)
    ]
    for metric, title, decimals, others in (("psnr", "PSNR, dB", 2, printed), ("ssim", "SSIM", 4, [])):
        if means[0][metric] is None:
            continue
        measured: Rows = {subject.model: {row["scale"]: row[metric] for row in means}}
        if subject.model != library.BUILT_IN:
            measured["bicubic"] = {row["scale"]: row[f"bicubic_{metric}"] for row in means}
        lines = [
            [method, source, *(f"{of[scale]:.{decimals}f}" if scale in of else "" for scale in scales)]
            for source, methods in [(MEASURED, measured), *others]
            for method, of in methods.items()
            if set(scales) & set(of)
        ]
        yield Table(title, scales, lines)


def _aligned(table: Table, part: slice) -> str:
    """Columns of equal width; the scales of `part`."""
    head = [table.title, "", *(f"×{scale}" for scale in table.scales[part])]
    lines = [head, *([*line[:2], *line[2:][part]] for line in table.lines)]
    lines = [line for line in lines if any(line[2:])]
    wide = [max(len(line[place]) for line in lines) for place in (0, 1)]
    return "\n".join(_line(line, wide) for line in lines)


def _line(line: list[str], wide: list[int]) -> str:
    words = "  ".join(word.ljust(width) for word, width in zip(line, wide, strict=False))
    return f"  {words}{''.join(score.rjust(8) for score in line[2:])}".rstrip()


def _remarks(subject: Subject, scores: list[Score]) -> Iterable[str]:
    """What the table does not show."""
    least = worst(scores)
    if least is not None and subject.model != library.BUILT_IN:
        gain = f"{least.gain:+.2f}".replace("-", "−")
        yield f"worst against bicubic: {least.image} ×{least.scale} {gain} dB"
    reason = published.why_none(subject.set, len({each.image for each in scores}), subject.protocol)
    if reason:
        yield f"no published rows: {reason}"
