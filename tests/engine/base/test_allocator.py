"""Memory that threads have freed is used again by other threads."""

import platform
import subprocess
import sys

import pytest

PROGRAM = """
import threading
from pathlib import Path
import numpy as np
from engine.base import allocator
if {shared}:
    allocator.share_one_heap()

THREADS, BLOCKS, SIZE = 6, 160, 100_000

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

def allocate():
    blocks = [np.ones(SIZE, np.uint8) for _ in range(BLOCKS)]
    kept.append(np.ones(100, np.uint8))  # lies above the blocks, so that they are not given back to the system
    together.wait()  # each thread holds its blocks while the others allocate

kept, together = [], threading.Barrier(THREADS)
threads = [threading.Thread(target=allocate) for _ in range(THREADS)]
before = resident()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
blocks = [np.ones(SIZE, np.uint8) for _ in range(THREADS * BLOCKS)]
print((resident() - before) / (THREADS * BLOCKS * SIZE))
"""


def memory_per_block(shared: bool) -> float:
    """Resident bytes for each byte of blocks that one thread allocates after others have freed as many."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(shared=shared)], stdout=subprocess.PIPE, check=True, text=True
    )
    return float(done.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library than glibc")
def test_memory_freed_by_threads_is_used_again_by_others():
    assert memory_per_block(shared=False) > 1.6, "glibc does it by itself; if so, this module is not needed"
    assert memory_per_block(shared=True) < 1.3
