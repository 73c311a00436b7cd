"""The text of the manual: one Markdown file for each language, and how its links name its sections. No Qt."""

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "help"
ENGLISH = "en"


def read(language: str) -> str:
    """Returns the manual in a language, by its code; in English if there is none."""
    file = FOLDER / f"manual_{language}.md"
    if not file.exists():
        file = FOLDER / f"manual_{ENGLISH}.md"
    return file.read_text(encoding="utf-8")


def anchor(heading: str) -> str:
    """Returns the name by which a link points to a heading, as GitHub has it: its words in lower case, with hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
