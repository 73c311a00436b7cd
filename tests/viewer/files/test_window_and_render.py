"""The window shows of every format what `render --scale 1` writes."""

from fractions import Fraction

import numpy as np
import pytest
from waiting import WAIT, opened

from engine import render
from engine.images import loading
from engine.images.decoders import table
from engine.images.picture import to_screen
from engine.images.suffixes import SUFFIXES
from tests.engine.images.drawn.all_cases import cases

MOST_FILES = 8
"""Files of a format that are looked at: those with different bits, colours and alpha first."""


def chosen(name):
    """Returns drawn files of a format, as different as possible."""
    own = [case for case in cases() if case.format == name and case.right is not None]
    kinds = {
        tuple(case.facts.get(key) for key in ("bits", "model", "alpha", "orientation")): case for case in own
    }
    return [*kinds.values()][:MOST_FILES]


def rendered(path, out):
    """Returns what `render --scale 1` writes, in the pixel format of screens."""
    render.run(str(path), out, None, Fraction(1), "bicubic", "cpu", "auto")
    written = loading.load(out)
    return to_screen(written.pixels, written.alpha)


@pytest.mark.parametrize("name", [decoder.format for decoder in table.DECODERS])
def test_the_window_shows_what_render_writes(make_window, qtbot, tmp_path, name):
    if name not in table.formats():
        pytest.skip(f"the package for {name} is not installed")
    window = make_window()
    for number, case in enumerate(chosen(name)):
        path = tmp_path / f"{number}{SUFFIXES[name].split()[0]}"
        path.write_bytes(case.draw())
        wanted = rendered(path, tmp_path / f"{number}.out.png")
        window.open_paths(str(path))
        qtbot.waitUntil(lambda path=path: [each.path for each in opened(window)][-1:] == [path], timeout=WAIT)
        event = opened(window)[-1]
        assert event.preview.shape == wanted.shape
        # a pixel of alpha 0 has no colour; a premultiplied one rounds twice
        assert np.abs(event.preview.astype(int) - wanted).max() <= 1, case.label
        assert event.size == (wanted.shape[1], wanted.shape[0])
