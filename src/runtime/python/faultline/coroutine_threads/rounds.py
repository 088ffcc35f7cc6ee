"""The scheduler without carriers: threads are coroutines, and take turns in a loop instead of suspending."""

import contextvars
import sys
from collections.abc import Callable
from types import CodeType, FrameType, FunctionType
from typing import Any, cast

from ..cpython.frames import own_frame
from ..pristine.halt import Halt
from ..report.facts import too_deep
from ..scheduler.clock import Clock
from ..scheduler.machine import Machine
from ..scheduler.outside import Outside
from ..scheduler.scheduler import Scheduler
from ..scheduler.steps import NEVER, Steps
from ..scheduler.strategies.strategy import Strategy
from ..scheduler.switching import ours_around
from ..scheduler.thread import READY, VirtualThread
from ..source.locate import Locate
from .calls import Calls
from .coroutine_thread import CoroutineThread, frame_snapshot
from .points import Points
from .switching import SWITCH
from .unable import unable
from .variants import Aside, Variants

# As many threads as where they have stacks of their own.
MOST_THREADS = 500
# So many threads may wait in code that cannot be left: each keeps the interpreter's own stack.
MOST_HELD = 20


class Rounds(Scheduler):
    """A thread is switched out by awaiting, which the variants of functions do.

    Where one waits in code that is no variant, called from C perhaps, the others run on top of it. Such a thread is
    *held*: it can go on only when those that came after it and are held too have gone on. Until then it is late, as a
    thread may be whose turn the machine does not let come."""

    def __init__(
        self, machine: Machine, clock: Clock, steps: Steps, outside: Outside, locate: Locate, points: Points
    ) -> None:
        self._locate = locate
        self._coroutine_threads: dict[VirtualThread, CoroutineThread] = {}
        self._held: list[VirtualThread] = []
        # Who is to go on at the next point.
        self._following: VirtualThread | None = None
        self._over = False
        self._raised: BaseException | None = None
        super().__init__(machine, clock, steps, outside)
        self.most_threads = MOST_THREADS
        self._interval = _Interval(self)
        self.variants = Variants(locate, points, Aside(machine, clock, outside))
        self._calls = Calls(self.variants, steps.tick, lambda: self._following is not None, self._enter_context)
        self.variants.put(_as_function(Rounds.block), _as_function(Rounds.wait))
        self.variants.put(_as_function(Scheduler.sleep), _as_function(Rounds.rest))
        self.variants.codes.add(id(Rounds._enter_context.__code__))

    def restart(self, strategy: Strategy) -> None:
        super().restart(strategy)
        self._coroutine_threads.clear()
        self._held.clear()
        self._following = self._raised = None
        self._over = False

    def run_main(self, body: Callable[..., object], *args: Any) -> None:
        """Runs the main thread, and the others whenever it is their turn, until the main thread has ended."""
        self._coroutine_threads[self.main] = CoroutineThread(
            self._calls.called(body, *args), contextvars.copy_context()
        )
        following = self.main
        try:
            while not self._over:
                following = self._step(following)
        finally:
            # What comes now, exit functions and finalisers, the main thread does, and it may wait for others.
            self.current = self.main
            self._over = False
        if self._raised is not None:
            raise self._raised

    async def wait(self, verb: str, on: object, timeout: float | None = None) -> bool:
        """The variant of `block`."""
        me = self._begin_to_wait(verb, on, timeout, frame_snapshot(sys._getframe(1), self._locate))
        await SWITCH
        return self._waited(me)

    async def rest(self, seconds: float) -> None:
        """The variant of `sleep`."""
        self.operation("sleep", seconds)
        await self.wait("sleep", seconds, seconds)

    def must_give_way(self) -> bool:
        # No sooner: whoever goes first in the midst of an event loop may wait for what this thread does later.
        return len(self.alive) > 1 and self._interval.is_over()

    def block(self, verb: str, on: object, timeout: float | None = None) -> bool:
        """Waits in code that cannot be left: the others run on top of it."""
        me = self._begin_to_wait(verb, on, timeout, frame_snapshot(sys._getframe(1), self._locate))
        if len(self._held) >= MOST_HELD:
            self.outside.halt(unable(too_deep(), me.frame, self._locate))
            raise Halt
        self._held.append(me)
        self._following = None
        try:
            following = self._next()
            while following is not me or self.outside.halted is not None:
                following = self._step(following)
        finally:
            self._held.remove(me)
            if self._over:
                # The interpreter is about to exit, and does not wait for this one: it has no last words.
                self.current, me.killed = me, 1
        self._take_turn(me)
        return self._waited(me)

    def check(self) -> None:
        """Raises `Halt` when the run, or the running thread, is to end."""
        if self.outside.halted is not None or self.current.killed or self._over:
            raise Halt
        super().check()

    def beat(self, frame: FrameType | None) -> None:
        """In the midst of a round nothing is raised, for it cannot be left half done. It sees itself whether the run is
        to end."""
        if any(one.f_code in _ROUNDS for one in ours_around(frame)):
            self._hear_beat(frame)
        else:
            super().beat(frame)

    def unwind(self) -> None:
        """Ends all threads but the main thread."""
        for thread in self.alive[1:]:
            thread.killed = 1
            self.current = thread
            if thread in self._coroutine_threads:
                self._coroutine_threads[thread].end()
            self._end(thread)
        self.current = self.main
        self._coroutine_threads.clear()
        self.steps.arm(NEVER)

    def _step(self, thread: VirtualThread) -> VirtualThread:
        """Lets a thread run until it switches; returns who goes on."""
        if self.outside.halted is not None:
            raise Halt
        self._take_turn(thread)
        try:
            self._coroutine_thread(thread).step()
        except StopIteration:
            self._ended(thread)
        except Halt:
            self._ended(thread)
        except BaseException as error:
            # Only the main thread has nobody to keep it from raising.
            self._raised, self._over = error, True
        if self.outside.halted is not None or self._over:
            if self._held or self.outside.halted is not None:
                raise Halt
            return thread
        following, self._following = self._following, None
        if thread.state is not READY:
            return self._next()
        return thread if following is None or following not in self._ready() else following

    def _ended(self, thread: VirtualThread) -> None:
        if thread is self.main:
            self._over = True
        else:
            self._end(thread)
            del self._coroutine_threads[thread]

    def _coroutine_thread(self, thread: VirtualThread) -> CoroutineThread:
        coroutine_thread = self._coroutine_threads.get(thread)
        if coroutine_thread is None:
            coroutine_thread = self._coroutine_threads[thread] = CoroutineThread(
                self._calls.called(thread.body or _nothing), contextvars.Context()
            )
        return coroutine_thread

    def _take_turn(self, thread: VirtualThread) -> None:
        thread.state = READY
        if thread is self.current:
            return
        self.current = thread
        self.switches += 1
        for listen in self.watchers.on_switch:
            listen(thread)

    def _go(self, to: VirtualThread) -> None:
        """The running thread hands over at its next point, which is at once if it is at one."""
        self._following = to

    def _reached(self, code: CodeType | None, offset: int) -> None:
        frame = own_frame(sys._getframe(1), self._locate)
        if frame is not None:
            code, offset = frame.f_code, frame.f_lasti
        super()._reached(code, offset)

    def _ready(self) -> list[VirtualThread]:
        ready = super()._ready()
        return ready if len(self._held) < 2 else [thread for thread in ready if thread not in self._held[:-1]]

    async def _enter_context(self, context: contextvars.Context, function: Any, args: Any, kwargs: Any) -> Any:
        """`Context.run` for a variant: the thread's next step is made in that context."""
        coroutine_thread = self._coroutine_threads[self.current]
        outer, coroutine_thread.context = coroutine_thread.context, context
        await SWITCH
        try:
            return await function(*args, **kwargs)
        finally:
            coroutine_thread.context = outer
            await SWITCH


class _Interval:
    """How long the running thread has had its turn, in seconds of the run clock: for what passes no point."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        self._began = 0.0
        scheduler.watchers.on_switch.append(self._begin)

    def is_over(self) -> bool:
        """Whether that is as long as CPython lets a thread go on while others want to."""
        return self._scheduler.clock.now() - self._began >= self._scheduler.switch_interval

    def _begin(self, _to: VirtualThread) -> None:
        self._began = self._scheduler.clock.now()


def _nothing() -> None:
    """What a thread without a body does."""


def _as_function(method: Callable[..., Any]) -> FunctionType:
    return cast(FunctionType, method)


# Where a thread is let run, or ended: whatever of ours is called by these is in the midst of a round.
_ROUNDS = frozenset({Rounds.run_main.__code__, Rounds.block.__code__, Rounds.unwind.__code__})
