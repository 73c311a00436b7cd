"""The models dialog in a real window: describe, choose, add, remove and download."""

import signal
import sys

import numpy as np
import pytest
from pictures import drawn, saved
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton
from safetensors.torch import load_file
from waiting import WAIT

from engine.base.messages import message
from engine.checkpoints import checkpoint, library
from engine.images import demo_photo
from engine.session import speed
from engine.session.events import ModelDescribed, ModelOffer, ModelSpeed
from tests.engine import networks
from trainer.data.drawn.page import page
from viewer.models import description, download
from viewer.models.panel import Models
from viewer.models.purposes import PURPOSES

OFFER = "edsr-baseline-liif"


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(speed, "VIEW", (90, 160))  # a small view is measured faster
    monkeypatch.setattr(speed, "PATIENCE", 0.0)
    return tmp_path / "data"


@pytest.fixture
def panel(data, make_window, qtbot, photo):
    """The dialog of a window that decodes with bicubic."""
    window = make_window(photo)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    window.actions_by_id["models"].trigger()
    panel = window.findChild(Models)
    qtbot.waitUntil(lambda: len(panel.descriptions) == 4, timeout=WAIT)
    panel.more.setChecked(True)
    return panel


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "mine.safetensors"
    checkpoint.save_safetensors(path, networks.model("liif"))
    path.with_suffix(".LICENSE").write_text(
        "A licence of more words than fit a line of facts, and so on and on."
    )
    return path


def names(panel):
    return [panel.list.item(k).data(0x100) for k in range(panel.list.count())]


def select(panel, name):
    panel.list.setCurrentRow(names(panel).index(name))


def shown(panel):
    """All visible text about the selected model."""
    QApplication.processEvents()  # new labels become visible with the next event
    labels = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, panel.card.toPlainText() if panel.card.isVisible() else ""])


def test_each_model_is_described_and_the_selected_one_is_measured(panel, qtbot):
    assert names(panel) == ["bicubic", "live", "live-edsr", "live-photo", OFFER]
    assert panel.current == "bicubic" and "in use" in panel.list.currentItem().text()
    assert not panel.use.isEnabled()
    qtbot.waitUntil(lambda: panel.descriptions["bicubic"].speed is not None, timeout=WAIT)
    before = panel.descriptions["bicubic"]
    panel.again.click()
    assert "measuring" in shown(panel) and not panel.again.isEnabled()
    qtbot.waitUntil(
        lambda: panel.descriptions["bicubic"] is not before and panel.again.isEnabled(), timeout=WAIT
    )
    select(panel, "live")
    facts = panel.descriptions["live"]
    thousands = sum(weights.numel() for weights in load_file(facts.path).values()) // 1000
    for text in (PURPOSES["live"], "up to ×8", "MIT", str(facts.path), "Set14", str(thousands)):
        assert text in shown(panel)
    qtbot.waitUntil(lambda: "full-HD view" in shown(panel), timeout=WAIT)


def test_a_button_closes_it_and_return_does_not(panel, qtbot):
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.isVisible() and panel.quit.text() == "Close"
    panel.quit.click()
    assert not panel.isVisible()


def test_a_model_is_chosen(panel, qtbot):
    select(panel, "live")
    panel.use.click()
    qtbot.waitUntil(lambda: panel.parent().active_model.ready.name == "live", timeout=WAIT)
    assert "in use" in panel.list.currentItem().text() and not panel.use.isEnabled()


def test_a_file_is_added_shown_and_removed(panel, qtbot, file, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    panel.add.click()
    qtbot.waitUntil(lambda: "mine" in panel.descriptions, timeout=WAIT)
    assert panel.current == "mine" and "mine was added" in panel.outcome.text()
    qtbot.waitUntil(lambda: panel.parent().active_model.ready.requested == "mine", timeout=WAIT)
    assert panel.outcome.text() == "mine was added and is in use." and panel.outcome.isVisible()
    assert "in use" in panel.list.currentItem().text()
    assert "more words than fit a line" in panel.card.toPlainText()
    menu = [action.text() for action in panel.parent().models.actions()]
    assert "mine" in menu
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    panel.reveal.click()
    assert opened == [str(library.user_folder())]

    def press(text):
        box = panel.findChild(QMessageBox)
        next(button for button in box.findChildren(QPushButton) if button.text() == text).click()

    QTimer.singleShot(50, lambda: press("Cancel"))
    panel.remove.click()
    assert "mine" in names(panel)
    for box in panel.findChildren(QMessageBox):
        box.setParent(None)
    QTimer.singleShot(50, lambda: press("Remove"))
    panel.remove.click()
    qtbot.waitUntil(lambda: "mine" not in names(panel), timeout=WAIT)
    assert not (library.user_folder() / "mine.safetensors").exists()


def test_a_card_says_what_a_model_is_good_for_and_keeps_the_rest_behind_more(panel):
    panel.more.setChecked(False)
    for name in ("live", "live-edsr", "live-photo", "bicubic"):
        select(panel, name)
        assert panel.about.text() == PURPOSES[name] and len(PURPOSES[name]) < 180
        assert panel.card.isHidden() and "Parameters" not in shown(panel) and "Speed" in shown(panel)
    select(panel, "live-edsr")
    assert panel.title.text() == "Live EDSR" and panel.list.currentItem().text() == "Live EDSR"
    panel.more.click()
    assert panel.card.isVisible() and "Parameters" in shown(panel) and panel.more.text() == "Less"


def test_the_model_that_suits_the_open_picture_best_is_named(panel, qtbot, tmp_path):
    assert panel.suitable.isHidden()  # the picture is too small to tell
    window = panel.parent()
    page_file = saved(tmp_path / "page.png", np.ascontiguousarray(page(9, 0).transpose(1, 2, 0)))
    for path, text in (
        (page_file, "This picture: text or a drawing. Live EDSR suits it best."),
        (saved(tmp_path / "waves.png", drawn(640, 480)), "This picture: a photo. Live EDSR suits it best."),
        (demo_photo.PATH, "This picture: a photo saved as JPEG. Live suits it best."),
    ):
        window.open_paths(str(path))
        qtbot.waitUntil(lambda text=text: panel.suitable.text() == text, timeout=WAIT)
        assert panel.suitable.isVisible()
    select(panel, "bicubic")
    assert panel.suitable.isVisible()


def test_a_bundled_model_cannot_be_removed(panel):
    select(panel, "live")
    assert panel.remove.isHidden() and panel.reveal.isVisible()


def test_a_file_that_is_not_a_model_is_reported(panel, qtbot, photo, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(photo), ""))
    panel.add.click()
    qtbot.waitUntil(lambda: photo.name in panel.outcome.text())
    assert panel.outcome.isVisible()


