"""The letters by which the entries of a menu are reached once it is open. No Qt."""

from collections.abc import Iterator, Sequence


def marked(texts: Sequence[str]) -> list[str]:
    """Each text with & before its letter: the first of a word if it is free, else any; no letter is given twice.

    A text whose letters are all taken gets none.
    """
    taken: set[str] = set()
    found = []
    for text in texts:
        place = next((k for k in _candidates(text) if text[k].casefold() not in taken), None)
        plain = text.replace("&", "&&")
        if place is not None:
            taken.add(text[place].casefold())
            place += text[:place].count("&")
            plain = f"{plain[:place]}&{plain[place:]}"
        found.append(plain)
    return found


def _candidates(text: str) -> Iterator[int]:
    """Places of letters and digits that a keyboard of any language has: those that begin a word first."""
    places = [k for k, letter in enumerate(text) if letter.isascii() and letter.isalnum()]
    starts = [k for k in places if k == 0 or not text[k - 1].isalnum()]
    yield from starts
    yield from (k for k in places if k not in starts)
