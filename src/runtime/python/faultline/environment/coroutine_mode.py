"""The execution mode without carriers: threads are coroutines, for which the program's code is rewritten."""

import ast
from collections.abc import Callable, Iterable
from types import FunctionType
from typing import TypeVar, cast

from ..accesses.monitor import Monitor
from ..coroutine_threads.points import Points
from ..coroutine_threads.rounds import Rounds
from ..coroutine_threads.switching import Escaped
from ..coroutine_threads.unable import Unasked, held_up
from ..coroutine_threads.variants import Variants
from ..cpython.value_stack import works
from ..pristine.halt import HaltReason
from ..report.facts import rewritten
from ..scheduler.clock import Clock
from ..scheduler.deadlock import explain
from ..scheduler.machine import Machine
from ..scheduler.outside import Outside
from ..scheduler.steps import Steps
from ..scheduler.thread import VirtualThread
from .execution_mode import ExecutionMode
from .program import Program

_Pruning = TypeVar("_Pruning")
_Plain = TypeVar("_Plain")

# What the standard library calls its ways to start one.
_STARTERS = frozenset(
    "Thread Timer ThreadPoolExecutor ThreadPool start_new_thread start_new start_joinable_thread to_thread "
    "run_in_executor ThreadingMixIn QueueListener".split()
)


class CoroutineMode(ExecutionMode):
    """Rewritten code counts its points itself: what is left to follow is what threads share, and only in a run."""

    counts_beats = False

    def __init__(
        self, machine: Machine, clock: Clock, steps: Steps, outside: Outside, program: Program, *, gil_points: bool
    ) -> None:
        points = Points.GIL if gil_points else Points.STATEMENTS
        rounds = Rounds(machine, clock, steps, outside, program.locate, points)
        _can_leave_the_entry_file(rounds.variants)
        self.scheduler = rounds
        self.fact = rewritten("calls" if gil_points else "statements")
        self._program = program

    def explain(self, threads: list[VirtualThread]) -> HaltReason:
        locate = self._program.locate
        return held_up(threads, locate) or explain(threads, locate, self.scheduler.names)

    def monitor_of_run(self) -> Monitor | None:
        program = self._program
        return Monitor(program.locate, Steps(), program.stored_attributes, gil=True) if works() else None

    def monitor_of_search(self) -> None:
        return None

    def questions(self, monitor: Monitor | None) -> Unasked:
        return Unasked(self.scheduler, self._program.locate)

    def explorer(self, *, pruning: Callable[[], _Pruning], plain: Callable[[], _Plain]) -> _Pruning | _Plain:
        return plain()


def _can_leave_the_entry_file(variants: Variants) -> None:
    """Gives `Program.run` a variant that runs the entry's variant: the main thread, too, is left where it waits."""

    async def run(program: Program) -> Escaped | None:
        # Compiled as it is first, for the sake of what that raises and warns of.
        file = program.code.co_filename
        try:
            await eval(variants.of_module(file), program.begin())
        except StopIteration as error:
            # Which a module may raise, and a coroutine function may not.
            return Escaped(error)
        return None

    variants.put(cast(FunctionType, Program.run), cast(FunctionType, run))


def names_a_thread(sources: Iterable[str]) -> bool:
    """Whether one of the program's files names a way to start a thread: only then are they rewritten. What does not
    compile starts none."""
    return any(_names(source) for source in sources)


def _names(source: str) -> bool:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return any(_STARTERS & set(_words(node)) for node in ast.walk(tree))


def _words(node: ast.AST) -> Iterable[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
            return (name,)
        case ast.Constant(value=str(text)):
            return (text,)
        case _:
            return ()
