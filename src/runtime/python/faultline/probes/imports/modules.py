"""The lanes of modules: what state each is in, who asked for it, how its body ran."""

import sys
from typing import Any

from ...recorder import Place, Recorder
from .sources import Sources
from .tale import Edge, sentence

ABSENT, INITIALISING, READY, FAILED, REMOVED = "absent", "initialising", "ready", "failed", "removed"


class Modules:
    """Reports each module as a lane below `modules`, and counts loads, bodies and back edges."""

    def __init__(self, recorder: Recorder, sources: Sources) -> None:
        self._recorder = recorder
        self._sources = sources
        self._root = recorder.track("modules")
        self._loaded = recorder.track("modules loaded")
        self._bodies = recorder.track("bodies run")
        self._back_edges = recorder.track("back edges")
        self._depth = recorder.track("depth")
        self._static = recorder.track("static cycles")
        self._lanes: dict[str, int] = {}
        self._states: dict[str, str] = {}
        # The bodies under way, outermost first: name and span.
        self._open: list[tuple[str, int]] = []
        self._namespaces: dict[str, dict[str, Any]] = {}
        self._told: set[tuple[str, str, str]] = set()
        # What the body of each module asked for last.
        self._waits: dict[str, str] = {}

    def begin_run(self, cycles: list[list[str]]) -> None:
        """The program begins. `cycles` is what reading its source has found."""
        for cycle in cycles:
            self._recorder.tally(self._static)
            self._recorder.mark(self._static, " → ".join(cycle), "note")

    def let_go(self) -> None:
        """Lets go of the modules' names: the program has ended, and what they hold is about to be freed."""
        self._namespaces.clear()

    def is_absent(self, module: str) -> bool:
        """Whether a module was asked for and has not begun."""
        return self._states.get(module) == ABSENT

    def is_initialising(self, module: str) -> bool:
        """Whether the body of a module is under way."""
        return any(name == module for name, _ in self._open)

    def asks(self, asker: str, module: str, why: str, place: Place | None, *, begins: bool = False) -> None:
        """A line of `asker` is about to ask for a module; or has just done so, where its body `begins` now."""
        self.look_again()
        lane = self._lane(asker)
        for dot in (at for at, letter in enumerate(module) if letter == "."):
            # A package is imported before its modules, so its lane stands above theirs.
            if module[:dot] in self._sources.paths:
                self._lane(module[:dot])
        target = self._lane(module)
        if self._states.get(module, REMOVED) == REMOVED:
            self._enter(module, READY if module in sys.modules and not begins else ABSENT)
        self._waits[asker] = module
        told = asker, module, why
        if self._states[module] != READY or told not in self._told:
            # A module that is ready may be asked for at every turn of a loop: once tells it all.
            self._recorder.link(lane, target, why, place)
        self._told.add(told)

    def begins(self, module: str, names: dict[str, Any], place: Place | None) -> None:
        """A body begins to run; it binds its names in `names`."""
        lane = self._lane(module)
        self._namespaces[module] = names
        self._recorder.tally(self._bodies)
        span = self._recorder.open(lane, "body", place)
        self._open.append((module, span))
        self._enter(module, INITIALISING, place=place)
        self._recorder.gauge(self._depth, len(self._open))

    def ends(self, module: str, *, failed: bool, place: Place | None = None) -> None:
        """The body has come to its end, or an exception has left it."""
        index = next((at for at in reversed(range(len(self._open))) if self._open[at][0] == module), None)
        if index is None:
            return
        _, span = self._open.pop(index)
        self._recorder.close(self._lane(module), span, "failed" if failed else READY, place)
        self._recorder.gauge(self._depth, len(self._open))
        self._waits.pop(module, None)
        self._enter(module, FAILED if failed else READY)
        if not failed and module != "__main__":
            self._recorder.tally(self._loaded)

    def look_again(self) -> None:
        """Sees which modules the import system, or the program itself, has taken out of `sys.modules` meanwhile."""
        for module, state in list(self._states.items()):
            if self.is_initialising(module) or state in (ABSENT, REMOVED) or module == "__main__":
                continue
            if module not in sys.modules:
                self._enter(module, REMOVED, "its body failed" if state == FAILED else "by the program")
                self._namespaces.pop(module, None)
            elif state == FAILED:
                self._enter(module, READY, "kept, though its body failed")

    def back_edge(self, edge: Edge, *, counts: bool = True) -> None:
        """A line has asked for a module whose body is under way. `counts` is false when its import was counted."""
        lane = self._lane(edge.module)
        missing = edge.missing
        self._recorder.mark(lane, f"names so far: {', '.join(self.names(edge.module)) or 'none'}", "note")
        bound = None if missing is None else self._sources.place_of(edge.module, missing)
        if missing is not None:
            self._recorder.mark(lane, f"missing: {missing}", "bad", bound)
        if counts:
            self._recorder.tally(self._back_edges, 1, edge.place)
        words = sentence(edge, self._waits.get(edge.module), bound and bound.line)
        self._recorder.mark(self._back_edges, words, "note" if missing is None else "bad", edge.place)

    def uses(self, asker: str, module: str, name: str, place: Place | None) -> None:
        """A line of `asker` has read an attribute of a module that is not there."""
        self._recorder.link(self._lane(asker), self._lane(module), f"{module}.{name}", place)

    def mark_unreadable(self, module: str, line: int | None, path: str | None) -> None:
        """The module could not be compiled."""
        where = None if path is None or line is None else Place(path, line)
        self._recorder.mark(self._lane(module), "syntax error", "bad", where)

    def names(self, module: str) -> list[str]:
        """The names that a module has bound so far, in that order, without those that Python gives to every module."""
        return [
            name
            for name in list(self._namespaces.get(module, ()))
            if type(name) is str and not (name.startswith("__") and name.endswith("__"))
        ]

    def lacks(self, module: str, name: str) -> bool:
        """Whether a name is not bound yet, as far as can be told without running code of the module's."""
        names = self._namespaces.get(module)
        return names is not None and name not in names and "__getattr__" not in names

    def is_of(self, names: dict[str, Any], module: str) -> bool:
        """Whether these are the globals of a module whose body is known."""
        return self._namespaces.get(module) is names

    def last_asked(self, module: str) -> str | None:
        """What the body of a module under way has asked for last."""
        return self._waits.get(module)

    def _lane(self, module: str) -> int:
        lane = self._lanes.get(module)
        if lane is None:
            lane = self._lanes[module] = self._recorder.track(module, self._root)
        return lane

    def _enter(self, module: str, state: str, detail: str | None = None, place: Place | None = None) -> None:
        self._states[module] = state
        self._recorder.state(self._lane(module), state, detail, place)
