"""Translation: English texts are in the code, other languages in assets/languages, one file each.

A text for users goes through `tr`. Tables that are built before the language is known hold texts in `mark`, and pass
them to `tr` later. Messages of the engine and the trainer are values (engine/base/messages.py), which `translated`
formats. tests/viewer/languages.py updates the files from the code.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.base import bounded_json, messages
from engine.base.messages import Message

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "languages"
"""Holds unpixel_de.qm and so on, which Qt's lrelease makes."""
PREFIX = "unpixel_"
ENGLISH = "en"
"""Its file holds only plural forms."""


def tr(text: str, comment: str = "", count: int = -1) -> str:
    """Returns the text in the current language.

    comment: tells the meanings of an ambiguous word apart. count: fills %n, or %Ln with separators for thousands, and
    selects the plural form.
    """
    return QCoreApplication.translate("", text, comment, count)


def translated(message: Message) -> str:
    """Returns a message of the engine or the trainer in the current language, its numbers too."""
    return message.filled(tr, _number)


def translated_failure(line: str) -> str:
    """Translates a line of a child's stderr if it is an error in the form of --json; else returns it as it is."""
    try:
        error = bounded_json.parse(line)
    except ValueError:
        return line
    message = messages.from_json(error.get("message")) if isinstance(error, dict) else None
    return line if message is None else translated(message)


def offered(folder: Path = FOLDER) -> list[str]:
    """Returns the codes of the available languages, English first."""
    found = {path.stem.removeprefix(PREFIX) for path in folder.glob(f"{PREFIX}*.qm")}
    return [ENGLISH, *sorted(found - {ENGLISH})]


def chosen(setting: str, system: list[str], offered: list[str]) -> str:
    """Returns the code of the language to use: English if none of the wanted ones is offered.

    setting: "system" or a code. system: the user's languages in order of preference, such as de-CH.
    """
    wanted = system if setting == "system" else [setting]
    for name in wanted:
        code = name.replace("_", "-").partition("-")[0].lower()
        if code in offered:
            return code
    return ENGLISH


def install(application: QCoreApplication, setting: str, folder: Path = FOLDER) -> str:
    """Sets the language of the application, before its first window. Returns the language's code.

    Numbers follow the system's locale if it has the same language. Qt's own texts (Cancel, the file dialog) come from
    Qt's translation files.
    """
    system = QLocale.system()
    code = chosen(setting, system.uiLanguages(), offered(folder))
    QLocale.setDefault(system if system.name().partition("_")[0] == code else QLocale(code))
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    files = [folder / f"{PREFIX}{code}.qm"]
    if code != ENGLISH:
        files.append(_qt_file(qt, code))
    for file in files:
        translator = QTranslator()
        if translator.load(str(file)):
            translator.setParent(application)
            application.installTranslator(translator)
    return code


def current() -> str:
    """Returns the code of the language that `install` has set."""
    return QLocale().name().partition("_")[0]


def _number(value: float, form: str) -> str:
    """Formats a number with the separators of the locale. form: a format specification of Python."""
    locale = QLocale()
    signs = {".": locale.decimalPoint(), ",": locale.groupSeparator()}
    return format(value, form).translate(str.maketrans(signs))


def _qt_file(folder: Path, code: str) -> Path:
    """Qt's translation file. It has two for Chinese: zh_CN (simplified) is used."""
    return folder / f"qtbase_{'zh_CN' if code == 'zh' else code}.qm"
