"""The worker process: runs cases of one row and writes a line of JSON about each.

usage: python -m tests.endurance.worker ROW SEED RESULTS FOLDER, the indices of the cases as JSON on stdin; RESULTS is
the number of an open file.
"""

import faulthandler
import json
import os
import resource
import shutil
import sys
import time
import traceback
from pathlib import Path

import psutil

from tests.endurance import memory, rows
from tests.endurance.row import Row


def main() -> None:
    faulthandler.enable()
    name, seed, results, folder = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    row = rows.named(name)
    os.set_inheritable(results, False)
    row.prepare()
    for index in json.load(sys.stdin):
        line = json.dumps(_result(row, seed, index, folder / f"case-{index}"))
        os.write(results, line.encode() + b"\n")
    row.end()
    for child in psutil.Process().children(recursive=True):
        child.kill()


def _result(row: Row, seed: int, index: int, folder: Path) -> dict:
    """Does one case. Returns its outcome, duration and memory, and what was broken."""
    folder.mkdir()
    memory.reset_peak()
    before, began, cpu = memory.resident(), time.perf_counter(), _cpu_seconds()
    broken, outcome = "", "broken"
    try:
        outcome = row.case(seed, index, folder)
    except Exception:  # noqa: BLE001 - whatever a case raises is a broken promise
        broken = traceback.format_exc(limit=-12)
    seconds, cpu = time.perf_counter() - began, _cpu_seconds() - cpu
    peak_mb = max(0, memory.peak() - before) / 1e6
    if cpu > row.seconds or seconds > 10 * row.seconds:
        broken += f"took {seconds:.1f} s ({cpu:.1f} s of CPU); the limit is {row.seconds:g} s"
    if peak_mb > row.memory_mb:
        broken += f"took {peak_mb:.0f} MB; the limit is {row.memory_mb:g} MB"
    shutil.rmtree(folder, ignore_errors=True)  # a training that outlived its window may still write
    result = {"outcome": outcome, "seconds": seconds, "peak_mb": peak_mb}
    return result | ({"broken": broken} if broken else {})


def _cpu_seconds() -> float:
    """CPU time of this process and of its children, with those that have ended."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ended = sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, kinds))
    return ended + sum(map(memory.cpu_seconds, psutil.Process().children(recursive=True)))


if __name__ == "__main__":
    main()
