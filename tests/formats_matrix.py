"""Writes docs/formats.md: which features of which formats open right, by opening drawn files.

    python -m tests.formats_matrix

tests/engine/images/test_formats.py compares the stored file with the outcome.
"""

from pathlib import Path

from engine.images.decoders import table
from engine.images.suffixes import SUFFIXES
from tests.engine.images.drawn.all_cases import cases
from tests.engine.images.drawn.case import Case
from tests.engine.images.drawn.outcome import outcome

FILE = Path(__file__).resolve().parents[1] / "docs" / "formats.md"
COLUMNS = {
    "bits": "Bits a sample",
    "model": "Colours",
    "alpha": "Alpha",
    "signals": "Colour signals",
    "orientation": "Orientation",
    "pages": "Pages",
    "storage": "Stored as",
}
NAMES = {
    "WEBP": "WebP",
    "JXL": "JPEG XL",
    "HEIF": "HEIC",
    "PPM": "Netpbm",
    "EXR": "OpenEXR",
    "HDR": "Radiance HDR",
    "JPEG2000": "JPEG 2000",
    "RAW": "Raw photos",
    "PSD": "PSD, PSB",
    "ICO": "ICO, CUR",
}
"""Common names of the formats whose name in the table of decoders is another."""
HEAD = """# Which files open

Made by `python -m tests.formats_matrix`: it opens {count} drawn files and compares each with what was drawn, within the
rounding or the loss of the format. What a cell names opens right. "no" is followed by what Unpixel says about a file of
that kind. An empty cell: the format has no such feature, or no file was drawn.

"""
TAIL = """
HEIC and JPEG XL need `pip install '.[formats]'`, raw photos `pip install '.[raw]'`; their second picture is the preview
that the camera has stored. Slides of microscopes need `pip install '.[slides]'` ([which](large-pictures.md)). SVG
drawings are drawn at 2048 px or more. Of a PSD the flattened picture is shown, of a JPEG with a gain map (UltraHDR) the
base picture. Floats and integers that have no known white are stretched, linear
light (OpenEXR, Radiance HDR, PSD of 32 bits) is shown with white at 1; both is said.
"""


def text() -> str:
    """Returns the contents of the file."""
    rows = ["| Format | Files | " + " | ".join(COLUMNS.values()) + " |", "|---" * (len(COLUMNS) + 2) + "|"]
    rows += [_row(decoder) for decoder in table.DECODERS]
    return HEAD.format(count=len(cases())) + "\n".join(rows) + "\n" + TAIL


def _row(decoder: table.Decoder) -> str:
    names = ("PSD", "PSB") if decoder.format == "PSD" else (decoder.format,)
    own = [case for case in cases() if case.format in names]
    cells = [_cell(own, column) for column in COLUMNS]
    return " | ".join(
        [f"| {NAMES.get(decoder.format, decoder.format)}", SUFFIXES[decoder.format], *cells, ""]
    ).rstrip()


def _cell(own: list[Case], column: str) -> str:
    """Lists the features of a column: those that open right, and the others with the reason."""
    features = list(dict.fromkeys(case.facts[column] for case in own if column in case.facts))
    good, bad = [], []
    for feature in sorted(features, key=_order):
        reasons = [_reason(case) for case in own if case.facts.get(column) == feature]
        first = next(filter(None, reasons), "")
        (bad if first else good).append(f"{feature}: no ({first})" if first else feature)
    return "; ".join(filter(None, [", ".join(good), *bad]))


def _order(feature: str) -> tuple[bool, int]:
    """Numbers first, by size; other features in the order of the drawn files."""
    return not feature.isdigit(), int(feature) if feature.isdigit() else 0


def _reason(case: Case) -> str:
    """Returns why a file does not open right; "" if it does."""
    found = outcome(case)
    if found.refusal:
        return found.refusal.removeprefix("is a picture of a kind that is not supported (").removesuffix(")")
    return "" if found.suits(case) else f"wrong by {found.difference:.0f}"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
    print(FILE)
