"""Pictures and models in a folder, which come and go while the monkey opens them."""

import os
import random
import shutil
from pathlib import Path

import numpy as np
import PIL.Image

from engine.images.decoders import table

NAMES = ("a.png", "b.jpg", "c.webp", "d.tif", "e.gif", "f.bmp", "g.avif", "h.png", "i.jpg", "k.ppm")


CHANGES = ("restore", "restore", "restore", "remove", "cut", "swap", "fifo", "folder", "noise")


class Files:
    """folder: where the pictures are; they are drawn if there are none. model: a LIIF with a few weights."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self._chance = folder / "pictures", chance
        self._originals = folder / "originals"
        self.model = folder / "small-liif.safetensors"
        self.broken_model = folder / "broken.pth"
        self.training = folder / "training"
        if not self.folder.exists():
            self._draw()

    def _draw(self) -> None:
        table.formats()
        noise = np.random.default_rng(1)
        for folder in (self.folder, self._originals, self.training):
            folder.mkdir()
        for number, name in enumerate(NAMES):
            size = (300, 400) if number % 3 else (1200, 1600)
            coarse = noise.integers(0, 256, (size[0] // 10, size[1] // 10, 3), dtype=np.uint8)
            picture = PIL.Image.fromarray(coarse).resize(size[::-1], PIL.Image.Resampling.BICUBIC)
            if name == "h.png":
                picture.putalpha(picture.convert("L"))
            picture.save(self._originals / name)
            shutil.copy(self._originals / name, self.folder / name)
        picture.resize((96, 96)).save(self.training / "0.png")
        self.broken_model.write_bytes(noise.bytes(5000))
        (self.folder / "note.txt").write_text("no picture")

    def any(self) -> Path:
        """Returns the path of a picture, which may be gone or damaged."""
        return self.folder / self._chance.choice((*NAMES, *NAMES, "note.txt", "missing.png", "pipe.png"))

    def change(self) -> str:
        """Does something to a file: damages it, removes it, brings it back. Says what."""
        name = self._chance.choice(NAMES)
        path, original = self.folder / name, self._originals / name
        what = self._chance.choice(
            ("restore", "restore", "restore", "remove", "cut", "swap", "fifo", "folder", "noise")
        )
        if path.is_dir():
            path.rmdir()
        if what == "remove":
            path.unlink(missing_ok=True)
        elif what == "cut" and path.is_file():
            os.truncate(path, self._chance.randrange(1 + path.stat().st_size))
        elif what == "swap":
            path.write_bytes((self._originals / self._chance.choice(NAMES)).read_bytes())
        elif what == "fifo":
            path.unlink(missing_ok=True)
            path = self.folder / "pipe.png"
            if not path.exists():
                os.mkfifo(path)
            name = path.name
        elif what == "folder":
            path.unlink(missing_ok=True)
            path.mkdir()
        elif what == "noise":
            path.write_bytes(self._chance.randbytes(2000))
        else:
            path.unlink(missing_ok=True)
            shutil.copy(original, path)
        return f"{what} {name}"

    def restore(self) -> None:
        """Brings every picture back."""
        for name in NAMES:
            path = self.folder / name
            if path.is_dir():
                path.rmdir()
            path.unlink(missing_ok=True)
            shutil.copy(self._originals / name, path)
