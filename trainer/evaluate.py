"""A model's scores on a benchmark: PSNR, and SSIM where the protocol asks for it, at whole scales."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from engine import device, folder, image, library, lowres, metrics
from engine.axis import whole
from engine.errors import DataError
from engine.image import Pixels
from engine.latents import Latents


@dataclass(frozen=True)
class Set:
    """high: the ground truths. low: where their reduced copies lie, by scale; None: they are made here."""

    high: list[Path]
    low: Path | None


def run(
    data: Path, model: str, scales: list[int], protocol: metrics.Protocol, device_name: str, precision: str
) -> dict[str, Any]:
    """Scores `model` on the folder `data` at each of `scales`. Returns what README says of `evaluate --json`.

    Raises UnpixelError: no such folder or model, a picture that cannot be read, a missing counterpart.
    """
    chosen = find(data)
    device.use_threads()
    compute = device.choose(device_name, precision)
    loaded = library.load(model, compute.device)
    rows = []
    with tqdm(total=len(scales) * len(chosen.high), unit="image", disable=None, leave=False) as bar:
        for scale in scales:
            scores = []
            for path in chosen.high:
                low, high = pair(chosen, path, scale)
                scores.append(_score(Latents(loaded, low, compute), path, high, protocol, scale))
                bar.update()
            psnr, ssim = zip(*scores, strict=True)
            rows.append(
                {
                    "scale": scale,
                    "psnr": round(float(np.mean(psnr)), 4),
                    "ssim": round(float(np.mean(ssim)), 4) if protocol == "mmediting" else None,
                    "images": len(scores),
                }
            )
    return {"model": loaded.info.name, "data": str(data), "protocol": protocol, "rows": rows}


def _score(
    latents: Latents, path: Path, high: Pixels, protocol: metrics.Protocol, scale: int
) -> tuple[float, float]:
    """PSNR in dB, and SSIM where the protocol has it, else 0, of the model's answer for the ground truth `high`."""
    grid = whole(high.shape[0] // scale, high.shape[0]), whole(high.shape[1] // scale, high.shape[1])
    answer = latents.decode(*grid).cpu().numpy()
    colours: NDArray[np.float32] = np.clip((answer + 1.0) / 2.0, 0.0, 1.0)
    truth = high.astype(np.float32) / 255.0
    try:
        similarity = metrics.ssim(colours, truth, protocol, scale) if protocol == "mmediting" else 0.0
        return metrics.psnr(colours, truth, protocol, scale), similarity
    except ValueError as error:
        raise DataError(
            path, f"too small to score ({error})", "leave it out, or give smaller scales"
        ) from error


def find(data: Path) -> Set:
    """Which layout `data` has: a benchmark's, DIV2K's, or images alone. Raises DataError where there is none."""
    if not data.is_dir():
        raise DataError(data, "no such folder", "give a benchmark's folder, DIV2K's, or one of images")
    for high, low in (("HR", "LR_bicubic"), ("DIV2K_valid_HR", "DIV2K_valid_LR_bicubic")):
        if (data / high).is_dir():
            return Set(_some(data / high), data / low if (data / low).is_dir() else None)
    beside = data.parent / "DIV2K_valid_LR_bicubic"
    return Set(_some(data), beside if data.name == "DIV2K_valid_HR" and beside.is_dir() else None)


def pair(of: Set, path: Path, scale: int) -> tuple[Pixels, Pixels]:
    """(h, w, 3) and (h * scale, w * scale, 3) of the ground truth `path`.

    Where the set brings no copies at this scale one is made by bicubic reduction, after cropping to a multiple.
    """
    reduced = of.low / f"X{scale}" if of.low else None
    high = image.load(path).pixels
    if reduced is None or not reduced.is_dir():
        if min(high.shape[:2]) < scale:
            raise DataError(path, f"is less than {scale} px a side", "leave it out, or give smaller scales")
        high = lowres.crop_to_multiple(high, scale)
        return lowres.lower(high, scale), high
    low = image.load(_counterpart(reduced, path, scale)).pixels
    height, width = low.shape[0] * scale, low.shape[1] * scale
    if height > high.shape[0] or width > high.shape[1]:
        raise DataError(
            path, f"is smaller than {scale} times its copy in {reduced}", "mend the pair of files"
        )
    return low, high[:height, :width]


def table(result: dict[str, Any]) -> str:
    """The result for a person to read."""
    lines = [f"{result['model']} on {result['data']}, protocol {result['protocol']}"]
    for row in result["rows"]:
        ssim = "" if row["ssim"] is None else f"   SSIM {row['ssim']:.4f}"
        lines.append(f"  ×{row['scale']:<3} {row['psnr']:6.2f} dB{ssim}   ({row['images']} images)")
    return "\n".join(lines)


def _some(place: Path) -> list[Path]:
    found = folder.images(place)
    if not found:
        raise DataError(place, "holds no images", "give a folder that does")
    return found


def _counterpart(reduced: Path, high: Path, scale: int) -> Path:
    found = [
        path for path in reduced.glob(f"{high.stem}x{scale}.*") if path.suffix.lower() in folder.suffixes()
    ]
    if len(found) != 1:
        raise DataError(
            high, f"has {len(found)} copies {high.stem}x{scale} in {reduced}", "keep just one there"
        )
    return found[0]
