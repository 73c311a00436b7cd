"""SVG drawings: what is one, how large it is drawn, that nothing else is loaded, and what damaged ones say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import ImageError
from engine.images.decoders.svg import LONGEST, MOST_LONGEST, is_svg
from engine.images.loading import load
from tests.engine.images.drawn.svg_files import svg


@pytest.mark.parametrize(
    "start",
    [
        b"<svg>",
        b"\xef\xbb\xbf \n<svg xmlns='x'>",
        b'<?xml version="1.0"?>\n<!-- <html> -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x">\n<svg\n>',
        b'<!DOCTYPE svg [<!ENTITY a "b>">]><svg:svg xmlns:svg="x">',
    ],
)
def test_these_begin_a_drawing(start):
    assert is_svg(start)


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"<",
        b"<!--",
        b"<?xml",
        b"<html><svg>",
        b"<!DOCTYPE html><html><svg></svg>",
        b"<svgx>",
        b"text <svg>",
    ],
)
def test_these_do_not(start):
    assert not is_svg(start)


@given(
    st.lists(
        st.sampled_from([b"<?", b"?>", b"<!--", b"-->", b"<!DOCTYPE", b"[", b"]>", b">", b"<svg>", b" "])
    )
)
def test_any_start_is_answered(parts):
    assert is_svg(b"".join(parts)) in (False, True)


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        ("24", "10", (LONGEST, 853)),
        ("3000", "1500", (3000, 1500)),
        ("30000", "300", (MOST_LONGEST, 82)),
        ("10mm", "20mm", (1024, LONGEST)),
    ],
)
def test_a_drawing_is_large_enough_and_not_too_large(tmp_path, width, height, size):
    path = tmp_path / "a.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>')
    found = load(path)
    assert found.pixels.shape[1::-1] == pytest.approx(size, abs=16) and not np.any(found.alpha)


def test_no_other_file_is_loaded(tmp_path):
    (tmp_path / "other.svg").write_bytes(svg('<rect width="64" height="48" fill="red"/>'))
    path = tmp_path / "a.svg"
    path.write_bytes(
        svg(f'<image href="{tmp_path / "other.svg"}" width="64" height="48"/><image href="other.svg"/>')
    )
    assert not np.any(load(path).alpha)


def test_a_bomb_of_entities_and_a_cut_file_are_refused(tmp_path):
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    for content in (
        svg("<text>&a11;</text>", f"<!DOCTYPE svg [{entities}]>"),
        svg("<g>")[:-6],
        b"<svg></svg>",
    ):
        path = tmp_path / "a.svg"
        path.write_bytes(content)
        with pytest.raises(ImageError, match="is damaged") as raised:
            load(path)
        assert "\n" not in str(raised.value)
