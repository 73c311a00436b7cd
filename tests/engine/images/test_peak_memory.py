"""The memory that decoding is said to take is what it takes, in a process of its own."""

import subprocess
import sys

import imagecodecs
import numpy as np
import PIL.Image
import pytest

from engine.images import plausible_size
from engine.images.decoders import table

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="peaks are read from /proc")

SIZE = (2400, 1600)
STRIP = 4e6
"""Bytes that a strip and its conversion take, however large the picture is."""
MEASURE = """
import sys
from pathlib import Path
from engine.images import loading
def status(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith(name))
small, large = map(Path, sys.argv[1:])
loading.load(small)  # imports the decoder
Path("/proc/self/clear_refs").write_text("5")
before = status("VmRSS")
picture = loading.load(large)
assert picture.alpha is not None
print((status("VmHWM") - before) / (picture.width * picture.height))
"""


def write(path, size):
    coarse = np.random.default_rng(1).integers(0, 256, (1 + size[1] // 200, 1 + size[0] // 200, 4), np.uint8)
    picture = PIL.Image.fromarray(coarse).resize(size, PIL.Image.Resampling.BICUBIC)
    if path.suffix == ".jxl":
        path.write_bytes(imagecodecs.jpegxl_encode(np.asarray(picture), effort=1))
    elif path.suffix == ".avif":
        picture.save(path, speed=10, subsampling="4:4:4")
    elif path.suffix == ".heic":
        picture.save(path, format="HEIF", chroma=444, quality=20)
    else:
        picture.save(path, method=0)


@pytest.mark.parametrize("name", ["AVIF", "HEIF", "JXL", "WEBP"])
def test_the_peak_is_what_it_is_said_to_be(pytestconfig, tmp_path, name):
    table.formats()
    suffix = {"HEIF": "heic"}.get(name, name.lower())
    small, large = tmp_path / f"small.{suffix}", tmp_path / f"large.{suffix}"
    write(small, (80, 60))
    write(large, SIZE)
    command = [sys.executable, "-c", MEASURE, small, large]
    result = subprocess.run(command, cwd=pytestconfig.rootpath, capture_output=True, text=True, check=True)
    measured, said = float(result.stdout), plausible_size.PEAK_BYTES[name]
    assert 0.7 * said < measured <= said + STRIP / (SIZE[0] * SIZE[1])
