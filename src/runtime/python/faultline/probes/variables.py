"""The variables of a run: found by what is touched, and forgotten when their owners are freed."""

from collections.abc import Callable
from sys import getrefcount
from types import FrameType
from typing import Any
from weakref import ref

from ..scheduler.names import Names
from ..stepping.attributes import place_of
from ..stepping.classes import name_of
from ..stepping.containers import item_of
from ..stepping.touch import WHOLE, Touch
from ..stepping.value_stack import MISSING
from .shown import shown
from .variable import Variable

# What counting the references to something tells when there is one.
_KEPT: tuple[list[object]] = ([],)
_ALONE = getrefcount(_KEPT[0])
_PLAIN_KEYS = frozenset({int, str})
# So often a name is looked for in a row; then ever more rarely.
_TRIES = 8
# So many of the latest containers are looked at each time whether they are still needed.
_NEWEST = 4


class Variables:
    """Keeps no object of the program's longer than the program does, or hardly longer."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._variables: dict[tuple[Any, ...], Variable] = {}
        # By address: what has variables, and their keys.
        self._owners: dict[int, tuple[object, list[tuple[Any, ...]]]] = {}
        # The addresses of those that could not be referred to weakly.
        self._loose: list[int] = []
        # Whose turn it is to be looked at.
        self._turn = 0

    def global_variable(self, names: dict[str, Any], name: str, label: str) -> Variable:
        """The variable that a module's dictionary has by this name."""
        key = ("global", id(names), name)
        variable = self._variables.get(key)
        if variable is None:
            variable = self._variables[key] = Variable(label)
        return variable

    def of(self, touch: Touch, frame: FrameType) -> Variable:
        """The variable that is touched; made when it was not known."""
        key = touch.key
        if touch.key[0] == "container" and touch.item is not WHOLE:
            key = (*touch.key, shown(touch.item))
        variable = self._variables.get(key)
        if variable is None:
            self._note_owner(touch.owner, key)
            variable = self._variables[key] = Variable(*self._label(touch, frame))
            if touch.key[0] == "container" and touch.item is not WHOLE:
                variable.whole = self._variables.get(touch.key)
        if variable.spare is not None and (variable.tries < _TRIES or not variable.tries & (variable.tries - 1)):
            self._name(variable, touch, frame)
        return variable

    def look_up(self, touch: Touch, frame: FrameType) -> Callable[[], object]:
        """What tells later in the turn which value the variable has. It keeps nothing that is missed."""
        kind, address = touch.key[:2]
        name = touch.key[-1]
        if kind == "global" and id(frame.f_globals) == address:
            names = frame.f_globals
            return lambda: names.get(name, MISSING)
        if kind == "attribute":
            return lambda: (place_of(self._owner(address), name) or (None, MISSING))[1]
        if kind == "container" and type(touch.item) in _PLAIN_KEYS:
            item = touch.item
            return lambda: item_of(self._owner(address), item)
        return lambda: MISSING

    def _owner(self, address: int) -> object:
        kept = self._owners[address][0] if address in self._owners else None
        return kept() if type(kept) is ref else kept

    def _note_owner(self, owner: object, key: tuple[Any, ...]) -> None:
        """Sees to it that `key` is forgotten when `owner` is freed, whose address may then be used again."""
        address = id(owner)
        if address not in self._owners:
            try:
                kept: object = ref(owner, lambda _ref: self._forget(address))
            except TypeError:
                # Lists and dicts cannot be referred to weakly: they are let go soon after everybody else has.
                kept = owner
                self._loose.append(address)
            self._owners[address] = (kept, [])
        self._owners[address][1].append(key)

    def sweep(self) -> None:
        """Lets go of containers that only we refer to: of some of the newest, and of the others one after the other."""
        if not self._loose:
            return
        for index in (*range(-min(_NEWEST, len(self._loose)), 0), self._turn):
            if getrefcount(self._owners[self._loose[index]][0]) <= _ALONE:
                self._forget(self._loose.pop(index))
                self._turn = 0
                return
        self._turn = (self._turn + 1) % len(self._loose)

    def let_go(self) -> None:
        """Lets go of the containers that are held, so that they are freed when the program would free them."""
        loose, self._loose = self._loose, []
        for address in loose:
            self._forget(address)

    def _forget(self, address: int) -> None:
        for key in self._owners.pop(address)[1]:
            # Its touches are no longer known by its address.
            self._variables.pop(key).counted.now = False

    def _name(self, variable: Variable, touch: Touch, frame: FrameType) -> None:
        """Gives it the name of what it belongs to, once there is one that keeps."""
        variable.tries += 1
        name = self._names.settled(touch.owner, frame)
        if name is not None:
            variable.label, variable.spare = name + _part(touch), None

    def _label(self, touch: Touch, frame: FrameType) -> tuple[str, str | None]:
        """What the program calls it where it is touched, and what to call it where it is told apart from others; None
        for that where the label will do."""
        if touch.owner is None:
            return touch.label, None
        if touch.key[0] == "attribute":
            return touch.label or str(touch.key[2]), self._names.of_class(touch.owner) + _part(touch)
        told = touch.label or self._names.of(touch.owner, frame) or name_of(type(touch.owner))
        told = told if touch.item is WHOLE or told.endswith("]") else told + _part(touch)
        return told, told


def _part(touch: Touch) -> str:
    """What of its owner is touched: `.balance`, `[3]`, or nothing for all of it."""
    if touch.key[0] == "attribute":
        return f".{touch.key[2]}"
    return "" if touch.item is WHOLE else f"[{shown(touch.item)}]"