def test_without_a_network_the_manual_steps_are_shown(panel, qtbot, monkeypatch):
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:1")  # refuses every connection
    select(panel, OFFER)
    assert "BSD-3" in shown(panel) and panel.use.isHidden()
    panel.get.click()
    assert panel.busy.isVisible() and panel.stop.isVisible() and not panel.get.isEnabled()
    qtbot.waitUntil(panel.busy.isHidden, timeout=WAIT)
    assert "cannot be downloaded" in panel.outcome.text() and "Manual installation" in panel.outcome.text()
    assert "Add file" in panel.outcome.text()
    assert OFFER in panel.parent().notices.text
    assert OFFER in names(panel) and panel.get.isEnabled()


def replace_download(monkeypatch, code):
    """Runs Python code in place of the download process."""
    monkeypatch.setattr(download, "own_command", lambda _arguments: [sys.executable, "-c", code])


def test_a_downloaded_model_can_be_used(panel, qtbot, file, monkeypatch):
    target = library.user_folder() / f"{OFFER}.safetensors"
    code = f"import pathlib, shutil; p = pathlib.Path({str(target)!r}); p.parent.mkdir(parents=True)"
    replace_download(monkeypatch, f"{code}; shutil.copy({str(file)!r}, p)")
    select(panel, OFFER)
    panel.get.click()
    qtbot.waitUntil(lambda: OFFER in panel.descriptions, timeout=WAIT)
    assert "verified" in panel.parent().notices.text
    assert panel.current == OFFER and panel.use.isVisible()


@pytest.fixture(params=[signal.default_int_handler, signal.SIG_IGN], ids=["as ever", "SIGINT is ignored"])
def interrupts(request):
    """How this process handles SIGINT: a script ignores it for the programs that it starts in the background."""
    before = signal.signal(signal.SIGINT, request.param)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interrupts")
def test_a_download_is_cancelled(panel, qtbot, monkeypatch):
    replace_download(monkeypatch, "print(1, flush=True); import threading; threading.Event().wait()")
    select(panel, OFFER)
    process = panel.parent().model_download.process
    with qtbot.waitSignal(process.readyReadStandardOutput, timeout=WAIT):
        panel.get.click()
    panel.stop.click()
    qtbot.waitUntil(lambda: panel.parent().model_download.name == "", timeout=WAIT)
    assert "cancelled" in panel.outcome.text()


def test_the_checked_menu_entry_of_a_model_file_can_be_chosen_again(window, qtbot, file):
    window.active_model.use(str(file))
    qtbot.waitUntil(
        lambda: window.active_model.ready is not None and window.active_model.ready.requested == str(file),
        timeout=WAIT,
    )
    before = window.active_model.ready
    entry = next(action for action in window.models.actions() if action.isChecked())
    entry.trigger()
    qtbot.waitUntil(lambda: window.active_model.ready is not before, timeout=WAIT)
    assert window.active_model.ready.requested == str(file) and window.notices.isHidden()


def test_unknown_facts_have_texts():
    facts = ModelDescribed(1, "odd", "", "", 0, 0, 0.0, None, False, "", None, None)
    texts = dict(description.fact_lines(facts, measuring=False))
    assert texts["Licence"] == "not stated" and texts["Speed"] == "not measured yet"
    assert "evaluate" in description.markdown(facts)
    assert dict(description.fact_lines(facts, measuring=True))["Speed"] == "measuring…"
    fast = ModelDescribed(1, "odd", "", "", 0, 0, 0.0, None, False, "# card", ModelSpeed(1500.0, 20.0), None)
    assert dict(description.fact_lines(fast, False))["Speed"].startswith("20 ms")
    assert description.markdown(fast) == "# card"
    assert "vs 1.0" in description.manual_steps(ModelOffer("odd", message("an odd one"), "", "vs 1.0"))


def test_a_closed_dialog_stops_measuring(panel, qtbot):
    panel._session.measure_model("live", again=True)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel._session.measuring
