"""The application is quit while it opens, decodes, exports or trains: it ends with 0, soon, without a warning."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from tests.endurance import processes
from tests.endurance.quitting import KINDS, WAYS
from tests.endurance.row import Row

EXIT_SECONDS = 5.0
BUSY = 6
"""How much longer it may take on a machine that does other work, too."""
HANGS = 120.0
EXPORT_ENDS = 60.0


def case(seed: int, index: int, folder: Path) -> str:
    """Quits one application. What it does and how it is quit take turns."""
    kind, how = KINDS[index % len(KINDS)], WAYS[index // len(KINDS) % len(WAYS)]
    seconds = np.random.default_rng([seed, index]).uniform(0.0, 2.0)
    mark = processes.mark()
    command = [sys.executable, "-m", "tests.endurance.quitting", kind, how, str(seconds), str(seed + index)]
    with (folder / "stderr").open("wb") as errors:
        process = subprocess.Popen(
            [*command, str(folder)], stderr=errors, env={**os.environ, processes.MARK: mark}
        )
        try:
            status = process.wait(HANGS)
        except subprocess.TimeoutExpired:
            process.send_signal(6)  # faulthandler writes where it hangs
            status = process.wait()
    ended = time.time()
    where = f"{kind}, {how}, after {seconds:.2f} s\n{(folder / 'stderr').read_text(errors='replace')[-6000:]}"
    assert status == 0, f"ended with {status}: {where}"
    figures = json.loads((folder / "figures.json").read_text())
    assert not figures["broken"], where
    took = ended - figures["quit_at"]
    answered = (folder / "actions.log").read_text()
    # an export that the answer keeps running ends first
    assert took < (EXPORT_ENDS if kind == "export" else BUSY * EXIT_SECONDS), f"took {took:.1f} s: {where}"
    left = processes.left_after(mark, EXPORT_ENDS)
    assert not left, f"orphans {left}: {where}"
    late = (
        ""
        if took < EXIT_SECONDS
        else f" (after {EXIT_SECONDS:.0f} s{', asked' if 'answer' in answered else ''})"
    )
    return f"{kind}{late}"


ROW = Row(
    name="quits",
    fault="quit during open, decode, export, training",
    expected="exit 0, within 5 s, no warning, no process left",
    case=case,
    ci=12,  # one of each kind and way; 50 take ten minutes on two busy cores
    long=500,
    seconds=120,
)
