"""Scores a model and bicubic interpolation on a benchmark: PSNR, and SSIM if the protocol includes it."""

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from engine.base.errors import DataError
from engine.base.messages import message
from engine.checkpoints import library
from engine.checkpoints.model import Model
from engine.compute import device, threads
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from engine.geometry.axis import whole
from engine.images.bit_depth import Pixels
from trainer.evaluation import benchmark, metrics, scores
from trainer.evaluation.benchmark import BenchmarkSet
from trainer.evaluation.scores import Score, Subject


def run(
    data: Path,
    model: str,
    scales: list[int],
    protocol: metrics.Protocol | None,
    device_name: str,
    precision: str,
    cache: Path | None = None,
) -> tuple[Subject, list[Score]]:
    """Scores `model` on each image of the folder `data` at each of `scales`; protocol None: that of the set.

    cache: a file that is updated after every score. Scores in it are not measured again if they are of the same
    subject and the image has not changed.
    Raises UnpixelError: no such folder or model, an unreadable picture, a missing downscaled copy.
    """
    dataset = benchmark.find(data)
    threads.use_threads()
    compute = device.choose(device_name, precision)
    loaded = library.load(model, compute.device)
    subject = Subject(
        model=loaded.info.name,
        sha256=_checksum(loaded.info.source),
        data=str(data),
        set=dataset.name,
        protocol=protocol or dataset.protocol,
        precision=str(compute.dtype).removeprefix("torch."),
        device=compute.device.type,
    )
    done = {(each.image, each.scale): each for each in _unchanged(dataset, subject, cache)}
    left_out = benchmark.left_out(dataset)
    wanted = [(path, scale) for scale in scales for path in dataset.high]
    missing = [(path, scale) for path, scale in wanted if (path.name, scale) not in done]
    completed = len(wanted) - len(missing)
    with tqdm(total=len(wanted), initial=completed, unit="image", disable=None, leave=False) as bar:
        for path, scale in missing:
            done[path.name, scale] = _score(dataset, path, scale, loaded, subject.protocol, compute)
            if cache is not None:
                scores.write(cache, subject, list(done.values()), left_out)
            bar.update()
    return subject, [done[path.name, scale] for path, scale in wanted]


def _checksum(path: Path | None) -> str:
    if path is None:
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unchanged(dataset: BenchmarkSet, subject: Subject, cache: Path | None) -> list[Score]:
    """Returns the cached scores of images that have not changed since."""
    files = {path.name: path for path in dataset.high}
    cached = scores.load_scores(cache, subject) if cache is not None else []
    return [
        each
        for each in cached
        if each.image in files and each.files == benchmark.stamp(dataset, files[each.image], each.scale)
    ]


def _score(
    dataset: BenchmarkSet, path: Path, scale: int, model: Model, protocol: metrics.Protocol, compute: Compute
) -> Score:
    low, high, noticed = benchmark.pair(dataset, path, scale)
    try:
        own, bicubic = (
            _metrics(enlarge(each, low, high, compute), high, protocol, scale)
            for each in (model, library.bicubic())
        )
    except ValueError as error:
        reason = message("too small to measure ({why})", why=error)
        raise DataError(path, reason, message("remove it, or use smaller scales")) from error
    texts = tuple((str(file), str(notice)) for file, notice in noticed)
    return Score(path.name, scale, benchmark.stamp(dataset, path, scale), *own, *bicubic, texts)


def enlarge(model: Model, low: Pixels, high: Pixels, compute: Compute) -> NDArray[np.float32]:
    """Enlarges `low` to the size of `high`. Returns (H, W, 3) float32 in [0, 1]."""
    rows, cols = (whole(*sizes) for sizes in zip(low.shape[:2], high.shape[:2], strict=True))
    values: NDArray[np.float32] = Latents(model, low, compute).decode(rows, cols).cpu().numpy()
    colours: NDArray[np.float32] = np.clip((values + 1.0) / 2.0, 0.0, 1.0)
    return colours


def _metrics(
    colours: NDArray[np.float32], high: Pixels, protocol: metrics.Protocol, scale: int
) -> tuple[float, float | None]:
    """Returns PSNR in dB, and SSIM if the protocol includes it."""
    truth = high.astype(np.float32) / 255.0
    similarity = metrics.ssim(colours, truth, protocol, scale) if protocol == "mmediting" else None
    return metrics.psnr(colours, truth, protocol, scale), similarity
