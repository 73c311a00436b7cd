"""The process under the monkey. usage: python -m tests.endurance.monkey SEED SECONDS FOLDER

The application runs as always; a timer in its event loop does the walk. FOLDER/actions.log has the actions and
FOLDER/figures.json what came out.
"""

import faulthandler
import json
import random
import sys
from pathlib import Path

import numpy as np


def main() -> int:
    faulthandler.enable()
    seed, seconds, folder = int(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3])
    sys.argv[1:] = []
    from engine.checkpoints import checkpoint
    from tests.endurance.monkey.files import Files
    from tests.endurance.monkey.watch import Watch
    from tests.engine import networks
    from viewer.app import app
    from viewer.app import windows as windows_module

    chance = random.Random(seed)
    files = Files(folder, chance)
    checkpoint.save_safetensors(files.model, networks.model("liif"))
    watch = Watch(folder / "actions.log")
    walks = []
    open_first = windows_module.Windows.open_first

    def begin(windows, *paths, **options):
        from tests.endurance.monkey.walk import Walk
        from viewer.base import settings

        settings.change(painter=painter(seed))
        watch.install()  # over the application's own hooks
        walks.append(Walk(windows, files, watch, chance, seconds))  # counts the sessions from the first on
        open_first(windows, *paths, **options)

    windows_module.Windows.open_first = begin

    def write_figures():
        figures = {"painter": painter(seed), **_figures(walks.pop(), watch, seconds)}
        (folder / "figures.json").write_text(json.dumps(figures))

    watch.before_leaving(write_figures)
    return app.run([str(files.folder / "a.png")], new=True)


def painter(seed: int) -> str:
    """Returns what draws during a walk: the processor for an even seed, the graphics card for an odd one."""
    return ("processor", "graphics")[seed % 2]


def _figures(walk, watch, seconds: float) -> dict:
    from tests.endurance.monkey.watch import slope_mb_per_minute

    wall, cpu = (np.array(each) for each in zip(*watch.frames, strict=True))
    return {
        "actions": walk.count,
        "quit_at": walk.quit_at,
        "frames": len(wall),
        "p99_ms": float(np.percentile(wall, 99)),
        "p99_cpu_ms": float(np.percentile(cpu, 99)),
        "slowest_ms": float(wall.max()),
        "slope": slope_mb_per_minute(watch.samples, min(180.0, seconds / 3)),
        "samples": _rounded(watch.samples),
        "resident": _rounded(watch.resident),
        "broken": watch.broken,
    }


def _rounded(samples: list[tuple[float, int]]) -> list[tuple[float, float]]:
    """Seconds and MB."""
    return [(round(t, 1), round(size / 1e6, 1)) for t, size in samples]


if __name__ == "__main__":
    sys.exit(main())
