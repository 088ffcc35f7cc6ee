"""Increments that are looked at once: where nothing can come between the read and the write, the write tells both."""

import sys
from types import CodeType

from ..stepping.sites import Site
from .variable import Seen

DISABLE: object = getattr(getattr(sys, "monitoring", None), "DISABLE", None)
_PARTS = frozenset({"global read", "global write", "attribute read", "attribute write"})
# Adding a number of the program's text to these runs no Python.
_NUMBERS = frozenset({int, float})


class Increment:
    """A write, with the read before it where there is one. `touches`: how many the look at the write tells."""

    __slots__ = ("touches", "grows", "read")

    def __init__(self, *, grows: bool) -> None:
        self.touches = 1
        # Whether the write is higher than what was there: then the last write is the highest.
        self.grows = grows
        self.read: tuple[Site, Seen] | None = None

    def looked_at_once(self, value: object) -> bool:
        """Whether the read need not be looked at any more, now that it reads `value`."""
        if type(value) in _NUMBERS:
            self.touches = 2
        return self.touches == 2


class Increments:
    """Finds them; `gil`: threads are only switched out where CPython 3.14 does it."""

    def __init__(self, *, gil: bool) -> None:
        self._gil = gil
        self._known: dict[tuple[int, int], Increment] = {}

    def read(self, site: Site, seen: Seen) -> Increment | None:
        """The increment of which a site is the read."""
        if not self._is_part(site):
            return None
        increment = self._of(site, seen.code)
        increment.read = site, seen
        return increment

    def write(self, site: Site, seen: Seen) -> Increment:
        """The increment of which a site is the write, or one that is a write alone."""
        return self._of(site, seen.code) if self._is_part(site) else Increment(grows=False)

    def _is_part(self, site: Site) -> bool:
        return self._gil and site.kind in _PARTS and site.number != 0

    def _of(self, site: Site, code: CodeType) -> Increment:
        key = id(code), abs(site.number)
        if key not in self._known:
            self._known[key] = Increment(grows=site.number > 0)
        return self._known[key]
