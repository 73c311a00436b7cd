"""Scores, image by image, and the file that keeps them as they come: a measurement goes on where it stopped."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.base import text_file
from trainer.evaluation.metrics import Protocol


@dataclass(frozen=True)
class Subject:
    """What is measured, and how. Scores of one subject are none of another.

    model: its name. sha256: of its file; of a built-in model, nothing. data: the folder, as it was given.
    set: its name in papers. precision, device: of the arithmetic.
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
    """Of one image at one scale: PSNR in dB, SSIM where the protocol has it, and those of bicubic interpolation.

    files: the stamp of the files that were read (see `benchmark.stamp`).
    """

    image: str
    scale: int
    files: str
    psnr: float
    ssim: float | None
    bicubic_psnr: float
    bicubic_ssim: float | None

    @property
    def gain(self) -> float:
        """dB above bicubic; 0 where both are exact."""
        return 0.0 if self.psnr == self.bicubic_psnr else self.psnr - self.bicubic_psnr


def worst(scores: list[Score]) -> Score | None:
    """The image and scale that gains least on bicubic, or falls farthest behind it."""
    return min(scores, key=lambda each: each.gain, default=None)


def load_scores(path: Path, subject: Subject) -> list[Score]:
    """The scores of `subject` that a file keeps; none where there is no file, or one of something else."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        same = all(kept[key] == value for key, value in asdict(subject).items())
        return [Score(**each) for each in kept["scores"]] if same else []
    except (OSError, ValueError, TypeError, LookupError):
        return []


def write(path: Path, subject: Subject, scores: list[Score]) -> None:
    """Keeps `scores`. Raises ExportError where the disk does not take them."""
    text_file.write(path, json.dumps(summary(subject, scores), indent=1) + "\n")


def summary(subject: Subject, scores: list[Score]) -> dict[str, Any]:
    """What README says of `evaluate --json`: the subject, a row per scale, the worst image, and each score."""
    least = worst(scores)
    return {
        **asdict(subject),
        "rows": rows(scores),
        "worst": least and {"image": least.image, "scale": least.scale, "gain": round(least.gain, 4)},
        "scores": [asdict(each) for each in scores],
    }


def rows(scores: list[Score]) -> list[dict[str, Any]]:
    """The means at each scale, smallest first; SSIM is None where the protocol has none."""
    return [_row(scale, scores) for scale in sorted({each.scale for each in scores})]


def _row(scale: int, scores: list[Score]) -> dict[str, Any]:
    of = [each for each in scores if each.scale == scale]
    return {
        "scale": scale,
        "psnr": _mean([each.psnr for each in of]),
        "ssim": _mean([each.ssim for each in of]),
        "bicubic_psnr": _mean([each.bicubic_psnr for each in of]),
        "bicubic_ssim": _mean([each.bicubic_ssim for each in of]),
        "images": len(of),
    }


def _mean(values: list[Any]) -> float | None:
    """Of numbers; None of Nones."""
    return None if None in values else round(float(np.mean(values)), 4)
