"""`bench open`: what the child process costs that decodes pictures.

Files of 12 megapixels are decoded in this process and through the child in turn, in pairs: the load of the machine
changes more from second to second than what is measured.
"""

import os
import signal
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image

from engine import render
from engine.bench import open_large
from engine.images import isolated, loading
from engine.isolation import children

SIZE = (4000, 3000)
"""(width, height) px of the files."""
REPEATS = 15
KINDS: dict[str, dict[str, Any]] = {
    "JPEG": {"suffix": ".jpg", "quality": 90},
    "PNG": {"suffix": ".png", "compress_level": 1},
    "TIFF": {"suffix": ".tif"},
}


def open_files(source: str, megapixels: tuple[int, ...] = ()) -> list[dict[str, Any]]:
    """Returns the rows of `bench --json`: one for the start of a child, one for each kind of file.

    source: a file, or the word demo; it is enlarged to SIZE. megapixels: sizes of larger files, which are opened, too.
    """
    picture = PIL.Image.fromarray(render.open_image(source).eight_bits).resize(SIZE)
    with tempfile.TemporaryDirectory() as folder:
        rows = [_start_row(Path(folder))]
        for kind, options in KINDS.items():
            path = (Path(folder) / "picture").with_suffix(options["suffix"])
            picture.save(path, **{name: value for name, value in options.items() if name != "suffix"})
            rows.append(_row(kind, path))
    return [*rows, *open_large.rows(source, megapixels)]


def _row(kind: str, path: Path) -> dict[str, Any]:
    isolated.load(path)
    pairs = [(_ms(lambda: loading.load(path)), _ms(lambda: isolated.load(path))) for _ in range(REPEATS)]
    here, there = (statistics.median(times) for times in zip(*pairs, strict=True))
    return {
        "bench": "open",
        "name": kind,
        "size": list(SIZE),
        "in_process_ms": round(here, 1),
        "child_ms": round(there, 1),
        "cost_ms": round(statistics.median(through - alone for alone, through in pairs), 1),
        "ratio": round(there / here, 3),
        "child_mb": _child_mb(),
        "count": REPEATS,
    }


def _start_row(folder: Path) -> dict[str, Any]:
    """Measures the start of a child: a kill until the next picture of one pixel is there."""
    path = folder / "pixel.png"
    PIL.Image.fromarray(np.zeros((1, 1, 3), np.uint8)).save(path)
    times = []
    for _ in range(REPEATS // 3):
        isolated.load(path)
        pid = children.SHARED.idle_pid(0)
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        times.append(_ms(lambda: isolated.load(path)))
    return {
        "bench": "open",
        "name": "restart",
        "size": [1, 1],
        "child_ms": round(statistics.median(times), 1),
        "child_mb": _child_mb(),
        "count": len(times),
    }


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e3


def _child_mb() -> float:
    """MB of memory of the warm child that are not shared with other processes' libraries."""
    import psutil

    pid = children.SHARED.idle_pid(0)
    own: float = psutil.Process(pid).memory_full_info().uss
    return round(own / 1e6, 1)


def table(result: dict[str, Any]) -> str:
    """Formats the result as text."""
    lines = ["milliseconds to open a picture of 12 megapixels, median; MB of the child's own memory"]
    lines.append(f"{'':<8} {'in process':>10} {'child':>8} {'cost':>7} {'ratio':>6} {'MB':>6}")
    large = [row for row in result["rows"] if "megapixels" in row]
    for row in result["rows"][: len(result["rows"]) - len(large)]:
        here = f"{row['in_process_ms']:>10.1f}" if "in_process_ms" in row else " " * 10
        cost = f"{row['cost_ms']:>7.1f} {row['ratio']:>6.3f}" if "cost_ms" in row else " " * 14
        lines.append(f"{row['name']:<8} {here} {row['child_ms']:>8.1f} {cost} {row['child_mb']:>6.1f}")
    return "\n".join([*lines, *([open_large.table(large)] if large else [])])
