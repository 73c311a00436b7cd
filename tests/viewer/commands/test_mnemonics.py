"""Mnemonics of a menu's entries."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.commands.mnemonics import marked, plain


def test_the_first_free_letter_of_a_word_is_preferred():
    assert marked(["Open…", "Paste", "Print", "Pixel for pixel"]) == [
        "&Open…",
        "&Paste",
        "P&rint",
        "Pixel &for pixel",
    ]


def test_ampersands_are_escaped_and_a_text_may_have_no_mnemonic():
    assert marked(["R&D", "复制", "A", "a"]) == ["&R&&D", "复制", "&A", "a"]


@given(st.lists(st.text(st.characters(exclude_characters="\0"), max_size=6), max_size=12))
def test_no_letter_is_used_twice_and_the_texts_stay(texts):
    letters = []
    for text, result in zip(texts, marked(texts), strict=True):
        assert result.replace("&&", "\0").replace("&", "").replace("\0", "&") == text
        single = result.replace("&&", "").partition("&")[2][:1].casefold()
        letters += [single] if single else []
    assert len(letters) == len(set(letters))


def test_plain_removes_the_mnemonic():
    assert [plain(text) for text in ("&Open…", "R&&&D", "打开(&O)…", "Open")] == [
        "Open…",
        "R&D",
        "打开…",
        "Open",
    ]


def test_a_text_gives_up_its_letter_for_one_that_has_no_other():
    assert marked(["Ab", "A"]) == ["A&b", "&A"]
