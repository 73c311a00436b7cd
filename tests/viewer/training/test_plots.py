"""Curves are drawn while they are visible."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from engine.training_log import BicubicBaseline, Progress, Validation
from viewer.training.plots import Plot, Plots
from viewer.training.run import Run, fold

BASELINE = BicubicBaseline(0, {"2": 30.0})


def line(step, rate=1e-3):
    return Progress(step, 90, loss=1 / step, rate=rate, images_per_s=9.0, data_share=0.1, memory_mb=300)


def scores(step, **psnr):
    return Validation(step, {scale.removeprefix("x"): value for scale, value in psnr.items()})


@pytest.fixture
def plots(qtbot):
    plots = Plots(QWidget())
    qtbot.addWidget(plots)
    plots.show()
    qtbot.waitExposed(plots)
    return plots


def drawn(plot):
    """The points of the plot's curves, in the order in which they were added."""
    return [
        list(zip(*(data.tolist() for data in item.getData()), strict=True))
        for item in plot.area.listDataItems()
    ]


def test_a_single_value_has_an_axis_of_its_size(plots):
    plots.show_run(fold(Run(Path("r")), [BASELINE, line(10)]))
    least, most = plots.rate.area.viewRange()[1]
    assert -1e-3 < least <= 0 and 1.5e-3 < most < 3e-3
    plots.show_run(fold(Run(Path("r")), [BASELINE, line(10), line(20, rate=9e-4)]))
    plots.rate.area.grab()  # updates the range
    assert plots.rate.area.viewRange()[1][0] > 8e-4


def test_curves_have_the_points_of_the_log(plots):
    plots.show_run(fold(Run(Path("r")), [BASELINE, line(10), line(20), scores(20, x2=31.5, x3=28.0)]))
    assert drawn(plots.loss) == [[(10, 0.1), (20, 0.05)]]
    assert plots.loss.area.accessibleDescription() == "0.0500"


def test_the_psnr_is_relative_to_bicubic_which_is_dashed(plots):
    plots.show_run(fold(Run(Path("r")), [BASELINE, line(10), scores(10, x2=31.0), scores(20, x2=31.5)]))
    assert drawn(plots.psnr) == [[(10, 1.0), (20, 1.5)], [(0, 0.0), (20, 0.0)]]
    assert plots.psnr.area.accessibleDescription() == "×2 31.50 (+1.50)"


def test_hidden_plots_are_drawn_when_they_are_shown_again(plots):
    run = fold(Run(Path("r")), [BASELINE, line(10)])
    plots.show_run(run)
    plots.hide()
    plots.show_run(fold(run, [line(20), line(40)]))
    assert len(drawn(plots.loss)[0]) == 1
    plots.show()
    assert len(drawn(plots.loss)[0]) == 3


def test_another_run_replaces_the_curves(plots):
    plots.show_run(fold(Run(Path("r")), [BASELINE, line(10), scores(10, x2=31.0)]))
    plots.show_run(Run(Path("s")))
    assert drawn(plots.psnr) == [] and plots.psnr.area.accessibleDescription() == "nothing yet"


def test_curves_follow_the_palette(plots):
    plots.show_run(fold(Run(Path("r")), [BASELINE, line(10), line(20)]))
    palette = plots.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#123456"))
    plots.setPalette(palette)
    (curve,) = plots.loss.area.listDataItems()
    assert curve.opts["pen"].color() == QColor("#123456")


def test_what_is_dropped_on_a_plot_is_left_to_the_window(plots):
    areas = [plot.area for plot in plots.findChildren(Plot)]
    assert areas and not any(area.viewport().acceptDrops() for area in areas)


def numbers(plot, side):
    """The texts at an axis of a plot, as they are drawn."""
    QApplication.processEvents()  # lays out
    plot.area.grab()
    with QPainter(QPixmap(600, 400)) as painter:
        specs = plot.area.getAxis(side).generateDrawSpecs(painter)
    return [text for *_, text in specs[2]] if specs else []


def tick_marks(plot, side):
    QApplication.processEvents()
    plot.area.grab()
    with QPainter(QPixmap(600, 400)) as painter:
        specs = plot.area.getAxis(side).generateDrawSpecs(painter)
    return len(specs[1]) if specs else 0


@pytest.mark.parametrize("height", [80, 120, 300])
@pytest.mark.parametrize("losses", [(0.05, 0.03), (0.0312, 0.031205), (3000.0, 2999.0), (1e-5, 2e-5), (0.5,)])
def test_an_axis_of_values_always_has_numbers(qtbot, height, losses):
    plot = Plot("Loss")
    qtbot.addWidget(plot)
    plot.resize(300, height)
    plot.show()
    curve = tuple(enumerate(losses, 1))
    plot.draw({"loss": (curve, QPen())}, [])
    shown = [float(text) for text in numbers(plot, "left")]
    assert len(shown) >= 2 and len(set(shown)) == len(shown)
    assert numbers(plot, "bottom")


@pytest.mark.parametrize("width", [130, 200, 700])
def test_the_numbers_of_steps_have_room(qtbot, width):
    plot = Plot("Loss")
    qtbot.addWidget(plot)
    plot.resize(width, 150)
    plot.show()
    plot.draw({"loss": (((1, 1.0), (100_000, 0.5)), QPen())}, [])
    axis = plot.area.getAxis("bottom")
    shown = numbers(plot, "bottom")
    assert shown and sum(plot.fontMetrics().horizontalAdvance(text) for text in shown) <= axis.size().width()
    steps = [float(text.replace("k", "e3")) for text in shown]
    assert len({later - step for step, later in pairwise(steps)}) <= 1


def test_an_empty_plot_keeps_no_ticks_of_another_run(plots):
    plots.show_run(fold(Run(Path("r")), [BASELINE, line(10), line(20), scores(20, x2=31.0)]))
    assert tick_marks(plots.loss, "left") and tick_marks(plots.psnr, "left")
    plots.show_run(Run(Path("other")))
    for plot in (plots.loss, plots.psnr, plots.rate):
        assert not any(tick_marks(plot, side) for side in ("left", "bottom"))
        assert not any(numbers(plot, side) for side in ("left", "bottom"))
