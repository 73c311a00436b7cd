"""Runs the cases of a row in worker processes, so that a crash of the code under test is a finding and not the end."""

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.endurance.row import Figures, Row

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 120.0
"""Wall time until a worker has imported what it needs, on a busy machine."""
MOST_BROKEN = 20
"""A row ends after this many broken promises."""


class BrokenPromise(AssertionError):
    """At least one case broke a promise. figures: with all of them."""

    def __init__(self, figures: Figures) -> None:
        super().__init__("\n\n".join(figures.broken))
        self.figures = figures


def run(row: Row, seed: int, count: int, first: int = 0) -> Figures:
    """Runs `count` cases, `row.jobs` at a time. Raises BrokenPromise at the end if there was any."""
    figures, began, lock = Figures(row, seed), time.perf_counter(), threading.Lock()
    indices = range(first, first + count)
    threads = [
        threading.Thread(target=_supervise, args=(figures, lock, list(indices[job :: row.jobs])))
        for job in range(min(row.jobs, count))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    figures.took = time.perf_counter() - began
    if figures.broken:
        raise BrokenPromise(figures)
    return figures


def _supervise(figures: Figures, lock: threading.Lock, indices: list[int]) -> None:
    """Runs cases in one worker after another: a worker that dies or hangs is replaced at the next case."""
    while indices and len(figures.broken) < MOST_BROKEN:
        indices = _run_worker(figures, lock, indices)


def _run_worker(figures: Figures, lock: threading.Lock, indices: list[int]) -> list[int]:
    """Runs cases in one worker. Returns those that it did not get to."""
    row, seed, done = figures.row, figures.seed, 0
    limit = START_SECONDS + 10 * row.seconds
    with tempfile.TemporaryDirectory(prefix="endurance-") as folder, tempfile.TemporaryFile() as errors:
        worker, results = _started(row, seed, indices, folder, errors)
        for line in _lines(results, limit):
            result, index = json.loads(line), indices[done]
            done += 1
            with lock:
                if "broken" in result:
                    figures.broken.append(_finding(row, seed, index, result["broken"]))
                figures.add(result["outcome"], result["seconds"], result["peak_mb"])
            if len(figures.broken) >= MOST_BROKEN:
                break
        ended = _end(worker)
        if done < len(indices) and len(figures.broken) < MOST_BROKEN:
            errors.seek(0)
            last_errors = errors.read()[-4000:].decode(errors="replace")
            with lock:
                figures.broken.append(_finding(row, seed, indices[done], f"{ended}\n{last_errors}"))
                figures.add("worker died", 0.0, 0.0)
            done += 1
    return indices[done:]


def _started(row: Row, seed: int, indices: list[int], folder: str, errors) -> tuple[subprocess.Popen, int]:
    """Starts a worker in a process group of its own. Returns it and the pipe that its results come from."""
    reading, writing = os.pipe()
    data = Path(folder) / "data"
    environment = {
        **os.environ,
        "UNPIXEL_DATA": str(data),
        "HOME": folder,
        "XDG_CONFIG_HOME": f"{folder}/config",
        "XDG_STATE_HOME": f"{folder}/state",
        "OMP_WAIT_POLICY": "PASSIVE",
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    command = [sys.executable, "-m", "tests.endurance.worker", row.name, str(seed), str(writing), folder]
    worker = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=errors,
        stderr=errors,
        pass_fds=(writing,),
        start_new_session=True,
    )
    os.close(writing)
    worker.stdin.write(json.dumps(indices).encode())
    worker.stdin.close()
    return worker, reading


def _lines(pipe: int, limit: float):
    """Yields the lines of a pipe until it ends, or until none came for `limit` seconds."""
    pending = b""
    with selectors.DefaultSelector() as selector, os.fdopen(pipe, "rb", buffering=0) as file:
        selector.register(file, selectors.EVENT_READ)
        while selector.select(limit) and (data := file.read(1 << 16)):
            *lines, pending = (pending + data).split(b"\n")
            yield from lines


def _end(worker: subprocess.Popen) -> str:
    """Waits for a worker that closed its results, or kills one that hangs with all that it started. Says how."""
    try:
        worker.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(worker.pid, signal.SIGABRT)  # faulthandler writes where it hangs
        with contextlib.suppress(subprocess.TimeoutExpired):
            worker.wait(10)
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
        return "the worker hung"
    if worker.returncode < 0:
        return f"the worker died by {signal.Signals(-worker.returncode).name}"
    return f"the worker ended with {worker.returncode}"


def _finding(row: Row, seed: int, index: int, what: str) -> str:
    return f"python -m tests.endurance {row.name} --seed {seed} --first {index} --count 1\n{what}"
