"""Sampling: calls for a look now and then, as the program goes on step by step, waits, or computes for long."""

import time
from collections.abc import Callable
from types import CodeType

from ...cpython.monitoring import MEMORY, Tool
from ...pristine.monitoring import own_monitoring
from ...scheduler.clock import VirtualClock
from ..stage import Stage
from .allowance import LOOK, OBJECT, STEP, Allowance

# The steps: a loop or a function of one line has no further lines to tell.
_STEPS = ("LINE", "JUMP", "PY_RETURN")

# So many steps (lines, jumps, returns) lie between two looks at first; the distance doubles after so many looks.
STRIDE = 8
LOOKS_PER_STRIDE = 64
# From this distance on steps tell no more than beats and collections do, and are no longer asked for where those come.
LONGEST_STRIDE = 256

_real_now = time.perf_counter


class Sampling:
    """`look(seconds)` is called when it is time, with how long the run has taken, and gives how many objects it has
    looked at."""

    def __init__(self, stage: Stage, begin: Callable[[], None], look: Callable[[float], int]) -> None:
        self._locate = stage.locate
        self._begin = begin
        self._look = look
        # On a virtual clock what is reported must not depend on how quick the machine is.
        self._counted = isinstance(stage.scheduler.clock, VirtualClock)
        self._passed = 0
        self._looks = 0
        self._stride = STRIDE
        self._allowance = Allowance(self._passed_in_seconds if self._counted else _real_now)
        self._followed: dict[int, CodeType] = {}
        self._guarded = stage.guarded
        self._began = False
        self._looking = False
        self._over = False
        stage.scheduler.watchers.on_block.append(lambda _thread: self.now())
        if not self._counted:
            stage.scheduler.outside.on_beat.append(lambda _frame: self.now())
        if own_monitoring is not None:
            self._follow_steps()
            stage.replacements.on_restore(self._tool.stop)

    def now(self) -> None:
        """A good moment for a look, if one is due."""
        if self._over or self._looking or not self._allowance.allows():
            return
        self._looking = True
        try:
            if not self._began:
                self._began = True
                self._begin()
            self._allowance.spend(LOOK + self._look(self._allowance.elapsed()) * OBJECT)
        except (MemoryError, RecursionError):
            # The program is at its limit; it is to hear of that itself.
            pass
        finally:
            self._looking = False

    def end(self) -> None:
        """The program is over: no look from now on."""
        self._over = True

    def _passed_in_seconds(self) -> float:
        return self._passed * STEP

    def _follow_steps(self) -> None:
        step = self._step_callback()
        self._tool = Tool(MEMORY, {**dict.fromkeys(_STEPS, step), "PY_START": self._guarded(self._started)})
        self._tool.listen("PY_START")

    def _started(self, code: CodeType, _offset: int) -> object:
        if id(code) not in self._followed and self._locate(code.co_filename) is not None:
            self._followed[id(code)] = code
            if not self._enough_steps:
                self._tool.follow(code, *_STEPS)
            if not self._began:
                self.now()
        return self._tool.enough

    def _step_callback(self) -> Callable[..., None]:
        """What the interpreter calls at every line, jump and return: as little as can be."""
        left = self._stride
        done = self._guarded(self._stride_done)

        def at_step(_code: CodeType, _where: int, _more: object = None) -> None:
            nonlocal left
            left -= 1
            if left <= 0:
                left = self._stride
                done()

        return at_step

    @property
    def _enough_steps(self) -> bool:
        return self._stride > LONGEST_STRIDE and not self._counted

    def _stride_done(self) -> None:
        self._passed += self._stride
        self._looks += 1
        if self._looks % LOOKS_PER_STRIDE == 0:
            self._stride *= 2
            if self._enough_steps:
                self._tool.follow_no_more()
        self.now()
