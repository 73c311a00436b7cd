"""Prints how often the kind of a picture is told right (viewer/models/picture_kind.py), on pictures of training only.

    python tests/viewer/models/kind_confusion.py PHOTOS...

PHOTOS: folders. Their photos are reduced by half, which leaves nothing of the blocks of the JPEGs that they were. With
them come pages that the trainer draws. All are also saved as JPEG.
"""

import io
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import PIL.Image

QUALITIES = (95, 90, 80, 70)
PAGES = 300


def as_jpeg(picture, quality):
    """Returns a picture as it is after it was saved as JPEG."""
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return PIL.Image.open(file)


def halves(folder):
    """Yields the photos of a folder, each at half its size."""
    for path in sorted(folder.iterdir()):
        with PIL.Image.open(path) as photo:
            yield photo.convert("RGB").resize(
                (photo.width // 2, photo.height // 2), PIL.Image.Resampling.LANCZOS
            )


def row(name, pictures):
    """Returns a line of the table."""
    from viewer.models import picture_kind

    found = Counter(picture_kind.kind_of(np.asarray(each.convert("RGB"))) for each in pictures)
    counts = (found[kind] for kind in (picture_kind.PHOTO, picture_kind.DRAWN, picture_kind.JPEG, None))
    return f"| {name} | {' | '.join(map(str, counts))} |"


def main(*folders):
    from trainer.data.drawn.page import page
    from trainer.data.pictures import PAGES_SEED

    sets = {Path(folder).name: list(halves(Path(folder))) for folder in folders}
    pages = (page(PAGES_SEED, number).transpose(1, 2, 0) for number in range(PAGES))
    sets["drawn pages"] = [PIL.Image.fromarray(np.ascontiguousarray(each)) for each in pages]
    print("| pictures | photo | drawn | JPEG photo | none |\n|---|---|---|---|---|")
    for name, pictures in sets.items():
        print(row(f"{name} ({len(pictures)})", pictures))
        for quality in QUALITIES:
            print(
                row(f"{name}, quality {quality}", (as_jpeg(each, quality) for each in pictures)), flush=True
            )


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    main(*sys.argv[1:])
