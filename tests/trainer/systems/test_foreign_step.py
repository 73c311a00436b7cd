"""A step of Live's training mixes no tensor of a device with those of the processor."""

import subprocess
import sys


def test_a_step_stays_on_its_device():
    command = (sys.executable, "-m", "tests.trainer.systems.foreign_step")
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    assert ended.returncode == 0, ended.stderr
    assert [line.split()[0] for line in ended.stdout.splitlines()] == ["foreign", "foreign"]
