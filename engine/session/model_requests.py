"""What the engine can be asked about models beside viewing. No torch."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class DescribeModel:
    """Tell of an installed model, or where no name is given which there are."""

    model: str


@dataclass(frozen=True)
class AddModel:
    """Keep the model of a file among the user's."""

    path: Path


@dataclass(frozen=True)
class RemoveModel:
    """Take one of the user's models away."""

    model: str


@dataclass(frozen=True)
class MeasureModel:
    """Tell how long a model takes. again: also where that is known."""

    model: str
    again: bool


ModelRequest = DescribeModel | AddModel | RemoveModel
