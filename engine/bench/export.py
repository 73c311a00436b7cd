"""`bench export`: megapixels a second and memory of each writer, against Pillow, and libvips where pyvips is installed.

Each measurement has a process of its own, whose peak of memory it reports beyond what the imports take. Unpixel's
times contain the flush to the disk and the reading back; the others' do not. libvips reads an uncompressed TIFF, as
`vips copy` does.
"""

import contextlib
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
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
MOST_HEIGHT = 65_500
"""px, of a JPEG. A larger picture is several times as wide."""
BAND = 400
"""Rows of WIDTH px that arrive at once."""
MEGAPIXELS = (10, 100)
"""Sizes that streamed formats are measured at; the first one is the largest for the others."""
MOST_OF_OTHERS = 100
"""Megapixels up to which the other writers are measured. Pillow needs the whole picture in memory."""
VIPS: dict[str, dict[str, Any]] = {
    "PNG": {"compression": 3},
    "PNG level 6": {"compression": 6},
    "JPEG": {"Q": 95, "subsample_mode": "off"},
    "JPEG progressive": {"Q": 95, "subsample_mode": "off", "interlace": True},
    "TIFF deflate": {"compression": "deflate", "tile": True},
    "TIFF lzw": {"compression": "lzw", "tile": True},
    "TIFF none": {"tile": True},
    "TIFF pyramid": {"compression": "deflate", "tile": True, "pyramid": True},
    "WebP": {"Q": 90},
    "AVIF": {"Q": 80, "subsample_mode": "off"},
}
"""Options of libvips for the same, by name of the case. pyvips-binary has no zstd in TIFF."""
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


def export(source: str, megapixels: Sequence[int] = MEGAPIXELS) -> list[dict[str, Any]]:
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
                sizes = megapixels if streamed else (min(*megapixels, MEGAPIXELS[0]),)
                rows += [row for size in sizes for row in _case(folder, case, size)]
    return rows


def _case(folder: Path, case: tuple[Any, ...], megapixels: int) -> Iterator[dict[str, Any]]:
    name, suffix, options, pillow = case
    out, about = folder / f"out{suffix}", {"bench": "export", "name": name, "megapixels": megapixels}
    yield about | {"writer": "unpixel"} | _measured(_unpixel, folder, out, megapixels, options)
    if megapixels > MOST_OF_OTHERS:
        return
    if pillow is not None:
        yield about | {"writer": "pillow"} | _measured(_pillow, folder, out, megapixels, pillow)
    if name in VIPS and find_spec("pyvips") is not None:
        yield about | {"writer": "vips"} | _measured(_vips, folder, out, megapixels, VIPS[name])


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
    pixels = np.load(folder / "pixels.npy")  # not mapped: its pages would count as memory of the writer
    repeats = -(-round(megapixels * 1e6 / WIDTH) // MOST_HEIGHT)
    pixels = np.tile(pixels, (1, repeats, 1))
    height = round(megapixels * 1e6 / pixels.shape[1])
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
        lambda: picture_file.write(out, pixels.shape[1], height, bands, False, options=FileOptions(**options))
    )


def _pillow(pixels: NDArray[Any], height: int, out: Path, options: dict[str, Any]) -> tuple[float, float]:
    bands = _bands(pixels, height)
    return _timed(lambda: PIL.Image.fromarray(np.concatenate(list(bands))).save(out, **options))


def _vips(pixels: NDArray[Any], height: int, out: Path, options: dict[str, Any]) -> tuple[float, float]:
    source = out.with_name("source.tif")
    shape = (height, pixels.shape[1], 3)
    tifffile.imwrite(
        source, _bands(pixels, height), shape=shape, dtype="uint8", photometric="rgb", rowsperstrip=BAND
    )
    import pyvips  # before the memory is measured

    _reset_peak_mb()

    def copy() -> None:
        pyvips.Image.new_from_file(str(source), access="sequential").write_to_file(str(out), **options)

    return _timed(copy)


def _bands(pixels: NDArray[Any], height: int) -> Iterator[NDArray[Any]]:
    """Yields the picture over and over, in bands, until there are `height` rows."""
    band = max(1, BAND * WIDTH // pixels.shape[1])
    for top in range(0, height, band):
        rows = min(band, height - top)
        start = top % (len(pixels) - band + 1)
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
