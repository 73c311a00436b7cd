"""What a step has freed, the next one has without a page fault."""

import subprocess
import sys

import pytest

CODE = """
import resource
from trainer.loop import allocator
{keep}
def faults():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    bytearray(b"x") * (64 << 20)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
faults()
print(faults())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc is told")
def test_freed_memory_stays():
    def second(keep):
        told = subprocess.run(
            [sys.executable, "-c", CODE.format(keep=keep)], capture_output=True, text=True, check=True
        )
        return int(told.stdout)

    plain = second("")
    if not plain:
        pytest.skip("this C library keeps all memory anyway")
    assert second("allocator.retain_freed_memory()") < plain / 100
