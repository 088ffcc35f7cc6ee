"""Accesses of locations that only count, in turns in which they have been looked at: native code counts them."""

from sys import intern

from ...accesses.access import WHOLE, Access
from ...accesses.sites import Site
from ...scheduler.rules import IN_CELL, OF_GLOBALS, ON_STACK, Key, location
from ...scheduler.steps import Steps
from .variable import Counted, Seen, Variable

# Whole numbers that are the same object wherever they are; and those that native code knows in any object.
_SMALL = range(-5, 1)
_ONE_DIGIT = range(1, 2**30)
# A bit that no address has: an item is not the attribute or the variable of that name.
_ITEM = 2
# By kind of site: whose it is, how deep below the top that and the key lie, and the value that is written.
_LOCATIONS: dict[str, tuple[int, int, int | None, int | None]] = {
    "global read": (OF_GLOBALS, 0, None, None),
    "global write": (OF_GLOBALS, 0, None, 0),
    "attribute read": (ON_STACK, 0, None, None),
    "attribute write": (ON_STACK, 0, None, 1),
    "item read": (ON_STACK, 1, 0, None),
    "item write": (ON_STACK, 1, 0, 2),
    "cell read": (IN_CELL, 0, None, None),
    "cell write": (IN_CELL, 0, None, 0),
}


class Counting:
    """Knows what is counted by where it is, as addresses, which takes a fraction of finding out what is accessed."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        # Where accesses were seen, by address: rules refer to them.
        self.seen: dict[int, Seen] = {}
        # Keeps the addresses of texts from being used again.
        self._keys: list[object] = []

    def know(self, access: Access, variable: Variable) -> None:
        """The accesses of a variable are counted from now on, until the turn ends."""
        kind, address = access.key[:2]
        if kind == "container":
            key = None if access.item is WHOLE else _key_of(access.item)
            if type(access.item) is str:
                self._keys.append(access.item)
        else:
            key = id(intern(access.key[2]))
        if key is not None:
            self._steps.know_location(address, key, variable.counted.counts)

    def know_global(self, names: dict[str, object], name: str, counted: Counted) -> None:
        """The same for the variable that a module's dictionary has by this name."""
        self._steps.know_location(id(names), id(intern(name)), counted.counts)

    def wrote(self, counted: Counted) -> None:
        """The variable was written last. Another write is to be looked at: it may end an update of two."""
        self._steps.wrote(counted.counts if counted.now else None)

    def forget(self) -> None:
        """The turn has ended: what lies where may change."""
        self._steps.wrote(None)
        self._steps.forget_locations()
        self._keys.clear()

    def rule(self, site: Site, seen: Seen) -> bytes | None:
        """The rule of a site, or None for those that are not counted so."""
        if site.kind not in _LOCATIONS:
            return None
        whose, depth, key, value = _LOCATIONS[site.kind]
        number = site.number if whose == IN_CELL else depth
        address = id(intern(site.name)) if key is None else 0
        return location(whose, number, Key(key, address), value, id(seen), test=site.test)


def _key_of(item: object) -> int | None:
    """By what native code knows a key: numbers of one digit by their value, which no address can be."""
    if type(item) is int:
        return item * 2 + 1 if item in _ONE_DIGIT else id(item) | _ITEM if item in _SMALL else None
    return id(item) | _ITEM if type(item) is str else None
