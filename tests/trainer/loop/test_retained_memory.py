"""Memory that a step has freed is reused by the next one without page faults."""

import subprocess
import sys

import pytest

CODE = """
import resource
from trainer.loop import allocator
{setup}
def faults():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    bytearray(b"x") * (64 << 20)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
faults()
print(faults())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc has mallopt")
def test_freed_memory_stays():
    def page_faults(setup):
        done = subprocess.run(
            [sys.executable, "-c", CODE.format(setup=setup)], capture_output=True, text=True, check=True
        )
        return int(done.stdout)

    plain = page_faults("")
    if not plain:
        pytest.skip("this C library keeps all memory anyway")
    assert page_faults("allocator.retain_freed_memory()") < plain / 100
