"""Reads the scores by kind of picture from a model's card: the table that `evaluate --kinds MODEL bicubic` prints.

A card is untrusted text. Whatever is no such table gives no scores.
"""

import re
from collections.abc import Mapping
from statistics import mean

from engine.base.messages import mark
from viewer.models.picture_kind import DRAWN, JPEG, PHOTO

KINDS: Mapping[str, str] = {
    PHOTO: mark("Photos"),
    DRAWN: mark("Text and drawings"),
    JPEG: mark("JPEGs"),
}
"""Kinds of pictures as the card names them, and as the panel does."""
SCALES = 3
"""Columns that a gain is the mean of: ×2, ×3 and ×4."""
ROW = re.compile(r"\|\s*([A-Za-z ]{1,20}), ([^|\s]{1,80})\s*\|((?:\s*\d{1,3}\.\d{1,3}\s*\|){3,8})\s*")
BASELINE = "bicubic"


def best_model(cards: Mapping[str, str], kind: str) -> str | None:
    """Returns the name of the model with the largest gain for a kind of picture; None if no card states one.

    cards: by the models' names.
    """
    scores = {name: found[kind] for name, card in cards.items() if kind in (found := gains(card))}
    return max(scores, key=scores.__getitem__, default=None)


def gains(card: str) -> dict[str, float]:
    """Returns the mean gain over bicubic at ×2 to ×4 for each kind in the card, dB."""
    means: dict[tuple[str, bool], float] = {}
    for line in card.splitlines():
        if found := ROW.fullmatch(line):
            kind, model, values = found.groups()
            numbers = [float(value) for value in values.split("|")[:SCALES]]
            means.setdefault((kind, model == BASELINE), mean(numbers))
    return {
        kind: means[kind, False] - means[kind, True]
        for kind in KINDS
        if (kind, False) in means and (kind, True) in means
    }
