"""Checks the dictionary keys of a pickle before it is unpickled.

n nested tuples, each containing the previous one twice, need n opcodes but 2^n steps to hash: a file of 6 KB would
block the process indefinitely. Checkpoints use only text and numbers as keys, so every other key type is refused. The
check simulates the opcodes with a stack of booleans: True for a value that is cheap to hash, None for a mark.
"""

from collections.abc import Callable

SIMPLE = {
    *("NONE", "NEWTRUE", "NEWFALSE", "BININT", "BININT1", "BININT2", "LONG1", "BINFLOAT", "BINUNICODE"),
}
"""Opcodes that push a value which is cheap to hash."""
CONTAINERS = {"EMPTY_LIST", "EMPTY_TUPLE", "EMPTY_DICT", "GLOBAL"}
"""Opcodes that push any other value."""
TUPLES = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3, "REDUCE": 2, "BINPERSID": 1}
"""Opcodes that replace so many values by one."""


class KeyCheck:
    """Follows the opcodes of one pickle. Raises IndexError or KeyError for a stack that does not work out."""

    def __init__(self, refuse: Callable[[], Exception]) -> None:
        """refuse: returns the error to raise for a key that is neither text nor a number."""
        self._refuse = refuse
        self._stack: list[bool | None] = []
        self._memo: dict[int, bool | None] = {}

    def follow(self, name: str, argument: object) -> None:
        """Executes one opcode."""
        stack = self._stack
        if name in SIMPLE or name in CONTAINERS:
            stack.append(name in SIMPLE)
        elif name == "MARK":
            stack.append(None)
        elif name in ("BINPUT", "LONG_BINPUT"):
            self._memo[int(str(argument))] = stack[-1]
        elif name in ("BINGET", "LONG_BINGET"):
            stack.append(self._memo[int(str(argument))])
        elif name in TUPLES:
            del stack[len(stack) - TUPLES[name] :]
            stack.append(False)
        elif name in ("APPEND", "BUILD"):
            stack.pop()
        elif name == "SETITEM":
            self._require_keys(stack[-2:])
            del stack[-2:]
        elif name in ("TUPLE", "APPENDS", "SETITEMS"):
            self._close_mark(name)

    def _close_mark(self, name: str) -> None:
        """Executes an opcode that takes all values down to the last mark."""
        mark = _last_mark(self._stack)
        if name == "SETITEMS":
            self._require_keys(self._stack[mark + 1 :])
        del self._stack[mark:]
        if name == "TUPLE":
            self._stack.append(False)

    def _require_keys(self, pairs: list[bool | None]) -> None:
        if not all(pairs[::2]):
            raise self._refuse()


def _last_mark(stack: list[bool | None]) -> int:
    """Returns the index of the last mark. Raises IndexError if there is none."""
    index = len(stack) - 1
    while stack[index] is not None:
        index -= 1
        if index < 0:
            raise IndexError("no mark")
    return index
