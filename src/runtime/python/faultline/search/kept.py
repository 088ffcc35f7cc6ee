"""Keeps the addresses of what was accessed apart, without keeping what was accessed from being freed."""

from sys import getrefcount
from weakref import ref

# What counting the references to something tells when there is one.
_KEPT: tuple[list[object]] = ([],)
_ALONE = getrefcount(_KEPT[0])
# So many of the latest are looked at each time whether they are still needed.
_NEWEST = 4


class Kept:
    """One for each execution. When something is freed, its address may be used for another: it counts as a new one."""

    def __init__(self) -> None:
        self._times: dict[int, int] = {}
        self._known: dict[int, object] = {}
        # The addresses of those that could not be referred to weakly, as lists and dictionaries.
        self._loose: list[int] = []

    def time(self, thing: object) -> int:
        """The how-manieth thing at its address it is."""
        self._sweep()
        address = id(thing)
        if address not in self._known:
            try:
                self._known[address] = ref(thing, lambda _ref: self._forget(address))
            except TypeError:
                self._known[address] = thing
                self._loose.append(address)
        return self._times.get(address, 0)

    def _sweep(self) -> None:
        for index in range(-min(_NEWEST, len(self._loose)), 0):
            if getrefcount(self._known[self._loose[index]]) <= _ALONE:
                self._forget(self._loose.pop(index))
                return

    def _forget(self, address: int) -> None:
        self._times[address] = self._times.get(address, 0) + 1
        self._known.pop(address, None)

    def clear(self) -> None:
        """The execution is over."""
        self._loose.clear()
        self._known.clear()
