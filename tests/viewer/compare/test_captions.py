"""The names of what a comparison shows, placed on panes that are narrower than they are."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from viewer.compare.captions import Caption, Captions

LONG = "a very long name of a model, refining"
WIPE = [Caption(LONG, 0, False, "bicubic"), Caption(LONG, 0, True, "live")]
PANES = [Caption(LONG, pane, False, "bicubic") for pane in range(4)]


@pytest.mark.parametrize("content", [WIPE, PANES], ids=["wipe", "panes"])
def test_names_neither_leave_their_pane_nor_cover_each_other(qtbot, content):
    canvas = QWidget()
    qtbot.addWidget(canvas)
    canvas.resize(400, 240)
    canvas.show()
    panes = [QRect(0, 0, 400, 240)]
    if content is PANES:
        panes = [QRect(x, y, 200, 120) for y in (0, 120) for x in (0, 200)]
    captions = Captions(canvas)
    captions.show_on(panes, content, ("bicubic", "live"))
    places = [label.geometry() for label in captions.labels if label.isVisible()]
    assert len(places) == len(content)
    for place, caption in zip(places, content, strict=True):
        assert panes[caption.pane].contains(place)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
