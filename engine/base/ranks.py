"""Which of several processes this one is, as the programs say that start them: torchrun and Slurm."""

from collections.abc import Mapping

RANKS = (
    ("RANK", "WORLD_SIZE"),
    ("SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT"),
    ("SLURM_PROCID", "SLURM_NTASKS"),
)
"""Names, in the environment, of the number of a process and of how many there are: torchrun, and two of Slurm."""


def place(environment: Mapping[str, str]) -> tuple[int, int]:
    """Returns the number of this process, from 0, and how many there are. 0 and 1 without a launcher."""
    for rank_name, count_name in RANKS:
        rank, count = environment.get(rank_name, ""), environment.get(count_name, "")
        first = environment.get("SLURM_ARRAY_TASK_MIN", "0") if "ARRAY" in rank_name else "0"
        if rank.isdecimal() and count.isdecimal() and first.isdecimal():
            number = int(rank) - int(first)
            if 0 <= number < int(count):
                return number, int(count)
    return 0, 1
