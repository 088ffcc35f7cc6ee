"""The variables of a run: found by what is accessed, and forgotten when their owners are freed."""

import gc
from collections.abc import Callable
from types import FrameType
from typing import Any
from weakref import ref

from ...accesses.access import WHOLE, Access
from ...accesses.attributes import place_of
from ...accesses.classes import name_of
from ...accesses.containers import item_of
from ...cpython.value_stack import MISSING
from ...scheduler.steps import Steps
from ..shown import shown
from ..stage import Stage
from .loose import Loose
from .variable import Variable

_PLAIN_KEYS = frozenset({int, str})
# So often a name is looked for in a row; then ever more rarely.
_TRIES = 8
# After so many searches in vain only variables that threads share are worth one, and fewer of those: a search goes
# through all that the program's variables lead to, and there may be any number of objects that no variable leads to.
_MOST_IN_VAIN = 400


class Variables:
    """Keeps no object of the program's longer than the program does, or hardly longer."""

    def __init__(self, stage: Stage, steps: Steps) -> None:
        self._names = stage.scheduler.names
        self._steps = steps
        self._variables: dict[tuple[Any, ...], Variable] = {}
        # By address: what has variables, and their keys.
        self._owners: dict[int, tuple[ref[Any] | None, list[tuple[Any, ...]]]] = {}
        self._loose = Loose(self._forget)
        # How often a name was looked for that there was not.
        self._in_vain = 0
        self.sweep, self.let_go = self._loose.sweep, self._loose.let_go
        stage.replacements.wrap(gc, "collect", self._loose.collecting)

    def global_variable(self, names: dict[str, Any], name: str, label: str) -> Variable:
        """The variable that a module's dictionary has by this name."""
        key = ("global", id(names), name)
        variable = self._variables.get(key)
        if variable is None:
            variable = self._variables[key] = Variable(label)
        return variable

    def of(self, access: Access, frame: FrameType) -> Variable:
        """The variable that is accessed; made when it was not known."""
        key = access.key
        if access.key[0] == "container" and access.item is not WHOLE:
            key = (*access.key, shown(access.item))
        variable = self._variables.get(key)
        if variable is None:
            self._note_owner(access.owner, key)
            variable = self._variables[key] = Variable(*self._label(access, frame))
            if access.key[0] == "container" and access.item is not WHOLE:
                variable.whole = self._variables.get(access.key)
        if variable.spare is not None and self._is_worth_a_search(variable):
            self.name(variable, access, frame)
        return variable

    def look_up(self, access: Access, frame: FrameType) -> Callable[[], object]:
        """What tells later in the turn which value the variable has. It keeps nothing that is missed."""
        kind, address = access.key[:2]
        name = access.key[-1]
        if kind == "global" and id(frame.f_globals) == address:
            names = frame.f_globals
            return lambda: names.get(name, MISSING)
        if kind == "attribute":
            return lambda: (place_of(self._owner(address), name) or (None, MISSING))[1]
        if kind == "container" and type(access.item) in _PLAIN_KEYS:
            item = access.item
            return lambda: item_of(self._owner(address), item)
        return lambda: MISSING

    def _owner(self, address: int) -> object:
        kept = self._owners[address][0] if address in self._owners else None
        return kept() if kept is not None else self._loose.held.get(address)

    def _note_owner(self, owner: object, key: tuple[Any, ...]) -> None:
        """Sees to it that `key` is forgotten when `owner` is freed, whose address may then be used again."""
        address = id(owner)
        if address not in self._owners:
            try:
                kept = ref(owner, lambda _ref: self._forget(address))
            except TypeError:
                kept = None
                self._loose.hold(owner)
            self._owners[address] = (kept, [])
        self._owners[address][1].append(key)

    def _forget(self, address: int) -> None:
        for key in self._owners.pop(address)[1]:
            # Its accesses are no longer known by its address.
            self._variables.pop(key).counted.now = False
        self._steps.forget_locations()

    def name(self, variable: Variable, access: Access, frame: FrameType) -> None:
        """Gives it the name of what it belongs to, once there is one that keeps."""
        name = self._names.settled(access.owner, frame)
        if name is None:
            self._in_vain += 1
        else:
            variable.label, variable.spare = name + _part(access), None

    def _is_worth_a_search(self, variable: Variable) -> bool:
        """Counts how often it was asked for: after a while it is worth one at every power of two."""
        variable.tries += 1
        is_early = variable.tries <= _TRIES and self._in_vain < _MOST_IN_VAIN
        if not is_early and variable.tries & (variable.tries - 1):
            return False
        return self._in_vain < _MOST_IN_VAIN or variable.shared

    def _label(self, access: Access, frame: FrameType) -> tuple[str, str | None]:
        """What the program calls it where it is accessed, and what to call it where it is told apart from others; None
        for that where the label will do."""
        if access.owner is None:
            return access.label, None
        if access.key[0] == "attribute":
            return access.label or str(access.key[2]), self._names.of_class(access.owner) + _part(access)
        label = access.label or self._names.of(access.owner, frame) or name_of(type(access.owner))
        label = label if access.item is WHOLE or label.endswith("]") else label + _part(access)
        return label, label


def _part(access: Access) -> str:
    """What of its owner is accessed: `.balance`, `[3]`, or nothing for all of it."""
    if access.key[0] == "attribute":
        return f".{access.key[2]}"
    return "" if access.item is WHOLE else f"[{shown(access.item)}]"
