"""Tables of measured and published scores, for a terminal or as Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.checkpoints import library
from trainer.evaluation import published
from trainer.evaluation.published import Rows
from trainer.evaluation.scores import Score, Subject, rows, worst

MEASURED = "measured here"
MAX_COLUMNS = 10
"""Number of scales side by side in a terminal. Further scales are printed below."""


@dataclass(frozen=True)
class Table:
    """Table of one metric. lines: method, source, and the score at each of `scales`, "" if there is none."""

    title: str
    scales: list[int]
    lines: list[list[str]]


def text(subject: Subject, scores: list[Score]) -> str:
    """Formats the tables for a terminal."""
    parts = [_heading(subject, scores)]
    for table in _tables(subject, scores):
        for first in range(0, len(table.scales), MAX_COLUMNS):
            parts.append(_aligned(table, slice(first, first + MAX_COLUMNS)))
    return "\n".join([*parts, *_remarks(subject, scores)])


def markdown(subject: Subject, scores: list[Score]) -> str:
    """Formats the tables as Markdown."""
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
    """Yields the table of PSNR, then that of SSIM if it was measured."""
    means = rows(scores)
    scales = [row["scale"] for row in means]
    comparable = published.tables_for(subject.set, means[0]["images"], subject.protocol)
    published_psnr = [(each.source, each.psnr) for each in comparable]
    for metric, title, decimals, others in (("psnr", "PSNR, dB", 2, published_psnr), ("ssim", "SSIM", 4, [])):
        if means[0][metric] is None:
            continue
        measured: Rows = {subject.model: {row["scale"]: row[metric] for row in means}}
        if subject.model != library.BUILT_IN:
            measured["bicubic"] = {row["scale"]: row[f"bicubic_{metric}"] for row in means}
        lines = [
            [
                method,
                source,
                *(f"{by_scale[scale]:.{decimals}f}" if scale in by_scale else "" for scale in scales),
            ]
            for source, methods in [(MEASURED, measured), *others]
            for method, by_scale in methods.items()
            if set(scales) & set(by_scale)
        ]
        yield Table(title, scales, lines)


def _aligned(table: Table, part: slice) -> str:
    """Aligns the columns of a table. part: the scales to include."""
    head = [table.title, "", *(f"×{scale}" for scale in table.scales[part])]
    lines = [head, *([*line[:2], *line[2:][part]] for line in table.lines)]
    lines = [line for line in lines if any(line[2:])]
    widths = [max(len(line[column]) for line in lines) for column in (0, 1)]
    return "\n".join(_line(line, widths) for line in lines)


def _line(line: list[str], widths: list[int]) -> str:
    words = "  ".join(word.ljust(width) for word, width in zip(line, widths, strict=False))
    return f"  {words}{''.join(score.rjust(8) for score in line[2:])}".rstrip()


def _remarks(subject: Subject, scores: list[Score]) -> Iterable[str]:
    """Yields the lines below the tables: the worst image, and why there are no published rows."""
    lowest = worst(scores)
    if lowest is not None and subject.model != library.BUILT_IN:
        gain = f"{lowest.gain:+.2f}".replace("-", "−")
        yield f"worst against bicubic: {lowest.image} ×{lowest.scale} {gain} dB"
    reason = published.why_none(subject.set, len({each.image for each in scores}), subject.protocol)
    if reason:
        yield f"no published rows: {reason}"
