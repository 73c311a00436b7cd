"""No network mixes tensors of a device with those of the processor."""

import subprocess
import sys

COMMAND = (sys.executable, "-m", "tests.engine.compute.foreign_device")


def test_no_network_mixes_devices():
    ended = subprocess.run(COMMAND, check=False, capture_output=True, text=True, timeout=300)
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stdout + ended.stderr
