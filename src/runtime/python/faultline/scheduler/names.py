"""What objects are called: each by one name, the best that the program has for it, wherever it is reported of."""

import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any
from weakref import ref

from ..cpython.frames import outwards
from ..source.locate import Locate
from ..source.module_names import names_in
from .paths import Named, attributes_of, locals_of, own_object_of, passing_names, path_to, variables_of

_mro: Any = type.__dict__["__mro__"]
_class_name: Any = type.__dict__["__name__"]


class Names:
    """Names that all of a module's code can use come first (`lock`, `ann.balance`, `forks[1]`), then those of the main
    thread's functions, then those of the code that asks. An object keeps the first name of the first two kinds, and no
    two objects that live have the same one.
    """

    def __init__(self, main_frame: Callable[[], FrameType | None]) -> None:
        """`main_frame` is where the main thread stands."""
        self._main_frame = main_frame
        self.locate: Locate = lambda _file: None
        self.restart()

    def restart(self) -> None:
        """A program begins: nothing has a name."""
        # By address: what tells whether the object still lives, and its name.
        self._settled: dict[int, tuple[Any, str]] = {}
        self._owners: dict[str, int] = {}
        # How many objects of a class have been told apart by number, and the number of each.
        self._counts: dict[str, int] = {}
        self._numbers: dict[int, tuple[Any, str]] = {}
        # By address of the code, which is kept.
        self._passing: dict[int, tuple[CodeType, frozenset[str]]] = {}

    def of(self, thing: object, frame: FrameType | None) -> str | None:
        """What to call `thing` for code that runs in `frame`; None where nothing leads to it."""
        name = self.settled(thing, frame)
        if name is not None or frame is None:
            return name
        return self._local(thing, frame)

    def kept(self, thing: object, frame: FrameType | None) -> str | None:
        """The same, and `thing` keeps it from now on: for lanes, whose names do not change."""
        name = self.of(thing, frame)
        return name if name is None or id(thing) in self._settled else self._settle(thing, name)

    def settled(self, thing: object, frame: FrameType | None) -> str | None:
        """The name that `thing` keeps. None as long as no variable of a module or of the main thread leads to it."""
        address = id(thing)
        known = self._settled.get(address)
        if known is not None:
            return known[1]
        path = self._path(thing, frame)
        return None if path is None else self._settle(thing, path)

    def unique(self, thing: object, name: str) -> str:
        """The name, with a number behind it where another object has it: for lanes, which are told apart by it."""
        number, numbered = 1, name
        while self._owners.get(numbered, id(thing)) != id(thing):
            number += 1
            numbered = f"{name} ({number})"
        return numbered

    def of_class(self, thing: object) -> str:
        """What to call an object that no variable leads to: its class, and a number."""
        address = id(thing)
        known = self._numbers.get(address)
        if known is not None:
            return known[1]
        kind = _class_name.__get__(type(thing))
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        name = f"{kind} {number}"
        self._note(self._numbers, thing, name)
        return name

    def _path(self, thing: object, frame: FrameType | None) -> str | None:
        main = names_in(sys.modules.get("__main__")) or {}
        frames = [one for one in _inwards(self._main_frame()) if self.locate(one.f_code.co_filename) is not None]
        groups = [] if frame is None or frame.f_globals is main else [variables_of(frame.f_globals)]
        body = next((one.f_code for one in frames if one.f_globals is main and one.f_locals is main), None)
        groups += [*self._lasting_first(variables_of(main), body)]
        # Functions of the main thread usually wait for the others, with what they share among their variables.
        for one in frames:
            groups += self._lasting_first(locals_of(one), one.f_code)
        return next((path for path in (path_to(thing, group, self.locate) for group in groups) if path), None)

    def _lasting_first(self, variables: list[Named], code: CodeType | None) -> list[list[Named]]:
        """The variables in two groups: those of loops, which name one thing after another, come last."""
        if code is None:
            return [variables]
        if id(code) not in self._passing:
            self._passing[id(code)] = code, passing_names(code)
        passing = self._passing[id(code)][1]
        return [[one for one in variables if (one[0] in passing) is later] for later in (False, True)]

    def _local(self, thing: object, frame: FrameType) -> str | None:
        path = path_to(thing, locals_of(frame), self.locate)
        owner = own_object_of(frame)
        if path is not None or owner is None:
            return path
        if owner is thing:
            return self.of_class(thing)
        attribute = next((name for name, value in attributes_of(owner) if value is thing), None)
        return None if attribute is None else f"{self.settled(owner, None) or self.of_class(owner)}.{attribute}"

    def _settle(self, thing: object, path: str) -> str:
        name = self.unique(thing, path)
        self._note(self._settled, thing, name)
        return name

    def _note(self, names: dict[int, tuple[Any, str]], thing: object, name: str) -> None:
        """Remembers a name until the object is freed, whose address may then be another's."""
        address = id(thing)

        def forget(_ref: object) -> None:
            names.pop(address, None)
            if self._owners.get(name) == address:
                del self._owners[name]

        try:
            names[address] = (ref(thing, forget), name)
        except TypeError:
            return  # lists and the like cannot be referred to weakly: they are looked for each time
        self._owners[name] = address


def _inwards(frame: FrameType | None) -> list[FrameType]:
    """The frames from the outermost to this one."""
    return list(outwards(frame))[::-1]
