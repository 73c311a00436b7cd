"""The language that the window speaks: English is in the code, the others in assets/languages, one file each.

Whatever a user may read goes through `tr` where it is needed, or is marked by `mark` where tables are made that are
read before it is known which language to speak; `tr` is given their texts later. What the engine and the trainer say
comes as a value (engine/base/messages.py), and goes through `spoken`. tests/viewer/languages.py brings the files up to date
with the code.
"""

import json
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.base import messages
from engine.base.messages import Message

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "languages"
"""unpixel_de.qm and the like, made from the sentences of the code by Qt's lrelease."""
PREFIX = "unpixel_"
ENGLISH = "en"
"""Its file has nothing but the forms of what is counted."""


def tr(text: str, comment: str = "", count: int = -1) -> str:
    """The text in the language that is spoken. comment: where one word has several meanings, which.

    count: for %n in the text, or %Ln where it may be large; the text's form is that of the number.
    """
    return QCoreApplication.translate("", text, comment, count)


def translated(said: Message) -> str:
    """What the engine or the trainer says, in the language that is spoken; so are its numbers."""
    return said.filled(tr, _number)


def translated_failure(line: str) -> str:
    """A line of another process's stderr: a failure of Unpixel's as it is told with --json, else what it is."""
    try:
        told = json.loads(line)
    except ValueError:
        return line
    said = messages.from_plain(told.get("said")) if isinstance(told, dict) else None
    return line if said is None else translated(said)


def offered(folder: Path = FOLDER) -> list[str]:
    """The codes of the languages there are, English first."""
    found = {path.stem.removeprefix(PREFIX) for path in folder.glob(f"{PREFIX}*.qm")}
    return [ENGLISH, *sorted(found - {ENGLISH})]


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

    Numbers are written as the system does where that speaks the same language. Qt's own words (Cancel, the file
    dialog) are its own translation's.
    """
    system = QLocale.system()
    code = chosen(setting, system.uiLanguages(), offered(folder))
    QLocale.setDefault(system if system.name().partition("_")[0] == code else QLocale(code))
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    files = [folder / f"{PREFIX}{code}.qm"]
    if code != ENGLISH:
        files.append(_qt_words(qt, code))
    for file in files:
        translator = QTranslator()
        if translator.load(str(file)):
            translator.setParent(application)
            application.installTranslator(translator)
    return code


def _number(value: float, form: str) -> str:
    """form: as `format` takes it."""
    locale = QLocale()
    signs = {".": locale.decimalPoint(), ",": locale.groupSeparator()}
    return format(value, form).translate(str.maketrans(signs))


def _qt_words(folder: Path, code: str) -> Path:
    """Chinese is there twice: as it is written on the mainland, and in Taiwan."""
    return folder / f"qtbase_{'zh_CN' if code == 'zh' else code}.qm"
