"""Least recently used cache with a budget in bytes."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class TileCache(Generic[Value]):
    """Evicts the least recently used values first. Used by one thread: it has no lock."""

    def __init__(self, budget: int) -> None:
        """budget: bytes."""
        self._budget = budget
        self._bytes = 0
        self._tiles: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()

    def get(self, key: Hashable) -> Value | None:
        """Returns the value and marks it as the most recently used, or returns None."""
        if key not in self._tiles:
            return None
        self._tiles.move_to_end(key)
        return self._tiles[key][0]

    def __contains__(self, key: Hashable) -> bool:
        """Returns whether the key is cached. Does not count as a use."""
        return key in self._tiles

    def put(self, key: Hashable, value: Value, size: int) -> None:
        """Caches `value`, of `size` bytes, and evicts old values until all fit. The newest value always stays."""
        self.drop(key)
        self._tiles[key] = (value, size)
        self._bytes += size
        while self._bytes > self._budget and len(self._tiles) > 1:
            self._bytes -= self._tiles.popitem(last=False)[1][1]

    def drop(self, key: Hashable) -> None:
        """Removes a value, if it is cached."""
        if key in self._tiles:
            self._bytes -= self._tiles.pop(key)[1]

    def clear(self) -> None:
        """Removes all values."""
        self._tiles.clear()
        self._bytes = 0

    @property
    def cached_bytes(self) -> int:
        """Size of all cached values."""
        return self._bytes
