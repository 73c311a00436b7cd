"""Motifs of text: paragraphs, headlines, tables, code and labels at any angle. Words are random letters."""

import numpy as np
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont

from trainer.data.drawn import fonts
from trainer.data.drawn.sheet import OVERSAMPLING, Colour, Sheet

SIZES = (6.0, 40.0)
"""Smallest and largest size of text, px. Small sizes are more frequent."""
PUNCTUATION = (".", ",", ";", ":", "!", "?", "-", "/", "(", ")", "%", "+", "=")


def paragraph(sheet: Sheet) -> None:
    """Fills the sheet with lines of text in one font."""
    font, alphabet = fonts.choose(sheet.random, _size(sheet))
    colour, height = sheet.ink(), font.size / OVERSAMPLING
    leading = height * sheet.random.uniform(1.1, 1.7)
    left, y = sheet.random.uniform(0, 10), sheet.random.uniform(0, 6)
    while y < sheet.height:
        line = words(sheet.random, alphabet, round(2 * sheet.width / height))
        sheet.text((left, y), line, font, colour)
        if sheet.random.random() < 0.05:
            sheet.line([(left, y + height * 1.1), (left + height * 8, y + height * 1.1)], height / 14, colour)
        y += leading


def headline(sheet: Sheet) -> None:
    """Draws a few words in changing fonts, sizes and colours."""
    y = sheet.random.uniform(-4, 10)
    while y < sheet.height:
        size = sheet.random.uniform(14, 90)
        font, alphabet = fonts.choose(sheet.random, size)
        sheet.text((sheet.random.uniform(-10, 20), y), words(sheet.random, alphabet, 24), font, sheet.ink())
        y += size * 1.3


def table(sheet: Sheet) -> None:
    """Draws a table: rules around cells that contain words or numbers."""
    font, alphabet = fonts.choose(sheet.random, sheet.random.uniform(7, 16))
    height = font.size / OVERSAMPLING * sheet.random.uniform(1.4, 2.2)
    width, rule, colour = sheet.random.uniform(30, 110), sheet.random.uniform(0.5, 1.5), sheet.ink()
    for y in np.arange(sheet.random.uniform(0, 4), sheet.height, height):
        sheet.line([(0, y), (sheet.width, y)], rule, colour)
        for x in np.arange(0, sheet.width, width):
            letters = "0123456789" if sheet.random.random() < 0.5 else alphabet
            sheet.text((x + 3, y + height / 2), words(sheet.random, letters, 8), font, colour, "lm")
    for x in np.arange(0, sheet.width, width):
        sheet.line([(x, 0), (x, sheet.height)], rule, colour)


def labels(sheet: Sheet) -> None:
    """Scatters short texts, each rotated by its own angle."""
    for _ in range(int(sheet.random.integers(4, 16))):
        font, alphabet = fonts.choose(sheet.random, _size(sheet))
        _rotated(sheet, words(sheet.random, alphabet, 12), font, sheet.ink())


def words(random: np.random.Generator, alphabet: str, letters: int) -> str:
    """Returns words of random letters, `letters` characters in all, some capitalized or with punctuation."""
    parts: list[str] = []
    while sum(map(len, parts)) < letters:
        word = "".join(alphabet[i] for i in random.integers(0, len(alphabet), random.integers(1, 9)))
        case = random.random()
        word = word.lower() if case < 0.7 else word.capitalize() if case < 0.9 else word.upper()
        if random.random() < 0.15:
            word += PUNCTUATION[random.integers(len(PUNCTUATION))]
        parts.append(word)
    return " ".join(parts)


def _size(sheet: Sheet) -> float:
    smallest, largest = SIZES
    return float(smallest * (largest / smallest) ** (sheet.random.random() ** 1.5))


def _rotated(sheet: Sheet, text: str, font: PIL.ImageFont.FreeTypeFont, colour: Colour) -> None:
    """Draws `text` at a random position and angle."""
    box = font.getbbox(text)
    stamp = PIL.Image.new("L", (max(1, int(box[2])), max(1, int(box[3]))))
    PIL.ImageDraw.Draw(stamp).text((0, 0), text, 255, font)
    angle = sheet.random.uniform(-90, 90)
    mask = stamp.rotate(angle, PIL.Image.Resampling.BICUBIC, expand=True)
    corner = (
        int(sheet.random.uniform(-0.1, 0.8) * sheet.image.width),
        int(sheet.random.uniform(-0.1, 0.8) * sheet.image.height),
    )
    sheet.image.paste(colour, (*corner, corner[0] + mask.width, corner[1] + mask.height), mask)
