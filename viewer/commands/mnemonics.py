"""The letters by which the entries of a menu are reached once it is open. No Qt."""

import re
from collections.abc import Iterator, Sequence


def marked(texts: Sequence[str]) -> list[str]:
    """Each text with & before its letter: the first of a word if it is free, else any; no letter is given twice.

    As many texts as can have one get one: a text whose letters are all taken has another give way, where that can.
    """
    owners: dict[str, int] = {}
    for index in range(len(texts)):
        _seat(index, texts, owners, set())
    letters = {index: letter for letter, index in owners.items()}
    return [_marked(text, letters.get(index)) for index, text in enumerate(texts)]


def plain(text: str) -> str:
    """Without its marks: &Open, A && B; and 打开(&O), as Chinese has its letters, in full."""
    return re.sub(r"\(&\w\)|&(.)", lambda found: found[1] or "", text) if "&" in text else text


def _seat(index: int, texts: Sequence[str], owners: dict[str, int], tried: set[str]) -> bool:
    """Finds the text a letter, by an augmenting path (Kuhn 1955); whether there is one."""
    letters = [texts[index][place].casefold() for place in _candidates(texts[index])]
    for letter in letters:
        if letter not in owners:
            owners[letter] = index
            return True
    for letter in letters:
        if letter not in tried:
            tried.add(letter)
            if _seat(owners[letter], texts, owners, tried):
                owners[letter] = index
                return True
    return False


def _marked(text: str, letter: str | None) -> str:
    if letter is None:
        return text.replace("&", "&&")
    place = next(k for k in _candidates(text) if text[k].casefold() == letter)
    return "{}&{}".format(text[:place].replace("&", "&&"), text[place:].replace("&", "&&"))


def _candidates(text: str) -> Iterator[int]:
    """Places of letters and digits that a keyboard of any language has: those that begin a word first."""
    places = [k for k, letter in enumerate(text) if letter.isascii() and letter.isalnum()]
    starts = [k for k in places if k == 0 or not text[k - 1].isalnum()]
    yield from starts
    yield from (k for k in places if k not in starts)
