"""Looks at attributes, items and variables of closures that only count, in turns in which they have been looked at."""

from collections.abc import Callable
from sys import _getframe
from types import FrameType

from ..scheduler.steps import FRAME, Look
from ..stepping.sites import Site
from ..stepping.touch import WHOLE, Touch
from ..stepping.value_stack import ValueStack
from .increments import DISABLE, Increments
from .turn import ALL_OF_ONE, Turn
from .variable import MOST, Counted, Seen, Variable

# Whole numbers that are the same object wherever they are.
_SMALL = range(-5, 257)
# By kind of site: how deep below the top lie the owner, the key or nothing, and the value that is written.
_DEPTHS = {
    "attribute read": (0, None, None),
    "attribute write": (0, None, 1),
    "item read": (1, 0, None),
    "item write": (1, 0, 2),
    "cell read": (None, None, None),
    "cell write": (None, None, 0),
}

Slow = Callable[[Site, Seen, FrameType], object]


class Counting:
    """Knows what is counted by where it is, as addresses, which takes a fraction of finding out what is touched."""

    def __init__(self, stack: ValueStack, turn: Turn, increments: Increments) -> None:
        self._stack = stack
        self._increments = increments
        self._turn = turn
        self._known: dict[object, Counted] = {}
        # Keeps the addresses of texts from being used again.
        self._keys: list[object] = []

    def know(self, touch: Touch, variable: Variable) -> None:
        """The touches of a variable are counted from now on, until the turn ends."""
        kind, address = touch.key[:2]
        if kind == "container" and touch.item is not WHOLE:
            item = touch.item
            if type(item) is str or (type(item) is int and item in _SMALL):
                self._known[address, id(item)] = variable.counted
                self._keys.append(item)
        elif kind in ("attribute", "cell"):
            self._known[address, touch.key[2]] = variable.counted

    def forget(self) -> None:
        """The turn has ended: what lies where may change."""
        self._known.clear()
        self._keys.clear()

    def look(self, site: Site, seen: Seen, slow: Slow) -> Look | None:
        """A look for a site, or None for those that are not counted so."""
        if site.kind not in _DEPTHS:
            return None
        owner, key, value = _DEPTHS[site.kind]
        place = self._place(site, owner, key)
        return self._read(site, seen, slow, place) if value is None else self._write(site, seen, slow, place, value)

    def _read(self, site: Site, seen: Seen, slow: Slow, place: Callable[[FrameType], object]) -> Look:
        known, test, increment, frame_of = self._known.get, site.test, self._increments.read(site, seen), _getframe

        def look() -> object:
            frame = frame_of(FRAME)
            counted = known(place(frame))
            if counted is None or not counted.now:
                slow(site, seen, frame)
                return None
            if increment is not None and counted.touches >= ALL_OF_ONE and increment.looked_at_once(counted.value()):
                return DISABLE
            counted.untold += 1
            counted.last_read = seen
            if test:
                counted.last_test = seen
            return None

        return look

    def _write(
        self, site: Site, seen: Seen, slow: Slow, place: Callable[[FrameType], object], depth: int
    ) -> Look:
        known, wrote, increment = self._known.get, self._turn.wrote, self._increments.write(site, seen)
        whole, top, grows, frame_of = self._stack.whole, self._stack.top, increment.grows, _getframe

        def look() -> None:
            frame = frame_of(FRAME)
            counted = known(place(frame))
            if counted is None or not counted.now or counted is not wrote[0]:
                if increment.touches == 2 and increment.read is not None:
                    slow(*increment.read, frame)
                slow(site, seen, frame)
                return
            if not grows:
                written = whole(frame, depth)
                if written is None:
                    # Whatever else it is.
                    written = top(frame, depth)
                if type(written) is int and counted.greatest < written < MOST:
                    counted.greatest = written
            counted.untold += increment.touches
            counted.writes += 1
            counted.last_write = seen
            counted.last_read = counted.last_test = None

        return look

    def _place(self, site: Site, owner: int | None, key: int | None) -> Callable[[FrameType], object]:
        address, of_variable, name, number = self._stack.address, self._stack.address_of_variable, site.name, site.number
        if owner is None:
            return lambda frame: (of_variable(frame, number), name)
        if key is None:
            return lambda frame: (address(frame, owner), name)
        return lambda frame: (address(frame, owner), address(frame, key))
