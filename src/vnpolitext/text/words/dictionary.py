"""A dictionary that answers whole arrays of questions at once, without holding the words."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vnpolitext.text.pieces import mix

_FACTOR: Final = np.uint64(0x589965CC75374CC3)
_ROOM: Final = 4  # slots for each member, at least
_SHIFTS: Final = (32, 0, 9, 18, 5, 13)


def run_keys(keys: NDArray[np.uint64], length: int) -> NDArray[np.uint32]:
    """Return one number for every run of ``length`` keys; it is never 0."""
    count = max(len(keys) - length + 1, 0)
    runs = np.zeros(count, dtype=np.uint64)
    for place in range(length):
        runs = runs * _FACTOR + keys[place : place + count]
    return np.maximum((mix(runs) >> np.uint64(32)).astype(np.uint32), np.uint32(1))


class Dictionary:
    """Words of two or more pieces, as the numbers of their runs of keys."""

    def __init__(self, members: Mapping[int, NDArray[np.uint32]]) -> None:
        """Take the numbers of the words of each length."""
        self._sets = {length: _KeySet(numbers) for length, numbers in members.items()}

    def has(self, keys: NDArray[np.uint64], length: int) -> NDArray[np.bool_]:
        """Return for every key whether the run of ``length`` keys from it on is a word."""
        found = np.zeros(len(keys), dtype=np.bool_)
        known = self._sets.get(length)
        if known is not None and len(keys) >= length:
            found[: len(keys) - length + 1] = known.has(run_keys(keys, length))
        return found


class _KeySet:
    """A fixed set of 32-bit numbers in hash tables without chains.

    A number stands in the slot of its upper bits; where that is taken, in the slot of other bits of
    a smaller table, and so on. The few that find no place in any stand in a short list. Tables are
    no larger than their members need, so that they stay in the cache of the processor.
    """

    def __init__(self, members: NDArray[np.uint32]) -> None:
        self._tables: list[tuple[np.uint32, np.uint32, NDArray[np.uint32]]] = []
        for shift in _SHIFTS:
            bits = (_ROOM * len(members)).bit_length()
            low, mask = np.uint32(min(shift, 32 - bits)), np.uint32((1 << bits) - 1)
            table, members = _place(members, (members >> low) & mask, bits)
            self._tables.append((low, mask, table))
            if not len(members):
                break
        self._rest = members

    def has(self, keys: NDArray[np.uint32]) -> NDArray[np.bool_]:
        (shift, mask, table), *others = self._tables
        held = table[(keys >> shift) & mask]
        found: NDArray[np.bool_] = held == keys
        places = np.flatnonzero(~found & (held > 0))
        for shift, mask, table in others:
            sought = keys[places]
            held = table[(sought >> shift) & mask]
            found[places] = held == sought
            places = places[(held != sought) & (held > 0)]
        for key in self._rest:
            found[places] |= keys[places] == key
        return found


def _place(
    members: NDArray[np.uint32], slots: NDArray[np.uint32], bits: int
) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return a table with one member in each slot, and the members that found no place."""
    table = np.zeros(1 << bits, dtype=np.uint32)
    taken, first = np.unique(slots, return_index=True)
    table[taken] = members[first]
    rest = np.ones(len(members), dtype=np.bool_)
    rest[first] = False
    return table, members[rest]
