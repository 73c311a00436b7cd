"""A model's scores on a benchmark, and bicubic's beside them: PSNR, and SSIM where the protocol asks for it."""

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from engine.base.errors import DataError
from engine.base.messages import message
from engine.checkpoints import library
from engine.checkpoints.model import Model
from engine.compute import device
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from engine.geometry.axis import whole
from engine.images.bit_depth import Pixels
from trainer.evaluation import benchmark, metrics, scores
from trainer.evaluation.benchmark import Set
from trainer.evaluation.scores import Score, Subject


def run(
    data: Path,
    model: str,
    scales: list[int],
    protocol: metrics.Protocol | None,
    device_name: str,
    precision: str,
    kept: Path | None = None,
) -> tuple[Subject, list[Score]]:
    """Scores `model` on each image of the folder `data` at each of `scales`; protocol None: the set's own.

    kept: a file that holds the scores as they come. Those of the same model, by the same protocol, of unchanged
    images that it holds already are not measured again.
    Raises UnpixelError: no such folder or model, a picture that cannot be read, a missing counterpart.
    """
    of = benchmark.find(data)
    device.use_threads()
    compute = device.choose(device_name, precision)
    loaded = library.load(model, compute.device)
    subject = Subject(
        model=loaded.info.name,
        sha256=_checksum(loaded.info.source),
        data=str(data),
        set=of.name,
        protocol=protocol or of.protocol,
        precision=str(compute.dtype).removeprefix("torch."),
        device=compute.device.type,
    )
    done = {(each.image, each.scale): each for each in _unchanged(of, subject, kept)}
    wanted = [(path, scale) for scale in scales for path in of.high]
    missing = [(path, scale) for path, scale in wanted if (path.name, scale) not in done]
    begun = len(wanted) - len(missing)
    with tqdm(total=len(wanted), initial=begun, unit="image", disable=None, leave=False) as bar:
        for path, scale in missing:
            done[path.name, scale] = _score(of, path, scale, loaded, subject.protocol, compute)
            if kept is not None:
                scores.write(kept, subject, list(done.values()))
            bar.update()
    return subject, [done[path.name, scale] for path, scale in wanted]


def _checksum(path: Path | None) -> str:
    if path is None:
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unchanged(of: Set, subject: Subject, kept: Path | None) -> list[Score]:
    """The scores that a file keeps of images that are what they were."""
    here = {path.name: path for path in of.high}
    found = scores.load_scores(kept, subject) if kept is not None else []
    return [
        each
        for each in found
        if each.image in here and each.files == benchmark.stamp(of, here[each.image], each.scale)
    ]


def _score(
    of: Set, path: Path, scale: int, model: Model, protocol: metrics.Protocol, compute: Compute
) -> Score:
    low, high = benchmark.pair(of, path, scale)
    try:
        ours, plain = (
            _compared(_answer(each, low, high, compute), high, protocol, scale)
            for each in (model, library.bicubic())
        )
    except ValueError as error:
        reason = message("too small to score ({why})", why=error)
        raise DataError(path, reason, message("leave it out, or give smaller scales")) from error
    return Score(path.name, scale, benchmark.stamp(of, path, scale), *ours, *plain)


def _answer(model: Model, low: Pixels, high: Pixels, compute: Compute) -> NDArray[np.float32]:
    """What a model makes of `low` at the size of `high`, (H, W, 3) in [0, 1]."""
    rows, cols = (whole(*sizes) for sizes in zip(low.shape[:2], high.shape[:2], strict=True))
    values: NDArray[np.float32] = Latents(model, low, compute).decode(rows, cols).cpu().numpy()
    colours: NDArray[np.float32] = np.clip((values + 1.0) / 2.0, 0.0, 1.0)
    return colours


def _compared(
    colours: NDArray[np.float32], high: Pixels, protocol: metrics.Protocol, scale: int
) -> tuple[float, float | None]:
    """PSNR in dB, and SSIM where the protocol has it."""
    truth = high.astype(np.float32) / 255.0
    similarity = metrics.ssim(colours, truth, protocol, scale) if protocol == "mmediting" else None
    return metrics.psnr(colours, truth, protocol, scale), similarity
