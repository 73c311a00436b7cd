"""What About lists: the texts of Unpixel's licence, of the models and the demo photo, and of the parts. No Qt."""

import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from viewer.base.language import tr
from viewer.help import parts

ASSETS = parts.ROOT / "assets"
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
"""A link of a card to another file, which is in the list by itself."""


@dataclass(frozen=True)
class Credit:
    """name: in the list. heading: above the text. text: a card or a licence. markdown: how the text is written."""

    name: str
    heading: str
    text: str
    markdown: bool = False


def credits() -> list[Credit]:
    """Returns all, Unpixel's own first."""
    found = [Credit(tr("Licence"), tr("Licence of Unpixel: {licence}").format(licence="MIT"), _own_licence())]
    found += [_model(card) for card in sorted((ASSETS / "models").glob("*.md"))]
    photo = (ASSETS / "demo" / "CREDIT.md").read_text(encoding="utf-8")
    found.append(Credit(tr("Demo photograph"), tr("Demo photograph"), photo, markdown=True))
    return found + [_part(part) for part in parts.installed()]


def _model(card: Path) -> Credit:
    """Returns a model's card, with the text of its licence if that is a file."""
    text, licence = LINK.sub(r"\1", card.read_text(encoding="utf-8")), card.with_suffix(".LICENSE")
    if licence.exists():
        text += f"\n## {tr('Licence')}\n\n```\n{licence.read_text(encoding='utf-8')}\n```\n"
    name = tr("Model {name}").format(name=card.stem)
    return Credit(name, name, text, markdown=True)


def _part(part: parts.Part) -> Credit:
    licence = tr("not stated") if part.licence == parts.UNKNOWN else part.licence
    heading = f"{part.name} {part.version}: {licence}"
    missing = tr("The package has no file of its licence.")
    return Credit(f"{part.name} {part.version}", heading, part.text or missing)


def _own_licence() -> str:
    """Returns the text of Unpixel's licence: a file of the source or the bundle, or of an installed wheel."""
    own = parts.ROOT / "LICENSE"
    if own.exists():
        return own.read_text(encoding="utf-8")
    try:
        listed = [file for file in files("unpixel") or [] if file.name == "LICENSE"]
    except PackageNotFoundError:
        listed = []
    return listed[0].read_text(encoding="utf-8") if listed else "MIT"
