"""The layout of panes."""

import pytest

from viewer.canvas import panes


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("size", [(1920, 1061), (641, 480)])
def test_panes_have_one_size_do_not_overlap_and_fill_the_canvas(count, size):
    found = panes.laid_out(count, *size)
    assert len(found) == count and len({(pane.width(), pane.height()) for pane in found}) == 1
    for number, pane in enumerate(found):
        assert not any(pane.intersects(other) for other in found[:number])
        assert pane.right() < size[0] and pane.bottom() < size[1]
    area = sum(pane.width() * pane.height() for pane in found)
    assert area >= size[0] * size[1] * 0.985


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_corner_is_that_of_the_pane_at_the_position(count):
    found = panes.laid_out(count, 800, 600)
    for pane in found:
        for x, y in ((pane.left(), pane.top()), (pane.right() + 0.9, pane.bottom() + 0.9)):
            assert panes.corner(found, x, y) == pane.topLeft()
