"""Scores that others have published of the set that is measured."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trainer.evaluation.metrics import Protocol

FILE = Path(__file__).with_name("published.toml")

Rows = dict[str, dict[int, float]]
"""Method -> scale -> score."""


@dataclass(frozen=True)
class Table:
    """source: where it is printed. set, images, protocol: what it was measured on, and how. psnr: dB."""

    source: str
    set: str
    images: int
    protocol: Protocol
    psnr: Rows


@cache
def tables() -> tuple[Table, ...]:
    """All of them, in the order of the file."""
    return tuple(
        Table(
            each["source"],
            each["set"],
            each["images"],
            each["protocol"],
            {
                method: dict(zip(each["scales"], scores, strict=False))
                for method, scores in each["psnr"].items()
            },
        )
        for each in tomllib.loads(FILE.read_text(encoding="utf-8"))["tables"]
    )


def of(name: str, images: int, protocol: Protocol) -> list[Table]:
    """The tables of the set of that name, measured in the same way; none where it has not as many images."""
    return [
        each
        for each in tables()
        if _called(each, name) and (each.images, each.protocol) == (images, protocol)
    ]


def why_none(name: str, images: int, protocol: Protocol) -> str:
    """What keeps the published scores of a set that has some from standing beside those measured; else nothing."""
    named = [each for each in tables() if _called(each, name)]
    if not named or of(name, images, protocol):
        return ""
    if all(each.images != images for each in named):
        return f"those of {named[0].set} are of {named[0].images} images, here are {images}"
    protocols = sorted({each.protocol for each in named if each.images == images})
    return f"those of {named[0].set} are by --protocol {' or '.join(protocols)}"


def _called(table: Table, name: str) -> bool:
    return table.set.casefold() == name.casefold()
