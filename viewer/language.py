"""The language that the window speaks: English is in the code, the others in assets/languages, one file each."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "languages"
"""unpixel_de.qm and the like, made from the sentences of the code by Qt's lrelease."""
PREFIX = "unpixel_"
ENGLISH = "en"


def offered(folder: Path = FOLDER) -> list[str]:
    """The codes of the languages there are, English first."""
    return [ENGLISH, *sorted(path.stem.removeprefix(PREFIX) for path in folder.glob(f"{PREFIX}*.qm"))]


def chosen(setting: str, system: list[str], offered: list[str]) -> str:
    """The code to speak by. setting: system or a code; system: the user's languages, such as de-CH, best first.

    What is not offered is English.
    """
    wanted = system if setting == "system" else [setting]
    for name in wanted:
        code = name.replace("_", "-").partition("-")[0].lower()
        if code in offered:
            return code
    return ENGLISH


def install(application: QCoreApplication, setting: str, folder: Path = FOLDER) -> str:
    """Has the application speak, before its first window, as the setting or the system says. Returns the code.

    Qt's own words (Cancel, the file dialog) are its own translation's.
    """
    code = chosen(setting, QLocale.system().uiLanguages(), offered(folder))
    if code != ENGLISH:
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for file in (_qt_words(qt, code), folder / f"{PREFIX}{code}.qm"):
            translator = QTranslator(application)
            if translator.load(str(file)):
                application.installTranslator(translator)
    return code


def _qt_words(folder: Path, code: str) -> Path:
    """Chinese is there twice: as it is written on the mainland, and in Taiwan."""
    return folder / f"qtbase_{'zh_CN' if code == 'zh' else code}.qm"
