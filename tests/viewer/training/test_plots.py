"""Curves are drawn while they can be seen."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from viewer.training.plots import Plots
from viewer.training.run import Run, fold

BEGIN = {"begin": True, "step": 0, "psnr_bicubic": {"2": 30.0}}


def line(step, **more):
    return {"step": step, "steps": 90, "loss": 1 / step, "rate": 1e-3, "images_per_s": 9.0, **more}


@pytest.fixture
def plots(qtbot):
    plots = Plots(QWidget())
    qtbot.addWidget(plots)
    plots.show()
    qtbot.waitExposed(plots)
    return plots


def drawn(plot):
    """The points of its curves, and dashed lines, in the order in which they were added."""
    return [
        list(zip(*(data.tolist() for data in item.getData()), strict=True))
        for item in plot.area.listDataItems()
    ]


def test_a_first_value_is_seen_on_an_axis_of_its_size(plots):
    plots.show_run(fold(Run(Path("r")), [BEGIN, line(10)]))
    least, most = plots.rate.area.viewRange()[1]
    assert -1e-3 < least <= 0 and 1.5e-3 < most < 3e-3
    plots.show_run(fold(Run(Path("r")), [BEGIN, line(10), line(20, rate=9e-4)]))
    plots.rate.area.grab()  # which has it ranged anew
    assert plots.rate.area.viewRange()[1][0] > 8e-4


def test_curves_have_the_points_of_the_log(plots):
    plots.show_run(fold(Run(Path("r")), [BEGIN, line(10), line(20, psnr={"2": 31.5, "3": 28.0})]))
    assert drawn(plots.loss) == [[(10, 0.1), (20, 0.05)]]
    assert plots.loss.area.accessibleDescription() == "0.0500"


def test_the_psnr_is_counted_from_bicubics_which_is_dashed(plots):
    plots.show_run(fold(Run(Path("r")), [BEGIN, line(10, psnr={"2": 31.0}), line(20, psnr={"2": 31.5})]))
    assert drawn(plots.psnr) == [[(10, 1.0), (20, 1.5)], [(0, 0.0), (20, 0.0)]]
    assert plots.psnr.area.accessibleDescription() == "×2 31.50 (+1.50)"


def test_out_of_sight_nothing_is_drawn_until_it_is_seen_again(plots):
    run = fold(Run(Path("r")), [BEGIN, line(10)])
    plots.show_run(run)
    plots.hide()
    plots.show_run(fold(run, [line(20), line(40)]))
    assert len(drawn(plots.loss)[0]) == 1
    plots.show()
    assert len(drawn(plots.loss)[0]) == 3


def test_another_run_takes_the_curves_place(plots):
    plots.show_run(fold(Run(Path("r")), [BEGIN, line(10, psnr={"2": 31.0})]))
    plots.show_run(Run(Path("s")))
    assert drawn(plots.psnr) == [] and plots.psnr.area.accessibleDescription() == "nothing yet"


def test_curves_follow_the_palette(plots):
    plots.show_run(fold(Run(Path("r")), [BEGIN, line(10), line(20)]))
    palette = plots.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#123456"))
    plots.setPalette(palette)
    (curve,) = plots.loss.area.listDataItems()
    assert curve.opts["pen"].color() == QColor("#123456")
