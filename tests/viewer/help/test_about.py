"""About: version, credits, the licence of each part, facts for a report; and What is new."""

import platform

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from engine.base.version import VERSION
from viewer.base import state
from viewer.diagnostics.log_dialog import LogDialog
from viewer.help import changes, parts
from viewer.help.about import About
from viewer.help.whats_new import WhatsNew


@pytest.fixture
def about(window):
    window.actions_by_id["about"].trigger()
    return window.findChild(About)


def rows(about):
    return [about.pages.list.item(row).text() for row in range(about.pages.list.count())]


@pytest.mark.action("about")
def test_about_says_what_unpixel_is_and_who_invented_it(about):
    shown = "\n".join(label.text() for label in about.page.findChildren(QLabel))
    assert about.isVisible() and not about.isModal()
    assert f"Unpixel {VERSION}" in shown and "Yinbo Chen" in shown and "MIT" in shown


def test_every_row_shows_a_licence_or_a_card(about):
    named = rows(about)
    assert [f"{part.name} {part.version}" for part in parts.installed()] == named[-len(parts.installed()) :]
    for row in range(1, len(named)):
        about.pages.list.setCurrentRow(row)
        assert about.heading.text() and len(about.text.toPlainText()) > 50, named[row]
        assert about.heading.isVisible()
    about.pages.list.setCurrentRow(0)
    assert about.page.isVisible() and not about.heading.isVisible()


def test_own_licence_models_and_photo_are_listed(about):
    texts = {}
    for row, name in enumerate(rows(about)[1:], start=1):
        about.pages.list.setCurrentRow(row)
        texts[name] = about.text.toPlainText()
    assert "Permission is hereby granted" in texts["Licence"]
    assert "Yinbo Chen" in texts["Model live-edsr"] and "Redistribution" in texts["Model live-edsr"]
    assert "BSD" in texts["Model edsr-baseline-liif"] and "Engelhardt" in texts["Demo photograph"]


def test_version_and_system_are_copied(about):
    about.page.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    for fact in (VERSION, platform.platform(), platform.python_version(), qVersion(), "bicubic", "torch: 2"):
        assert fact in copied


def test_buttons_lead_to_the_log_and_to_what_is_new(about, window):
    buttons = {each.text(): each for each in about.page.findChildren(QPushButton)}
    assert "Report a problem…" in buttons
    buttons["Log"].click()
    buttons["What is new"].click()
    assert window.findChild(LogDialog).isVisible() and window.findChild(WhatsNew).isVisible()


def test_about_fits_into_a_small_window(about):
    about.resize(400, 300)
    QApplication.processEvents()
    assert about.size().toTuple() == (400, 300) and about.pages.drop_down.isVisible()


@pytest.mark.action("whats-new")
def test_what_is_new_shows_the_newest_version_alone(window, monkeypatch, tmp_path):
    file = tmp_path / "CHANGELOG.md"
    file.write_text("# Changelog\n\nAll.\n\n## 2.1 (May)\n\n- A new `key`.\n\n## 2.0\n\n- An old one.\n")
    monkeypatch.setattr(changes, "CHANGELOG", file)
    window.actions_by_id["whats-new"].trigger()
    dialog = window.findChild(WhatsNew)
    shown = " ".join(label.text() for label in dialog.findChildren(QLabel)) + dialog.view.toPlainText()
    assert "2.1" in shown and "A new key." in shown
    assert "2.0" not in shown and "old" not in shown and "All." not in shown


def test_the_changelog_begins_with_this_version():
    newest = changes.newest()
    assert newest.version == VERSION and newest.text.startswith("- ")


def test_an_update_is_offered_once(monkeypatch):
    assert not changes.is_new()  # the first start
    assert not changes.is_new()
    monkeypatch.setattr(changes, "VERSION", "0.10.0")
    assert changes.is_new()
    assert not changes.is_new()
    monkeypatch.setattr(changes, "VERSION", "0.9")  # an older version is used again
    assert not changes.is_new()
    monkeypatch.setattr(changes, "VERSION", "0.10")
    assert not changes.is_new()


@pytest.mark.parametrize("stored", ["", "one", 3, None, ["0.1"], "9" * 5000])
def test_a_state_without_a_valid_version_is_a_first_start(stored):
    state.store(changes.LAST_USED, stored)
    assert not changes.is_new()
    assert state.read(changes.LAST_USED) == VERSION


def test_the_status_line_offers_what_is_new_after_an_update(window):
    state.store(changes.LAST_USED, "0.0.9")
    window.introduction.greet()
    offer = window.status.news
    assert offer.isVisible() and offer.text() == "What is new"
    offer.click()
    assert window.findChild(WhatsNew).isVisible() and not offer.isVisible()
    window.introduction.greet()
    assert not offer.isVisible()
    for dialog in window.findChildren(QDialog):
        dialog.close()
