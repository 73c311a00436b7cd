"""The translation files in assets/languages. Run as a program, it updates them from the code.

    python tests/viewer/languages.py

adds new texts to the .ts files as unfinished, drops texts that the code no longer has, and compiles the .qm files.
Translations are written into the .ts files by hand or with Qt Linguist.

Texts are in the viewer's code as `tr` and `mark`, in the engine's and the trainer's as `message` and `mark`. Further
texts are the descriptions in the recipes and in the bundled models.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from xml.etree import ElementTree

import PySide6
from safetensors import safe_open

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "assets" / "languages"
LOCALES = {"en": "en_US", "de": "de_DE", "zh": "zh_CN"}
"""Locales by language code. The English file has only plural forms."""
PACKAGES = ("viewer", "engine", "trainer")
PLACEHOLDER = re.compile(r"\{\w*(?::[^{}]*)?\}|%L?n")


class Message(NamedTuple):
    """An entry of a .ts file.

    source: the English text. texts: the translations, one per plural form. unfinished: a translation is missing.
    """

    source: str
    texts: tuple[str, ...]
    unfinished: bool

    @property
    def is_plural(self) -> bool:
        """Whether the text depends on a count."""
        return "%n" in self.source or "%Ln" in self.source


def ts(code: str) -> Path:
    """Returns the path of a language's source file."""
    return FOLDER / f"unpixel_{code}.ts"


def qm(code: str) -> Path:
    """Returns the path of a language's compiled file."""
    return FOLDER / f"unpixel_{code}.qm"


def messages(file: Path) -> list[Message]:
    """Returns the entries of a .ts file."""
    return list(_messages(file))


def _messages(file: Path) -> Iterator[Message]:
    for entry in ElementTree.parse(file).iter("message"):
        translation = entry.find("translation")
        forms = translation.findall("numerusform") or [translation]
        texts = tuple(form.text or "" for form in forms)
        yield Message(entry.findtext("source", ""), texts, translation.get("type") == "unfinished")


def update(file: Path, code: str) -> None:
    """Updates a .ts file with all texts of the code. Existing translations stay."""
    plural_only = ["-pluralonly"] if code == "en" else []
    sources = sorted(
        str(path.relative_to(ROOT)) for package in PACKAGES for path in (ROOT / package).rglob("*.py")
    )
    with TemporaryDirectory() as folder:
        extra = Path(folder) / "files.py"
        marked = [f"mark({json.dumps(text, ensure_ascii=False)})\n" for text in descriptions()]
        extra.write_text("".join(marked), encoding="utf-8")
        _run(
            "lupdate",
            *("-tr-function-alias", "QT_TR_NOOP+=mark,QT_TR_NOOP+=message"),
            *("-locations", "none", "-no-obsolete", "-no-ui-lines"),
            *("-source-language", "en_US", "-target-language", LOCALES[code], *plural_only),
            *(*sources, str(extra), "-ts", str(file)),
        )


def descriptions() -> Iterator[str]:
    """Yields the one-line descriptions of the recipes and of the bundled models."""
    for path in sorted((ROOT / "trainer" / "recipes").glob("*.toml")):
        yield path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("#").strip()
    for path in sorted((ROOT / "assets" / "models").glob("*.safetensors")):
        with safe_open(path, framework="numpy") as model:
            yield json.loads(model.metadata()["unpixel"])["description"]


def compile_qm(file: Path, code: str) -> None:
    """Writes the .qm file of a language. Unfinished texts are left out."""
    _run("lrelease", "-silent", str(ts(code)), "-qm", str(file))


def tool(name: str) -> Path:
    """Returns the path of a Qt tool that PySide6 contains."""
    return Path(PySide6.__file__).parent / (f"{name}.exe" if sys.platform == "win32" else name)


def _run(name: str, *arguments: str) -> None:
    subprocess.run([tool(name), *arguments], cwd=ROOT, check=True, capture_output=True)


if __name__ == "__main__":
    for code in LOCALES:
        update(ts(code), code)
        compile_qm(qm(code), code)
        unfinished = [message.source for message in messages(ts(code)) if message.unfinished]
        print(f"{ts(code).name}: {len(messages(ts(code)))} texts, {len(unfinished)} to be translated")
        for source in unfinished:
            print(f"    {source}")
