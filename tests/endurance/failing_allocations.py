"""The Nth request for memory fails: the right picture or a typed error, and the next view is right."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from itertools import product
from pathlib import Path

from tests.endurance.row import Row

ROOT = Path(__file__).resolve().parents[2]
MODELS = ("live", "liif")
ACTIONS = ("view", "export", "spread", "source")
MOST = 51
"""Numbers of the failing request: 0 to MOST - 1."""

CASES = [
    (model, action, nth, lasting)
    for nth, lasting, model, action in product(range(MOST), (False, True), MODELS, ACTIONS)
]
FEWER = "fewer requests for memory"
"""Kind of outcome of an action that makes no request of that number."""


class FailingProcess:
    """A process with an allocator that fails on purpose. It runs cases of allocating_session.py, one at a time."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        library = Path(self._folder.name) / "failing_allocator.so"
        source = Path(__file__).with_name("failing_allocator.c")
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source], check=True)
        command = [sys.executable, "-m", "tests.endurance.allocating_session"]
        environment = os.environ | {"LD_PRELOAD": str(library)}
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env=environment
        )

    def run(self, model: str, action: str, nth: int, lasting: bool) -> str:
        """Runs a case and returns its kind of outcome. Raises AssertionError about a wrong one."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps([model, action, nth, lasting]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        where = f"{model}, {action}, request {nth} for memory{' and all later ones' if lasting else ''}"
        assert answer, f"{where}: the process ended with status {self._process.wait()}"
        kind, wrong = json.loads(answer)
        assert not wrong, f"{where}: {kind}, but {wrong}"
        return str(kind)

    def close(self) -> None:
        """Lets the process end."""
        self._process.communicate()
        self._folder.cleanup()


@cache
def _process() -> FailingProcess:
    return FailingProcess()


def can_run() -> bool:
    """Returns whether the allocator can be built and inserted: it needs Linux with glibc, and a C compiler."""
    return sys.platform == "linux" and shutil.which("cc") is not None


def case(seed: int, index: int, folder: Path) -> str:
    """Tries one number of one action. A step of 37 spreads few cases over all numbers and reaches every one."""
    return _process().run(*CASES[37 * index % len(CASES)]) if can_run() else "no C compiler"


ROW = Row(
    name="failing-allocations",
    fault="Nth request for memory fails, alone or with all later ones",
    expected="right result or typed error, the next view is right",
    case=case,
    ci=48,
    long=len(CASES),
    end=lambda: _process().close() if can_run() else None,
)
