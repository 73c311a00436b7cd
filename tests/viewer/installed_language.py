"""Installs a language for one test."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from viewer.base import language


@contextmanager
def installed(application: QApplication, code: str) -> Iterator[str]:
    """Installs a language, and English again at the end. Yields its code."""
    before = application.findChildren(QTranslator)
    assert language.install(application, code) == code
    yield code
    for translator in application.findChildren(QTranslator):
        if translator not in before:
            application.removeTranslator(translator)
            translator.deleteLater()
    language.install(application, language.ENGLISH)
