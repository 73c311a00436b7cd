"""What glibc holds on to is given back."""

import subprocess
import sys

import pytest

CODE = """
import psutil
from engine.compute import freed_memory
kept, freed = [], []
for _ in range(1000):
    kept.append(bytearray(1000))
    freed.append(bytearray(100_000))
    kept.append(bytearray(1000))
process = psutil.Process()
freed.clear()
before = process.memory_info().rss
freed_memory.return_to_system()
print(before - process.memory_info().rss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc is asked")
def test_what_lies_between_what_is_kept_is_given_back():
    told = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert int(told.stdout) > 50e6
