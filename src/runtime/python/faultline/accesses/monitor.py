"""Follows the program's own code instruction by instruction, by CPython's `sys.monitoring` (PEP 669)."""

from collections.abc import Callable
from sys import _getframe
from types import CodeType, FrameType

from ..cpython.frames import real_back
from ..cpython.monitoring import THREADS, Tool
from ..scheduler.rules import Ruled
from ..scheduler.steps import InstructionCallback, Steps
from ..source.locate import Locate
from .hidden_sites import hidden_sites_of, variables_of
from .points import gil_points
from .sites import MODULE, Site, codes_of, rebound_names, sites_of

# Code without a file: made by `exec` or `eval`, unless it is the interpreter's own.
_NO_FILE = "<"
_FROZEN = "<frozen"

# Prepares what is to be called whenever the instruction at a site is about to be executed.
Watch = Callable[[Site, CodeType], InstructionCallback | Ruled | None]


class Monitor:
    """Counts every switch point of the program's code in `steps`, and calls what `watch` prepares at every site.

    `gil`: points are where CPython 3.14 may switch, else every instruction. Library code is never followed: between
    two waits it runs without a switch, which for correctly locked code makes no difference.
    """

    def __init__(
        self, locate: Locate, steps: Steps, stored: frozenset[str], *, gil: bool, hidden: bool = False
    ) -> None:
        self._locate = locate
        self.steps = steps
        # Attributes that the program stores; they may be variables of a module's.
        self._stored = stored
        self.gil = gil
        # Whether to stop also at what accesses no data that is shown.
        self._hidden = hidden
        self._watch: Watch | None = None
        # What is looked at, by the address of a code object plus an offset in it: hashing code objects reads all of
        # their bytes.
        self._sites: set[int] = set()
        # Keeps addresses from being used again.
        self._codes: dict[int, CodeType] = {}
        self._rebound: dict[str, frozenset[str]] = {}
        self._variables = variables_of if hidden else rebound_names

    def watch(self, watch: Watch | None) -> None:
        """Has sites watched, to be called before `start`."""
        self._watch = watch

    @property
    def is_watched(self) -> bool:
        """Whether anybody looks at sites."""
        return self._watch is not None

    def answered_for_by(self, failed: Callable[[BaseException], object]) -> None:
        """Has `failed` called when a look at a site has failed."""
        watch, self.steps.look_failed = self._watch, failed

        def prepare(site: Site, code: CodeType) -> InstructionCallback | Ruled | None:
            try:
                return None if watch is None else watch(site, code)
            except Exception as error:
                failed(error)
                return None

        self._watch = prepare

    def watch_no_more(self) -> None:
        """Lets go of what looks at sites, and of all that it holds. Points are still counted."""
        self._watch = None
        self._sites.clear()
        self.steps.forget_looks()

    def has_site(self, code: CodeType, offset: int) -> bool:
        """Whether the instruction accesses what threads may share."""
        return id(code) + offset in self._sites

    def start(self) -> None:
        """Begins to follow. Code is found when it first runs, wherever it comes from."""
        every_is_seen = not self.gil
        self.steps.follow(every=every_is_seen)
        called = self.steps.tick if every_is_seen and self._watch is None else self.steps.at_instruction
        # One tool for points and sites, as CPython 3.14.2 tells only one of several tools of an instruction.
        self._tool = Tool(THREADS, {"INSTRUCTION": called, "PY_START": self._started})
        self._tool.listen("PY_START")

    def stop(self) -> None:
        """Follows nothing any more."""
        self._tool.stop()

    def _started(self, code: CodeType, _offset: int) -> object:
        if id(code) not in self._codes and self._is_own(code, _getframe(1)):
            for one in codes_of(code):
                self._follow(one)
        return self._tool.enough

    def _is_own(self, code: CodeType, frame: FrameType) -> bool:
        file = code.co_filename
        if not file.startswith(_NO_FILE):
            return self._locate(file) is not None
        # Code made by the program with `exec`, not by the library on its behalf.
        caller = real_back(frame)
        return not file.startswith(_FROZEN) and caller is not None and id(caller.f_code) in self._codes

    def _follow(self, code: CodeType) -> None:
        if id(code) in self._codes:
            return
        self._codes[id(code)] = code
        callbacks: dict[int, InstructionCallback | Ruled] = {}
        if self._watch is not None:
            sites = sites_of(code, self._rebound_in(code))
            if self._hidden:
                sites = {**dict(hidden_sites_of(code)), **sites}
            for offset, site in sites.items():
                callback = self._watch(site, code)
                if callback is None:
                    # It has failed, and nobody looks any more.
                    callbacks.clear()
                    break
                callbacks[offset] = callback
        points: frozenset[int] = gil_points(code) if self.gil else frozenset()
        for offset in {*callbacks, *points}:
            callback, rule = callbacks.get(offset), None
            if isinstance(callback, Ruled):
                callback, rule = callback
            self.steps.know(code, offset, point=offset in points, callback=callback, rule=rule)
        self._sites.update(id(code) + offset for offset in callbacks)
        self._tool.follow(code, "INSTRUCTION")

    def _rebound_in(self, code: CodeType) -> frozenset[str]:
        # Nested code follows its module, whose names it shares.
        found = self._rebound.get(code.co_filename)
        if found is None or code.co_filename.startswith(_NO_FILE):
            found = self._rebound[code.co_filename] = (found or self._stored) | self._variables(code)
            if code.co_filename.startswith(_NO_FILE) and code.co_name == MODULE:
                # It may be executed as often as the program likes.
                found |= set(code.co_names)
        return found
