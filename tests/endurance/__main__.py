"""The long tier: python -m tests.endurance --help. Prints the table of the report."""

import argparse
import os
import sys

from tests.endurance import rows
from tests.endurance.row import TABLE_HEAD
from tests.endurance.workers import BrokenPromise, run


def main() -> int:
    """Runs the rows one after the other. Returns 1 if a promise was broken."""
    options = _parser().parse_args()
    os.nice(10)
    os.environ["ENDURANCE_SECONDS"] = str(60 * options.minutes)
    chosen = [rows.named(name) for name in options.row] or rows.every()
    broken = []
    print(TABLE_HEAD, flush=True)
    for row in chosen:
        try:
            figures = run(row, options.seed, options.count or row.long, options.first)
        except BrokenPromise as error:
            figures = error.figures
            broken += figures.broken
        print(figures.table_line(), flush=True)
    for text in broken:
        print(f"\n{text}", file=sys.stderr)
    return bool(broken)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.endurance", description=__doc__)
    parser.add_argument("row", nargs="*", help=f"default: all of {', '.join(r.name for r in rows.every())}")
    parser.add_argument("--count", type=int, help="number of cases (default: the long count of each row)")
    parser.add_argument("--first", type=int, default=0, help="index of the first case")
    parser.add_argument("--minutes", type=float, default=10.0, help="length of each walk of the monkey")
    parser.add_argument("--seed", type=int, default=1)
    return parser


if __name__ == "__main__":
    sys.exit(main())
