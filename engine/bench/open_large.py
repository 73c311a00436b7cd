"""`bench open --megapixels`: time to the first picture of large files, and the memory of all processes together.

Each file is opened in a new process with an empty cache. libvips opens it in another one: its thumbnail is what a
viewer would show first.
"""

import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from engine.base.errors import ImageError
from engine.bench import drawn_files

MOST_ENCODED = 1000
"""Megapixels of JPEGs and PNGs; larger ones take long to write."""
SCREEN = 1500
"""Px of the thumbnail."""
PERIOD = 0.05
"""Seconds between two looks at the memory."""


def rows(source: str, megapixels: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    """Yields a row of `bench --json` for each kind of file and size."""
    from engine import render  # not at the top: the measured processes need no torch

    pixels = drawn_files.photo(render.open_image(source).eight_bits)
    for size in megapixels:
        side = round((size * 1e6) ** 0.5)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "picture.tif"
            drawn_files.write_tiled(path, pixels, side)
            yield _row("TIFF", size, path)
            if size <= MOST_ENCODED:
                for name, options in (("JPEG", {"Q": 90}), ("PNG", {"compression": 1})):
                    path = Path(folder) / f"picture.{name.lower()}"
                    drawn_files.write_repeated(path, pixels, side, **options)
                    yield _row(name, size, path)


def _row(name: str, megapixels: int, path: Path) -> dict[str, Any]:
    about = {"bench": "open", "name": f"large {name}", "megapixels": megapixels}
    found, peak = _measured(_open, path)
    thumbnail, vips_peak = _measured(_open_by_vips, path)
    return about | found | {"peak_mb": peak, "vips_ms": thumbnail["ms"], "vips_mb": vips_peak}


def _measured(work: Callable[[Path], dict[str, Any]], path: Path) -> tuple[dict[str, Any], float]:
    """Runs `work` in a new process. Returns its result, and the most MB that it and its children took together.

    Raises ImageError as `work` does.
    """
    import psutil

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_in_child, args=(work, path, theirs))
    process.start()
    theirs.close()
    peak, tree = 0.0, psutil.Process(process.pid)
    while not ours.poll(PERIOD):
        peak = max(peak, _mb(tree))
    result = ours.recv()
    process.join()
    if isinstance(result, ImageError):
        raise result
    return result, round(peak, 1)


def _mb(process: Any) -> float:
    """Returns the MB of a process and its children; pages that they share count once."""
    import psutil

    total = 0
    for each in (process, *_children(process)):
        try:
            memory = each.memory_full_info()
        except psutil.Error:  # it has just ended
            continue
        total += getattr(memory, "pss", memory.uss)
    return total / 1e6


def _children(process: Any) -> list[Any]:
    import psutil

    try:
        found: list[Any] = process.children(recursive=True)
    except psutil.Error:
        return []
    return found


def _in_child(work: Callable[[Path], dict[str, Any]], path: Path, channel: Any) -> None:
    os.environ["UNPIXEL_CACHE"] = str(path.parent / "cache")
    try:
        channel.send(work(path))
    except ImageError as error:
        channel.send(error)


def _open(path: Path) -> dict[str, Any]:
    """Returns the ms to the first rows of the picture, to the whole of it, reduced, and to all of its details."""
    from engine.images import isolated
    from engine.images.large.previewing import Conversion
    from engine.images.picture import Picture
    from engine.isolation import children

    isolated.load(_pixel(path))  # as in the window, a child is there
    children.warm_up(0)
    times: dict[str, float] = {}
    began = time.perf_counter()

    def report(now: Conversion) -> None:
        if now.preview is not None:
            ms = (time.perf_counter() - began) * 1e3
            times.setdefault("first_ms", ms)
            if now.preview[-1, -1, 3]:
                times.setdefault("whole_ms", ms)

    _ = Picture(isolated.load(path, report=report)).preview
    ready = (time.perf_counter() - began) * 1e3
    found = {"first_ms": ready, "whole_ms": ready, **times, "ready_ms": ready}
    return {name: round(ms, 1) for name, ms in found.items()}


def _pixel(path: Path) -> Path:
    import PIL.Image

    pixel = path.with_name("pixel.png")
    PIL.Image.new("RGB", (1, 1)).save(pixel)
    return pixel


def _open_by_vips(path: Path) -> dict[str, Any]:
    import pyvips

    began = time.perf_counter()
    pyvips.Image.thumbnail(str(path), SCREEN).numpy()
    return {"ms": round((time.perf_counter() - began) * 1e3, 1)}


def table(found: list[dict[str, Any]]) -> str:
    """Formats rows as text."""
    lines = [
        "milliseconds to the first rows, all of the picture and its details; MB of all processes together"
    ]
    lines.append(f"{'':<11} {'MP':>6} {'first':>8} {'all':>8} {'details':>9} {'MB':>7} {'vips':>9} {'MB':>7}")
    for row in found:
        times = (
            f"{row['first_ms']:>8.0f} {row['whole_ms']:>8.0f} {row['ready_ms']:>9.0f} {row['peak_mb']:>7.0f}"
        )
        lines.append(
            f"{row['name']:<11} {row['megapixels']:>6} {times} {row['vips_ms']:>9.0f} {row['vips_mb']:>7.0f}"
        )
    return "\n".join(lines)
