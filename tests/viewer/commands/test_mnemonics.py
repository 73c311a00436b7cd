"""Letters that reach a menu's entries."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.commands.mnemonics import marked, plain


def test_the_first_letter_of_a_word_if_it_is_free():
    assert marked(["Open…", "Paste", "Print", "Pixel for pixel"]) == [
        "&Open…",
        "&Paste",
        "P&rint",
        "Pixel &for pixel",
    ]


def test_a_sign_that_is_meant_as_such_stays_one_and_no_letter_is_no_harm():
    assert marked(["R&D", "复制", "A", "a"]) == ["&R&&D", "复制", "&A", "a"]


@given(st.lists(st.text(max_size=6), max_size=12))
def test_no_letter_is_given_twice_and_the_words_stay(texts):
    letters = []
    for text, given_ in zip(texts, marked(texts), strict=True):
        assert given_.replace("&&", "\0").replace("&", "").replace("\0", "&") == text
        single = given_.replace("&&", "").partition("&")[2][:1].casefold()
        letters += [single] if single else []
    assert len(letters) == len(set(letters))


def test_without_its_letter_a_text_is_what_it_says():
    assert [plain(text) for text in ("&Open…", "R&&&D", "打开(&O)…", "Open")] == [
        "Open…",
        "R&D",
        "打开…",
        "Open",
    ]


def test_one_gives_way_to_another_that_has_nothing_else():
    assert marked(["Ab", "A"]) == ["A&b", "&A"]
