"""A step of Live's training mixes no tensor of a device with those of the processor."""

import subprocess
import sys


def test_a_step_stays_on_its_device(photos):
    command = (sys.executable, "-m", "tests.trainer.systems.foreign_step", photos)
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    assert ended.returncode == 0, ended.stderr
    steps = ("live", "distillation", "teacher liif", "teacher live")
    assert ended.stdout.splitlines() == [f"foreign {name}" for name in steps]
