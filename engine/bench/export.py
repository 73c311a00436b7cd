"""`bench export`: megapixels a second and memory of each writer, against Pillow, and `vips copy` where it is installed.

Each measurement has a process of its own, whose peak of memory it reports beyond what the imports take. Unpixel's
times contain the flush to the disk and the reading back; the others' do not. The memory of `vips` is not measured: it
is a program of its own.
"""

import contextlib
import multiprocessing
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import tifffile
from numpy.typing import NDArray

from engine.export import formats, picture_file
from engine.export.options import FileOptions

WIDTH = 5000
"""px of a picture."""
BAND = 400
"""Rows that arrive at once."""
MEGAPIXELS = (10, 100)
"""Sizes that streamed formats are measured at; the first one for the others."""
CASES: tuple[tuple[str, str, dict[str, Any], dict[str, Any] | None], ...] = (
    ("PNG", ".png", {}, {}),
    ("PNG level 6", ".png", {"compression": "6"}, {"compress_level": 6}),
    ("JPEG", ".jpg", {}, {"quality": 95, "subsampling": 0}),
    (
        "JPEG progressive",
        ".jpg",
        {"progressive": True},
        {"quality": 95, "subsampling": 0, "progressive": True},
    ),
    ("TIFF deflate", ".tif", {}, {"compression": "tiff_adobe_deflate"}),
    ("TIFF zstd", ".tif", {"compression": "zstd"}, {"compression": "zstd"}),
    ("TIFF lzw", ".tif", {"compression": "lzw"}, {"compression": "tiff_lzw"}),
    ("TIFF none", ".tif", {"compression": "none"}, {}),
    ("TIFF pyramid", ".tif", {"pyramid": True}, None),
    ("WebP", ".webp", {}, {"quality": 90}),
    ("AVIF", ".avif", {}, {"quality": 80, "subsampling": "4:4:4"}),
    ("JPEG XL", ".jxl", {}, None),
    ("HEIC", ".heic", {}, None),
)
"""Name, suffix, options of Unpixel, and Pillow's options for the same; None where Pillow has none."""


def export(source: str) -> list[dict[str, Any]]:
    """Returns the rows of `bench --json`. source: a file, or the word demo; it is enlarged to WIDTH."""
    from engine import render  # not at the top: the measured processes need no torch

    picture = PIL.Image.fromarray(render.open_image(source).eight_bits)
    height = max(BAND, round(WIDTH * picture.height / picture.width))
    picture = picture.resize((WIDTH, height), PIL.Image.Resampling.BICUBIC)
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        np.save(folder / "pixels.npy", np.asarray(picture))
        for case in CASES:
            kind = formats.BY_SUFFIX[case[1]]
            if formats.is_installed(kind):
                streamed = not (kind.memory or case[2].get("progressive"))
                rows += [
                    row for size in MEGAPIXELS[: 2 if streamed else 1] for row in _case(folder, case, size)
                ]
    return rows


def _case(folder: Path, case: tuple[Any, ...], megapixels: int) -> Iterator[dict[str, Any]]:
    name, suffix, options, pillow = case
    out, about = folder / f"out{suffix}", {"bench": "export", "name": name, "megapixels": megapixels}
    yield about | {"writer": "unpixel"} | _measured(_unpixel, folder, out, megapixels, options)
    if pillow is not None:
        yield about | {"writer": "pillow"} | _measured(_pillow, folder, out, megapixels, pillow)
    vips = {
        "PNG": "[compression=3]",
        "JPEG": "[Q=95,subsample-mode=off]",
        "TIFF deflate": "[compression=deflate,tile]",
    }
    if name in vips and shutil.which("vips"):
        target = f"{out}{vips[name]}"
        yield (
            about
            | {"writer": "vips"}
            | _measured(_vips, folder, out, megapixels, {"target": target})
            | {"peak_mb": None}
        )


def _measured(
    work: Callable[..., tuple[float, float]],
    folder: Path,
    out: Path,
    megapixels: int,
    options: dict[str, Any],
) -> dict[str, Any]:
    """Runs `work` in a new process. Returns its speed, its memory and the size of its file."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        found: dict[str, Any] = pool.apply(_in_child, (work, folder, out, megapixels, options))
    return found


def _in_child(
    work: Callable[..., tuple[float, float]],
    folder: Path,
    out: Path,
    megapixels: int,
    options: dict[str, Any],
) -> dict[str, Any]:
    pixels = np.load(folder / "pixels.npy", mmap_mode="r")
    height = round(megapixels * 1e6 / WIDTH)
    before = _reset_peak_mb()
    seconds, cpu = work(pixels, height, out, options)
    return {
        "mp_per_s": round(megapixels / seconds, 1),
        "mp_per_cpu_s": round(megapixels / cpu, 1),
        "peak_mb": round(_peak_mb() - before, 1),
        "file_mb": round(out.stat().st_size / 1e6, 1),
    }


def _unpixel(pixels: NDArray[Any], height: int, out: Path, options: dict[str, Any]) -> tuple[float, float]:
    bands = _bands(pixels, height)
    return _timed(
        lambda: picture_file.write(out, WIDTH, height, bands, False, options=FileOptions(**options))
    )


def _pillow(pixels: NDArray[Any], height: int, out: Path, options: dict[str, Any]) -> tuple[float, float]:
    bands = _bands(pixels, height)
    return _timed(lambda: PIL.Image.fromarray(np.concatenate(list(bands))).save(out, **options))


def _vips(pixels: NDArray[Any], height: int, out: Path, options: dict[str, Any]) -> tuple[float, float]:
    source = out.with_name("source.tif")
    shape = (height, WIDTH, 3)
    tifffile.imwrite(
        source, _bands(pixels, height), shape=shape, dtype="uint8", photometric="rgb", rowsperstrip=BAND
    )
    return _timed(lambda: subprocess.run(["vips", "copy", str(source), options["target"]], check=True))


def _bands(pixels: NDArray[Any], height: int) -> Iterator[NDArray[Any]]:
    """Yields the picture over and over, in bands, until there are `height` rows."""
    for top in range(0, height, BAND):
        rows = min(BAND, height - top)
        start = top % (len(pixels) - BAND + 1)
        yield np.array(pixels[start : start + rows])


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Returns the seconds, and the processor's seconds, also of processes that ended."""
    began, used = time.perf_counter(), _cpu()
    work()
    return time.perf_counter() - began, _cpu() - used


def _cpu() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def _reset_peak_mb() -> float:
    """Lets the peak of this process begin anew, where the system can, and returns it."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # a sandbox may forbid it
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _peak_mb()


def _peak_mb() -> float:
    """Returns the peak of resident memory. Linux passes the one of getrusage on from the parent process."""
    if sys.platform == "linux":
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return int(status.split("VmHWM:")[1].split()[0]) / 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def table(result: dict[str, Any]) -> str:
    """Formats the result as text."""
    lines = ["megapixels a second (wall, processor), peak of memory in MB, size of the file in MB"]
    lines.append(f"{'':<18}{'':<8} {'MP':>4} {'MP/s':>7} {'MP/cpu s':>9} {'peak':>7} {'file':>7}")
    for row in result["rows"]:
        speeds = f"{row['mp_per_s']:>7.1f} {row['mp_per_cpu_s']:>9.1f}"
        sizes = f"{row['peak_mb'] or '—':>7} {row['file_mb']:>7.1f}"
        lines.append(f"{row['name']:<18}{row['writer']:<8} {row['megapixels']:>4} {speeds} {sizes}")
    return "\n".join(lines)
