"""Freed memory that glibc keeps is returned to the system."""

import subprocess
import sys

import pytest

CODE = """
import psutil
from engine.compute import freed_memory
used, freed = [], []
for _ in range(1000):
    used.append(bytearray(1000))
    freed.append(bytearray(100_000))
    used.append(bytearray(1000))
process = psutil.Process()
freed.clear()
before = process.memory_info().rss
freed_memory.return_to_system()
print(before - process.memory_info().rss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc keeps freed memory")
def test_freed_blocks_between_used_ones_are_returned():
    result = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert int(result.stdout) > 50e6
