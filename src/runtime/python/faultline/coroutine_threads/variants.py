"""The variants of functions, found by their code when they are first called."""

import ast
import concurrent.futures.thread
import contextlib
import queue
import threading
from asyncio import base_events, runners
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import CodeType, FunctionType
from typing import Any, TypeVar

from ..scheduler.clock import Clock
from ..scheduler.machine import Machine
from ..scheduler.outside import Outside
from ..source.locate import Locate
from ..source.ours import OURS
from .marks import exchanged
from .points import Points
from .sources import outermost, piece_of, source_of
from .variants_of_file import Key, key_of, variant_of_module, variants_in

_Made = TypeVar("_Made")

# The parts of the standard library in which threads wait, each by one of its functions.
_LIBRARY: tuple[Callable[..., Any], ...] = (
    threading.Event.wait,
    threading.Thread.start,
    queue.Queue[Any].get,
    concurrent.futures.Future[Any].result,
    concurrent.futures.thread.ThreadPoolExecutor.submit,
    contextlib.ExitStack.close,
    base_events.BaseEventLoop.run_forever,
    runners.run,
)
# The parts of this package that they call.
_OURS = tuple(
    f"{OURS}/{path}"
    for path in (
        "primitives/",
        "environment/event_loop.py",
        "environment/fresh_modules.py",
        "environment/free_threaded.py",
        "environment/patch_modules.py",
        "environment/platform.py",
        "environment/scheduler_hooks.py",
        "environment/run_environment.py",
        "environment/sqlite.py",
        "environment/sqlite_thread_check.py",
        "environment/thread_modules.py",
        "probes/guard.py",
        "probes/tasks/probe.py",
        "probes/pool/requests.py",
    )
)
# The parts of packages in which threads wait, by where they lie in their archives.
_PACKAGED = ("/sqlalchemy/engine/base.py", "/sqlalchemy/pool/", "/sqlalchemy/util/queue.py")


# Made of a function's own code, or written by hand.
Variant = CodeType | FunctionType


class Aside:
    """Calls what the run is not to count: rewriting takes time that is not the program's."""

    def __init__(self, machine: Machine, clock: Clock, outside: Outside) -> None:
        self._machine = machine
        self._clock = clock
        self._outside = outside

    def __call__(self, work: Callable[[], _Made]) -> _Made:
        began = self._machine.now()
        try:
            return work()
        finally:
            took = self._machine.now() - began
            self._clock.leave_out(took)
            self._outside.rewriting += took


class Variants:
    """`of` gives the variant of a code object. A function without one can only be called as it is."""

    def __init__(self, locate: Locate, points: Points, aside: Aside) -> None:
        self._locate = locate
        # Calls what takes time that is not the program's.
        self._aside = aside
        self._points = points
        self._library = frozenset(function.__code__.co_filename for function in _LIBRARY)
        # What the stand-ins in rewritten code mean.
        self.meanings: Mapping[str, Any] = {}
        # By the address of a code object: hashing one reads all of it. `_known` keeps addresses from being used again.
        self._variants: dict[int, Variant | None] = {}
        self._known: list[object] = []
        # By the address of a variant's code.
        self.codes: set[int] = set()
        self._files: dict[str, dict[Key, CodeType]] = {}

    def put(self, function: FunctionType, variant: FunctionType) -> None:
        """Gives a function the variant that was written for it by hand."""
        self._keep(function.__code__, variant)
        self.codes.add(id(variant.__code__))

    def of(self, function: FunctionType) -> FunctionType | None:
        """The variant of a function, or None where there is none."""
        code = function.__code__
        try:
            variant = self._variants[id(code)]
        except KeyError:
            found = self._aside(lambda: self._find(code))
            variant = self._keep(code, found)
            self.codes.add(id(found))
        return _with_code(function, variant) if type(variant) is CodeType else variant

    def of_module(self, file: str) -> CodeType:
        """The variant of a file of the program as a whole."""
        source = source_of(file) or b""
        return self._aside(lambda: variant_of_module(source, file, self._points, self.meanings))

    def _keep(self, code: CodeType, variant: Variant | None) -> Variant | None:
        self._known += [code, variant]
        self._variants[id(code)] = variant
        return variant

    def _find(self, code: CodeType) -> CodeType | None:
        file = code.co_filename
        own = self._locate(file) is not None
        if not own and not (file in self._library or file.startswith(_OURS) or _is_packaged(file)):
            return None
        variants = self._variants_of_file(file) if own else _variants_in_piece(file, outermost(code.co_qualname))
        variant = variants.get(key_of(code))
        # The variant is to share the closure, so it has to use the same variables of it.
        if variant is None or variant.co_freevars != code.co_freevars:
            return None
        return exchanged(variant, self.meanings)

    def _variants_of_file(self, file: str) -> dict[Key, CodeType]:
        """Those of a file of the program."""
        if file not in self._files:
            tree = _parsed(file)
            self._files[file] = {} if tree is None else variants_in(tree, file, self._points)
        return self._files[file]


def _is_packaged(file: str) -> bool:
    _archive, in_archive, path = file.rpartition(".zip/")
    return bool(in_archive) and f"/{path}".startswith(_PACKAGED)


def _parsed(file: str) -> ast.Module | None:
    source = source_of(file)
    return None if source is None else ast.parse(source, file)


_parsed_library = lru_cache(_parsed)


@lru_cache(maxsize=1000)
def _variants_in_piece(file: str, name: str) -> dict[Key, CodeType]:
    """Those of one function of a library's file and of what is inside it: such files are large, and little of them is
    needed."""
    tree = _parsed_library(file)
    piece = None if tree is None else piece_of(tree, name)
    return {} if piece is None else variants_in(piece, file, Points.NONE)


def _with_code(function: FunctionType, code: CodeType) -> FunctionType:
    """The function with other code."""
    variant = FunctionType(code, function.__globals__, function.__name__, function.__defaults__, function.__closure__)
    if function.__kwdefaults__ is not None:
        variant.__kwdefaults__ = function.__kwdefaults__
    return variant
