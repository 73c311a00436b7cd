"""Thumbnails: their sizes, their pixels, and pictures with alpha."""

import subprocess
import sys

import numpy as np
import PIL.Image
import pytest

from engine import thumbnail
from engine.base.errors import ExportError


@pytest.mark.parametrize(
    ("size", "expected"),
    [((400, 200), (100, 50)), ((30, 90), (30, 90)), ((5000, 3), (100, 1)), ((1, 1), (1, 1))],
)
def test_the_longest_side_is_the_given_one(tmp_path, size, expected):
    source, out = tmp_path / "picture.png", tmp_path / "no suffix"
    PIL.Image.new("RGB", size, (200, 30, 60)).save(source)
    assert thumbnail.write(source, out, 100) == expected
    with PIL.Image.open(out) as found:
        assert (found.format, found.size) == ("PNG", expected)
        assert np.abs(np.asarray(found).astype(int) - (200, 30, 60)).max() <= 1


def test_alpha_stays(tmp_path):
    source, out = tmp_path / "picture.png", tmp_path / "out.png"
    PIL.Image.new("RGBA", (64, 64), (10, 20, 30, 77)).save(source)
    thumbnail.write(source, out, 16)
    with PIL.Image.open(out) as found:
        assert np.abs(np.asarray(found).astype(int) - (10, 20, 30, 77)).max() <= 1


def test_a_folder_that_is_not_there_is_said(tmp_path):
    source = tmp_path / "picture.png"
    PIL.Image.new("RGB", (8, 8)).save(source)
    with pytest.raises(ExportError):
        thumbnail.write(source, tmp_path / "none" / "out.png", 8)


def test_it_needs_no_torch():
    code = "import sys, engine.thumbnail; sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
