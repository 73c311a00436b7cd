"""The most recently used values that fit a budget of bytes."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class TileCache(Generic[Value]):
    """Least recently used goes first. One thread's own: there is no lock."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._bytes = 0
        self._tiles: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()

    def get(self, key: Hashable) -> Value | None:
        """The value, now the most recently used."""
        if key not in self._tiles:
            return None
        self._tiles.move_to_end(key)
        return self._tiles[key][0]

    def __contains__(self, key: Hashable) -> bool:
        """Whether there is a value; that is no use of it."""
        return key in self._tiles

    def put(self, key: Hashable, value: Value, size: int) -> None:
        """Keeps `value`, of `size` bytes, and lets go of the oldest until all fits; the newest always stays."""
        self.drop(key)
        self._tiles[key] = (value, size)
        self._bytes += size
        while self._bytes > self._budget and len(self._tiles) > 1:
            self._bytes -= self._tiles.popitem(last=False)[1][1]

    def drop(self, key: Hashable) -> None:
        """Lets go of a value, if it is there."""
        if key in self._tiles:
            self._bytes -= self._tiles.pop(key)[1]

    def clear(self) -> None:
        """Lets go of everything."""
        self._tiles.clear()
        self._bytes = 0

    @property
    def cached_bytes(self) -> int:
        """Bytes held."""
        return self._bytes
