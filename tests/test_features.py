"""docs/features.md: its rows are whole, and none has three programs with what Unpixel lacks."""

from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "docs" / "features.md"
CELLS = {"yes", "no", "part", "?"}


def rows():
    text = TABLE.read_text(encoding="utf-8").partition("## Sources")[0]
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [cells for cells in lines if cells[0] and cells[0] != "Unpixel"]


def test_every_row_has_a_cell_for_each_program():
    assert len(rows()) > 120
    assert all(len(cells) == 8 and set(cells[1:]) <= CELLS for cells in rows())
    assert "?" not in {cells[1] for cells in rows()}


def test_no_row_has_three_programs_with_what_unpixel_lacks():
    lacking = [name for name, own, *others in rows() if own != "yes" and others.count("yes") >= 3]
    assert not lacking
