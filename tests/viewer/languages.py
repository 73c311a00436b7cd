"""The files of assets/languages, and the code's sentences that they are to have; as a program: brings them up to date.

    python tests/viewer/languages.py

adds what is new to the .ts as unfinished, drops what is gone, and makes the .qm of them. The translations themselves
are written into the .ts, by hand or in Qt's Linguist.

Sentences are in the viewer's code as `tr` and `mark`, in the engine's and the trainer's as `message` and `mark`, and in
files that tell of themselves: the recipes, and the models that come with Unpixel.
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
"""By code. English has only what is counted."""
HOUSES = ("viewer", "engine", "trainer")
PLACE = re.compile(r"\{\w*(?::[^{}]*)?\}|%L?n")


class Message(NamedTuple):
    """source, in English; its translations, one for each form of a number; whether it waits for them."""

    source: str
    texts: tuple[str, ...]
    unfinished: bool

    @property
    def counts(self) -> bool:
        """Whether its form is that of a number."""
        return "%n" in self.source or "%Ln" in self.source


def ts(code: str) -> Path:
    return FOLDER / f"unpixel_{code}.ts"


def qm(code: str) -> Path:
    return FOLDER / f"unpixel_{code}.qm"


def messages(file: Path) -> list[Message]:
    """What a .ts has."""
    return list(_messages(file))


def _messages(file: Path) -> Iterator[Message]:
    for each in ElementTree.parse(file).iter("message"):
        told = each.find("translation")
        forms = told.findall("numerusform") or [told]
        texts = tuple(form.text or "" for form in forms)
        yield Message(each.findtext("source", ""), texts, told.get("type") == "unfinished")


def find(file: Path, code: str) -> None:
    """Writes a .ts with every sentence of the code; translations that it has already stay."""
    counted = ["-pluralonly"] if code == "en" else []
    sources = sorted(str(path.relative_to(ROOT)) for house in HOUSES for path in (ROOT / house).rglob("*.py"))
    with TemporaryDirectory() as folder:
        apart = Path(folder) / "files.py"
        marked = [f"mark({json.dumps(text, ensure_ascii=False)})\n" for text in told_by_files()]
        apart.write_text("".join(marked), encoding="utf-8")
        _run(
            "lupdate",
            *("-tr-function-alias", "QT_TR_NOOP+=mark,QT_TR_NOOP+=message"),
            *("-locations", "none", "-no-obsolete", "-no-ui-lines"),
            *("-source-language", "en_US", "-target-language", LOCALES[code], *counted),
            *(*sources, str(apart), "-ts", str(file)),
        )


def told_by_files() -> Iterator[str]:
    """What recipes and shipped models say of themselves, in one line each."""
    for path in sorted((ROOT / "trainer" / "recipes").glob("*.toml")):
        yield path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("#").strip()
    for path in sorted((ROOT / "assets" / "models").glob("*.safetensors")):
        with safe_open(path, framework="numpy") as model:
            yield json.loads(model.metadata()["unpixel"])["description"]


def make(file: Path, code: str) -> None:
    """Writes the .qm of a language; what is unfinished is left out."""
    _run("lrelease", "-silent", str(ts(code)), "-qm", str(file))


def tool(name: str) -> Path:
    """One of Qt's, which comes with PySide6."""
    return Path(PySide6.__file__).parent / (f"{name}.exe" if sys.platform == "win32" else name)


def _run(name: str, *arguments: str) -> None:
    subprocess.run([tool(name), *arguments], cwd=ROOT, check=True, capture_output=True)


if __name__ == "__main__":
    for code in LOCALES:
        find(ts(code), code)
        make(qm(code), code)
        waiting = [message.source for message in messages(ts(code)) if message.unfinished]
        print(f"{ts(code).name}: {len(messages(ts(code)))} sentences, {len(waiting)} to be translated")
        for source in waiting:
            print(f"    {source}")
