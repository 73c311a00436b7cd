"""Start and Runs… are in sight whatever the page shows, and their texts are whole."""

import pytest
from panel_checks import clipped
from PySide6.QtWidgets import QApplication, QWidget

from engine.training_log import Progress, Validation
from viewer.base import language, state
from viewer.training.form import LAST, Form
from viewer.training.run import Phase, Run, fold
from viewer.training.run_monitor import RunMonitor
from viewer.training.tab import TrainingTab


def line(step):
    return Progress(step, 9, loss=1 / step, rate=1e-4, images_per_s=9.0, data_share=0.1, memory_mb=300)


@pytest.fixture
def shown(qtbot, tmp_path):
    """A tab that shows an active run."""
    tab = TrainingTab(RunMonitor())
    qtbot.addWidget(tab)
    run = fold(Run(tmp_path / "run"), [line(10), line(20), Validation(20, {"2": 31.0})])
    tab.resize(1100, 640)
    tab.show()
    tab.show_run(run)
    tab.monitor.run = run
    tab._enable()
    assert run.phase is Phase.RUNNING
    yield tab
    tab.monitor.run = None
    tab.end()


def whole(widget):
    QApplication.processEvents()
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize("size", [(1100, 640), (1100, 380), (560, 500), (420, 380)])
def test_start_and_runs_are_in_sight_while_a_run_is_shown(shown, size):
    shown.resize(*size)
    for field in (shown.form.images, shown.samples):
        QApplication.processEvents()
        field.setFocus()
        assert whole(shown.begin) and whole(shown.look)


def test_all_plots_fit_a_usual_window(shown):
    QApplication.processEvents()
    assert shown.plots.isVisible() and not shown.columns.run.verticalScrollBar().maximum()


def test_the_buttons_are_as_wide_as_their_texts(language_code, shown):
    assert language.current() == language_code and shown.begin.text() != "Start"
    QApplication.processEvents()
    assert not [line for line in clipped(shown) if "QPushButton" in line]


def test_a_run_that_cannot_start_says_why_above_the_buttons(shown):
    QApplication.processEvents()
    assert not shown.begin.isEnabled() and shown.why.text() == shown.begin.toolTip() and whole(shown.why)
    assert "folder of its own" in shown.form._about_out.text()


@pytest.fixture
def make_form(qtbot):
    def make():
        holder = QWidget()
        form = Form()
        holder.setLayout(form)
        qtbot.addWidget(holder)
        form.holder = holder
        return form

    return make


def test_the_form_remembers_its_values(make_form, tmp_path):
    first = make_form()
    first.choose_recipe("live")
    first.images.set_path(tmp_path)
    first.length.setCurrentIndex(1)
    first.device.setCurrentIndex(1)
    first.remember()
    later = make_form()
    later.restore()
    assert later.request == first.request and later.minutes == 10 and later.request.device == "cpu"


@pytest.mark.parametrize(
    "stored", [7, [], {"images": 3, "recipe": [], "minutes": "x", "device": {}}, {"recipe": "none"}]
)
def test_stored_values_that_the_form_does_not_offer_are_left_out(make_form, stored):
    form = make_form()
    before = form.request
    state.store(LAST, stored)
    form.restore()
    assert form.request == before
