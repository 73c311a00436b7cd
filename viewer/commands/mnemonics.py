"""Mnemonics: the letters that choose the entries of an open menu. No Qt."""

import re
from collections.abc import Iterator, Sequence


def marked(texts: Sequence[str]) -> list[str]:
    """Returns each text with & before its letter: preferably the first of a word; no letter is used twice.

    As many texts as possible get a letter: this is a maximum bipartite matching of texts and letters.
    """
    owners: dict[str, int] = {}
    letters = [[text[k].casefold() for k in _candidates(text)] for text in texts]
    for index in range(len(texts)):
        _match(index, letters, owners, set())
    found = {index: letter for letter, index in owners.items()}
    return [_marked(text, found.get(index)) for index, text in enumerate(texts)]


def plain(text: str) -> str:
    """Returns a text without its mnemonic: of &Open, of A && B, and of the Chinese form 打开(&O)."""
    return re.sub(r"\(&\w\)|&(.)", lambda match: match[1] or "", text) if "&" in text else text


def _match(index: int, letters: list[list[str]], owners: dict[str, int], tried: set[str]) -> bool:
    """Finds a letter for a text along an augmenting path (Kuhn 1955). Returns whether there is one.

    letters: of each text, the preferred ones first.
    """
    for letter in letters[index]:
        if letter not in owners:
            owners[letter] = index
            return True
    for letter in letters[index]:
        if letter not in tried:
            tried.add(letter)
            if _match(owners[letter], letters, owners, tried):
                owners[letter] = index
                return True
    return False


def _marked(text: str, letter: str | None) -> str:
    if letter is None:
        return text.replace("&", "&&")
    place = next(k for k in _candidates(text) if text[k].casefold() == letter)
    return "{}&{}".format(text[:place].replace("&", "&&"), text[place:].replace("&", "&&"))


def _candidates(text: str) -> Iterator[int]:
    """Yields the indices of ASCII letters and digits, those that begin a word first."""
    places = [k for k, letter in enumerate(text) if letter.isascii() and letter.isalnum()]
    starts = [k for k in places if k == 0 or not text[k - 1].isalnum()]
    yield from starts
    yield from (k for k in places if k not in starts)
