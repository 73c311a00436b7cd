"""Freed memory goes back to the system, even of blocks that lie below others."""

import platform
import subprocess
import sys

import pytest

PROGRAM = """
import numpy as np
from pathlib import Path
from engine.base import allocator
if {returned}:
    allocator.return_large_blocks()

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

np.ones(30 << 20, np.uint8)  # once freed, blocks of this size lie among the smaller ones
before = resident()
blocks = [(np.ones(10 << 20, np.uint8), np.ones(1 << 16, np.uint8)) for _ in range(12)]
small = [small for _, small in blocks]
del blocks
print(resident() - before)
"""


def growth(returned: bool) -> int:
    """Bytes that stay resident after 120 MB were freed, of which small blocks in between live on."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(returned=returned)],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    return int(done.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library than glibc")
def test_large_blocks_go_back_to_the_system_when_they_are_freed():
    assert growth(returned=False) > 50e6, "glibc keeps them by itself; if not, this module is not needed"
    assert growth(returned=True) < 10e6
