"""The lanes of modules: what state each is in, who asked for it, how its body ran."""

import sys
from collections.abc import Callable
from typing import Any, NamedTuple

from ...report.facts import (
    body_failed,
    kept_though_failed,
    missing_name,
    names_so_far,
    removed_by_program,
    static_cycle,
    syntax_error,
)
from ...report.recorder import Place, Recorder
from ...source.module_names import names_in
from .edge import Edge, fact_of
from .sources import Sources

ABSENT, INITIALISING, READY, FAILED, REMOVED = "absent", "initialising", "ready", "failed", "removed"

# So many names of a module are reported of, where it may have bound thousands.
_MOST_NAMES = 30


class _Body(NamedTuple):
    """A body under way. The frame that runs it has its names too: they are let go of together."""

    module: str
    span: int
    names: dict[str, Any]
    reloads: bool
    # Whichever thread runs it: an import in another one waits for it, and is not too early.
    thread: object


class Modules:
    """Reports each module as a lane below `modules`, and counts loads, bodies and back edges."""

    def __init__(self, recorder: Recorder, sources: Sources, thread: Callable[[], object]) -> None:
        """`thread` says which thread runs."""
        self._recorder = recorder
        self._sources = sources
        self._thread = thread
        self._root = recorder.track("modules")
        self._loaded = recorder.track("modules loaded")
        self._bodies = recorder.track("bodies run")
        self._back_edges = recorder.track("back edges")
        self._depth = recorder.track("depth")
        self._static = recorder.track("static cycles")
        self._lanes: dict[str, int] = {}
        self._states: dict[str, str] = {}
        # Those that were found in `sys.modules` last, or else have failed: all that can have changed there meanwhile.
        self._found: set[str] = set()
        self._failed: set[str] = set()
        # The bodies under way in all threads, those of each outermost first.
        self._open: list[_Body] = []
        self._reported: set[tuple[str, str, str]] = set()
        # What the body of each module asked for last.
        self._waits: dict[str, str] = {}

    def begin_run(self, cycles: list[list[str]]) -> None:
        """The program begins. `cycles` is what reading its source has found."""
        for cycle in cycles:
            self._recorder.tally(self._static)
            self._recorder.mark(self._static, static_cycle(*cycle), "note")

    def is_absent(self, module: str) -> bool:
        """Whether a module was asked for and has not begun."""
        return self._states.get(module) == ABSENT

    def is_initialising(self, module: str) -> bool:
        """Whether the body of a module is under way, in whichever thread."""
        return self._body(module) is not None

    def waits_for_this_thread(self, module: str) -> bool:
        """Whether the body of a module is under way in the thread that runs: there is no waiting for its end. Not so
        where the module is no longer in its place: an import finds another one, or runs the body of a new one."""
        thread, names = self._thread(), names_in(sys.modules.get(module))
        return any(body.module == module and body.thread is thread and body.names is names for body in self._open)

    def is_reloading(self, module: str) -> bool:
        """Whether the body under way runs over names that an earlier run of it has bound."""
        body = self._body(module)
        return body is not None and body.reloads

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
        reported = asker, module, why
        if self._states[module] != READY or reported not in self._reported:
            # A module that is ready may be asked for at every turn of a loop: once tells it all.
            self._recorder.link(lane, target, why, place)
        self._reported.add(reported)

    def begins(self, module: str, names: dict[str, Any], place: Place | None) -> None:
        """A body begins to run; it binds its names in `names`."""
        lane = self._lane(module)
        self._recorder.tally(self._bodies)
        span = self._recorder.open(lane, "body", place)
        self._open.append(_Body(module, span, names, bool(_own(names)), self._thread()))
        self._enter(module, INITIALISING, place=place)
        self._recorder.gauge(self._depth, self._deepest())

    def ends(self, module: str, *, failed: bool, place: Place | None = None) -> None:
        """The body has come to its end, or an exception has left it."""
        thread = self._thread()
        bodies = reversed(list(enumerate(self._open)))
        index = next((at for at, one in bodies if one.module == module and one.thread is thread), None)
        if index is None:
            return
        body = self._open.pop(index)
        self._recorder.close(self._lane(module), body.span, "failed" if failed else READY, place)
        self._recorder.gauge(self._depth, self._deepest())
        self._waits.pop(module, None)
        self._enter(module, FAILED if failed else READY)
        if not failed and module != "__main__":
            self._recorder.tally(self._loaded)

    def look_again(self) -> None:
        """Sees which modules the import system, or the program itself, has taken out of `sys.modules` meanwhile."""
        # In one call, since every import asks, and there may be hundreds of them.
        changed = self._failed.union(self._found.difference(sys.modules))
        if not changed:
            return
        for module in [one for one in self._states if one in changed]:
            if self.is_initialising(module) or module == "__main__":
                continue
            has_failed = module in self._failed
            if module not in sys.modules:
                self._enter(module, REMOVED, body_failed() if has_failed else removed_by_program())
            elif has_failed:
                self._enter(module, READY, kept_though_failed())

    def back_edge(self, edge: Edge, *, counts: bool = True) -> None:
        """A line has asked for a module whose body is under way. `counts` is false when its import was counted."""
        lane = self._lane(edge.module)
        missing = edge.missing
        names = self.names(edge.module)
        if len(names) > _MOST_NAMES:
            names = [*names[: _MOST_NAMES - 1], "…"]
        self._recorder.mark(lane, names_so_far(*names), "note")
        bound = None if missing is None else self._sources.place_of(edge.module, missing)
        if missing is not None:
            self._recorder.mark(lane, missing_name(missing), "bad", bound)
        if counts:
            self._recorder.tally(self._back_edges, 1, edge.place)
        reported = fact_of(edge, self._waited_for(edge.module), None if bound is None else bound.line)
        self._recorder.mark(self._back_edges, reported, "note" if missing is None else "bad", edge.place)

    def uses(self, asker: str, module: str, name: str, place: Place | None) -> None:
        """A line of `asker` has read an attribute of a module that is not there."""
        self._recorder.link(self._lane(asker), self._lane(module), f"{module}.{name}", place)

    def mark_unreadable(self, module: str, line: int | None, path: str | None) -> None:
        """The module could not be compiled."""
        where = None if path is None or line is None else Place(path, line)
        self._recorder.mark(self._lane(module), syntax_error(), "bad", where)

    def names(self, module: str) -> list[str]:
        """The names that a module has bound so far, in that order, without those that Python gives to every module."""
        return _own(self._names(module))

    def lacks(self, module: str, name: str) -> bool:
        """Whether a name is not bound yet, as far as can be known without running code of the module's."""
        names = self._names(module)
        return name not in names and "__getattr__" not in names

    def is_of(self, names: dict[str, Any], module: str) -> bool:
        """Whether these are the globals of a module whose body is under way."""
        return any(body.module == module and body.names is names for body in self._open)

    def _body(self, module: str) -> _Body | None:
        """The body of a module that is under way; of several the latest."""
        return next((body for body in reversed(self._open) if body.module == module), None)

    def _waited_for(self, module: str) -> str | None:
        """What the body of a module waits for: the body that it has let begin, or else what it has asked for last. A
        line may ask for several, one after the other."""
        body = self._body(module)
        if body is not None:
            later = self._open[next(at for at, one in enumerate(self._open) if one is body) + 1 :]
            inner = next((one.module for one in later if one.thread is body.thread), None)
            if inner is not None:
                return inner
        return self._waits.get(module)

    def _names(self, module: str) -> dict[str, Any]:
        body = self._body(module)
        return {} if body is None else body.names

    def _deepest(self) -> int:
        """How many bodies stand in one another: those of one thread do not stand in another's."""
        threads = [body.thread for body in self._open]
        return max((threads.count(thread) for thread in set(threads)), default=0)

    def _lane(self, module: str) -> int:
        lane = self._lanes.get(module)
        if lane is None:
            lane = self._lanes[module] = self._recorder.track(module, self._root)
        return lane

    def _enter(self, module: str, state: str, detail: str | None = None, place: Place | None = None) -> None:
        self._states[module] = state
        for those, which in ((self._found, READY), (self._failed, FAILED)):
            if state == which:
                those.add(module)
            else:
                those.discard(module)
        self._recorder.state(self._lane(module), state, detail, place)


def _own(names: dict[str, Any]) -> list[str]:
    return [name for name in list(names) if type(name) is str and not (name.startswith("__") and name.endswith("__"))]
