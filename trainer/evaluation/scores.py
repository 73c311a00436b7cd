"""Scores per image and scale, and the file that caches them, so that an interrupted measurement can be continued."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.base import own_file, text_file
from engine.base.messages import Message
from engine.images import notices as file_notices
from trainer.evaluation.metrics import Protocol

MAX_BYTES = 1 << 26
"""Largest file of cached scores that is read."""


@dataclass(frozen=True)
class Subject:
    """What is measured, and how. Cached scores are only used for the same subject.

    model: its name. sha256: checksum of its file, "" for a built-in model. data: the folder as given by the user.
    set: its name in papers. precision, device: those of the computation.
    """

    model: str
    sha256: str
    data: str
    set: str
    protocol: Protocol
    precision: str
    device: str


@dataclass(frozen=True)
class Score:
    """Scores of one image at one scale: PSNR in dB and SSIM, for the model and for bicubic interpolation.

    files: stamp of the files that were read (see `benchmark.stamp`). ssim: None if the protocol does not include it.
    notices: pairs of a file that was read and what was noticed about it.
    """

    image: str
    scale: int
    files: str
    psnr: float
    ssim: float | None
    bicubic_psnr: float
    bicubic_ssim: float | None
    notices: tuple[tuple[str, str], ...] = ()

    @property
    def gain(self) -> float:
        """PSNR minus that of bicubic, dB; 0 if both are infinite."""
        return 0.0 if self.psnr == self.bicubic_psnr else self.psnr - self.bicubic_psnr


def worst(scores: list[Score]) -> Score | None:
    """Returns the score with the smallest gain; None if there are no scores."""
    return min(scores, key=lambda each: each.gain, default=None)


def load_scores(path: Path, subject: Subject) -> list[Score]:
    """Reads the cached scores of `subject`. Returns [] if there is no file, or if it is of another subject or kind."""
    try:
        cached = json.loads(own_file.read_text(path, MAX_BYTES))  # it may hold an infinite PSNR
        same = all(cached[key] == value for key, value in asdict(subject).items())
        return [_restored(each) for each in cached["scores"]] if same else []
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return []


def _restored(values: dict[str, Any]) -> Score:
    pairs = values.pop("notices", [])
    return Score(**values, notices=tuple((str(file), str(notice)) for file, notice in pairs))


def notices(scores: list[Score], left_out: Sequence[Message] = ()) -> list[str]:
    """Returns what was left out of the folder, and what was noticed about the files, a line each."""
    found = ((Path(file), Message(notice)) for each in scores for file, notice in each.notices)
    return [*map(str, left_out), *file_notices.lines(found)]


def write(path: Path, subject: Subject, scores: list[Score], left_out: Sequence[Message] = ()) -> None:
    """Writes the summary of `scores` as JSON. Raises ExportError if it cannot be written."""
    text_file.write(path, json.dumps(summary(subject, scores, left_out), indent=1) + "\n")


def summary(subject: Subject, scores: list[Score], left_out: Sequence[Message] = ()) -> dict[str, Any]:
    """Returns the output of `evaluate --json` (see README): subject, one row per scale, worst image, all scores.

    left_out: of the folder.
    """
    lowest = worst(scores)
    return {
        **asdict(subject),
        "rows": rows(scores),
        "worst": lowest and {"image": lowest.image, "scale": lowest.scale, "gain": round(lowest.gain, 4)},
        "notices": notices(scores, left_out),
        "scores": [asdict(each) for each in scores],
    }


def rows(scores: list[Score]) -> list[dict[str, Any]]:
    """Returns the means at each scale, smallest scale first. SSIM is None if the protocol does not include it."""
    return [_row(scale, scores) for scale in sorted({each.scale for each in scores})]


def _row(scale: int, scores: list[Score]) -> dict[str, Any]:
    at_scale = [each for each in scores if each.scale == scale]
    return {
        "scale": scale,
        "psnr": _mean([each.psnr for each in at_scale]),
        "ssim": _mean([each.ssim for each in at_scale]),
        "bicubic_psnr": _mean([each.bicubic_psnr for each in at_scale]),
        "bicubic_ssim": _mean([each.bicubic_ssim for each in at_scale]),
        "images": len(at_scale),
    }


def _mean(values: list[Any]) -> float | None:
    """Returns the mean of numbers, rounded to 4 decimals; None if the values are None."""
    return None if None in values else round(float(np.mean(values)), 4)
