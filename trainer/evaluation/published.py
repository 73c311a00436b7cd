"""Published scores, read from published.toml. They are shown next to the measured ones."""

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
    """A published table. source: where it is printed. set, images, protocol: what was measured, and how. psnr: dB."""

    source: str
    set: str
    images: int
    protocol: Protocol
    psnr: Rows


@cache
def tables() -> tuple[Table, ...]:
    """Returns all tables in the order of the file."""
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


def tables_for(name: str, images: int, protocol: Protocol) -> list[Table]:
    """Returns the tables of the set `name` with the same number of images and the same protocol."""
    return [
        each for each in tables() if _is_of(each, name) and (each.images, each.protocol) == (images, protocol)
    ]


def why_none(name: str, images: int, protocol: Protocol) -> str:
    """Returns why the published scores of a set cannot be compared; "" if they can, or if there are none."""
    named = [each for each in tables() if _is_of(each, name)]
    if not named or tables_for(name, images, protocol):
        return ""
    if all(each.images != images for each in named):
        return f"those of {named[0].set} are of {named[0].images} images, here are {images}"
    protocols = sorted({each.protocol for each in named if each.images == images})
    return f"those of {named[0].set} are by --protocol {' or '.join(protocols)}"


def _is_of(table: Table, name: str) -> bool:
    return table.set.casefold() == name.casefold()
