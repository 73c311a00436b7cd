"""What becomes of a drawn file when it is opened."""

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from engine.base.errors import ImageError
from engine.images.loading import load
from tests.engine.images.drawn.all_cases import difference
from tests.engine.images.drawn.case import Case


@dataclass(frozen=True)
class Outcome:
    """refusal: the reason of the error; "" if the file opened. difference: from what is right. said: the notices."""

    refusal: str = ""
    difference: float = 0
    said: str = ""

    def suits(self, case: Case) -> bool:
        """Whether this is what the case asks for."""
        if case.right is None:
            return case.notice in self.refusal and "not supported" in self.refusal
        return not self.refusal and self.difference <= case.tolerance and case.notice in self.said


@cache
def outcome(case: Case) -> Outcome:
    """Opens a file of the case, once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "drawn.bin")
        path.write_bytes(case.draw())
        try:
            image = load(path)
        except ImageError as error:
            return Outcome(refusal=str(error.reason))
    far = float("inf") if case.right is None else difference(image.pixels, image.alpha, case.right)
    return Outcome("", far, " | ".join(map(str, image.notices)))
