"""A row of the table of faults: what is tried, how often, and within which limits."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Case = Callable[[int, int, Path], str]
"""Does one case: (seed, index, empty folder) -> kind of outcome. Raises if a promise is broken."""


TIMES = (1, 2, 5, 10, 30)


def within(seconds: float) -> str:
    """Returns the class of a duration for the counts of outcomes; the first is what is promised."""
    limit = next((each for each in TIMES if seconds < each), None)
    return f"later than {TIMES[-1]} s" if limit is None else f"within {limit} s"


@dataclass(frozen=True)
class Row:
    """name: for the command line. fault, expected: what the report says.

    case: does one case; the same seed and index do the same. ci, long: number of cases in each tier.
    prepare, end: called once in each worker, before and after its cases. jobs: cases at a time.
    seconds: CPU time that a case may take. memory_mb: how much the processes of a case may grow.
    """

    name: str
    fault: str
    expected: str
    case: Case
    ci: int
    long: int
    prepare: Callable[[], object] = int
    end: Callable[[], object] = int
    seconds: float = 60
    memory_mb: float = 4096
    jobs: int = 2


@dataclass
class Figures:
    """What came out of a row. broken: one text per broken promise, with the seed and the index that repeat it.

    slowest: wall time of the slowest case, seconds. peak_mb: largest growth of memory in one case.
    """

    row: Row
    seed: int
    count: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    peak_mb: float = 0.0
    took: float = 0.0
    broken: list[str] = field(default_factory=list)

    def add(self, outcome: str, seconds: float, peak_mb: float) -> None:
        """Counts one case."""
        self.count += 1
        self.outcomes[outcome] += 1
        self.slowest = max(self.slowest, seconds)
        self.peak_mb = max(self.peak_mb, peak_mb)

    def table_line(self) -> str:
        """Returns the row of a Markdown table: fault, count, seed, outcomes, slowest, peak, duration, broken."""
        outcomes = ", ".join(f"{kind} {count:,}" for kind, count in self.outcomes.most_common())
        cells = (self.row.fault, f"{self.count:,}", self.seed, outcomes, f"{self.slowest:.2f} s")
        more = (f"{self.peak_mb:.0f} MB", f"{self.took:.0f} s", len(self.broken))
        return "| " + " | ".join(map(str, cells + more)) + " |"


TABLE_HEAD = (
    "| fault | cases | seed | outcomes | slowest | peak | took | broken |\n|---|---|---|---|---|---|---|---|"
)
