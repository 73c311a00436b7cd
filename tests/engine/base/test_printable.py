"""Strings of any origin become one line that every label and terminal shows as it is."""

import os
import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import ImageError
from engine.base.messages import from_json, message
from engine.base.printable import MAX_LENGTH, file_name, one_line

any_text = st.text(st.characters(codec=None, categories=None))


@given(any_text, st.integers(3, 40))
def test_any_text_becomes_one_short_line_that_can_be_encoded(text, limit):
    line = one_line(text, limit)
    assert len(line) <= limit and len(line.splitlines()) <= 1
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in line)
    line.encode()
    assert one_line(line, limit) == line


@given(any_text, st.integers(3, 40))
def test_any_file_name_becomes_one_short_line_that_can_be_encoded(name, limit):
    line = file_name(name, limit)
    assert len(line) <= limit and len(line.splitlines()) <= 1
    line.encode()
    assert file_name(line, limit) == line


NAMES = {
    b"a_caf\xe9.png": r"a_caf\xe9.png",
    b"a\nb\r\tc": r"a\nb\r\tc",
    b"\x1b[31m\x7f": r"\x1b[31m\x7f",
    "a\u202egnp\u2066\u061c".encode(): r"a\u202egnp\u2066\u061c",
    "\x85\u2028".encode(): r"\x85\u2028",
}


def test_names_that_differ_look_different():
    for name, shown in NAMES.items():
        assert file_name(os.fsdecode(name)) == shown
        assert str(message("{file}", file=Path(os.fsdecode(name)))) == shown
    assert len({file_name(os.fsdecode(bytes([byte]))) for byte in range(256)}) == 256


def test_ordinary_names_stay():
    for name in (
        " trail ",
        "-dash",
        "\N{GRINNING FACE}.png",
        "e\u0301.png",
        "\u00e9.png",
        "a&b",
        "תמונה.png",
    ):
        assert file_name(name) == name


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=MAX_LENGTH))
def test_ordinary_text_stays(text):
    assert one_line(text) == text


def test_a_long_text_keeps_its_ends():
    assert one_line("a" * 500 + "b" * 10_000 + "c" * 500, 9) == "aaaa…cccc"


def test_messages_about_hostile_names_are_one_line():
    name = Path("a\nb\x1b[31mc\u202egnp.\udcff" + "x" * 5000)
    error = ImageError(name, message("is no picture"), message("choose another"))
    for line in (str(error), str(from_json(error.message.to_json()))):
        assert line.startswith(r"a\nb\x1b[31mc\u202egnp.\xffxxx") and len(line) < 1100
        assert line.endswith("xxx: is no picture; choose another")
