"""Choice of the language, and its installation in Qt."""

import subprocess
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from viewer.base import language

GERMAN = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="de_DE"><context>
<name>Menu</name><message><source>Open</source><translation>Öffnen</translation></message></context></TS>"""


@pytest.mark.parametrize(
    ("setting", "system", "code"),
    [
        ("system", ["de-CH", "en"], "de"),
        ("system", ["fr-FR", "zh-Hans-CN"], "zh"),
        ("system", ["fr-FR"], "en"),
        ("system", [], "en"),
        ("system", ["C"], "en"),
        ("zh", ["de-DE"], "zh"),
        ("en", ["de-DE"], "en"),
        ("fr", ["de-DE"], "en"),
    ],
)
def test_the_setting_precedes_the_system_and_english_is_the_fallback(setting, system, code):
    assert language.chosen(setting, system, ["en", "de", "zh"]) == code


@pytest.fixture
def german(tmp_path) -> Path:
    """A folder with a German translation of one word."""
    tool = Path(PySide6.__file__).parent / "lrelease"
    if not tool.exists():
        pytest.skip("this PySide6 comes without lrelease")
    (tmp_path / "unpixel_de.ts").write_text(GERMAN, encoding="utf-8")
    made = tmp_path / "unpixel_de.qm"
    subprocess.run([tool, tmp_path / "unpixel_de.ts", "-qm", made], check=True, capture_output=True)
    return tmp_path


def test_an_available_language_is_offered_and_installed(german, qapp):
    assert language.offered(german) == ["en", "de"]
    try:
        assert language.install(qapp, "de", german) == "de"
        assert QCoreApplication.translate("Menu", "Open") == "Öffnen"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.deleteLater()
    assert QCoreApplication.translate("Menu", "Open") == "Open"


def test_english_is_always_available(tmp_path, qapp):
    before = qapp.findChildren(QTranslator)
    assert language.offered(tmp_path) == ["en"]
    assert language.install(qapp, "de", tmp_path) == "en"
    assert qapp.findChildren(QTranslator) == before
