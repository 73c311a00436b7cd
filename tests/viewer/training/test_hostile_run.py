"""A run's folder with extreme values, and sample pictures that are none, is shown without an error."""

import json
import os

import pytest
from pictures import drawn, saved

from engine import training_log
from engine.base.messages import message
from engine.training_log import Notice, Progress, RunStarted, Sample, Validation
from tests.unusable_files import put
from viewer.training.run import MAX_KEPT, Run
from viewer.training.samples import Samples

LARGEST = (1 << 63) - 1
LOSSES = ((1, 1e308), (2, None), (LARGEST, -1e308))


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / ("run\n" + "x" * 100)
    (folder / "samples").mkdir(parents=True)
    (folder / "recipe.json").write_text("{}")
    return folder


def test_extreme_values_are_shown(window, qtbot, out):
    lines = [
        RunStarted(0, "live\n", 1, LARGEST, "o", LARGEST, 1e308),
        *(Progress(step, 1, loss, 1e-308, 5e-324, 1e308, LARGEST) for step, loss in LOSSES),
        Validation(LARGEST, {"2\n": 1e308, "x" * 1000: -1e308}),
        *(Notice(3, message("a {name}", name="b\n" * 2000)) for _ in range(3 * MAX_KEPT)),
        Sample(4, "/x/.."),
    ]
    (out / "metrics.jsonl").write_text(
        "".join(json.dumps(training_log.to_json(line)) + "\n" for line in lines)
    )
    window.actions_by_id["training"].trigger()
    window.training.tab.attach(out)
    monitor = window.training.tab.monitor
    qtbot.waitUntil(lambda: not monitor.active)
    assert monitor.run.step == 4 and len(monitor.run.notices) <= MAX_KEPT
    assert "\n" not in window.training.tab.header.name.text()
    window.training.tab.grab()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["pipe", "folder", "loop", "large", "no picture", "null"])
def test_a_sample_that_is_no_picture_is_not_shown(qtbot, out, kind):
    path = out / "samples" / ("a\0b" if kind == "null" else "a.png")
    if kind != "null":  # no file can have that name
        put(path, kind)
    samples = Samples()
    qtbot.addWidget(samples)
    samples.show_run(Run(out, samples=((1, path),)))
    assert samples.picture.pixmap.isNull() and samples.isHidden()
    good = saved(out / "samples" / "b.png", drawn(60, 40))
    samples.show_run(Run(out, samples=((2, good),)))
    assert samples.picture.pixmap.width() == 60
