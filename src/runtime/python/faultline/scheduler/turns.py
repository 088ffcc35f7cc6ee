"""Turns: which thread runs now, who goes on next, and on which carrier."""

from collections.abc import Callable
from math import inf
from sys import _getframe
from types import CodeType

from ..pristine.halt import Halt, HaltReason
from .beats import A_SWITCH, Beats
from .carriers import MAIN_CARRIER, Carriers
from .clock import Clock
from .machine import Machine
from .names import Names
from .outside import Outside
from .steps import NEVER, Steps
from .strategies.strategy import Cooperative, Strategy
from .thread import BLOCKED, DONE, MAIN_NAME, READY, VirtualThread
from .timers import Timers
from .watchers import Watchers

# So often a thread that is to end may swallow what should end it; then it is left where it is.
MOST_LIVES = 20
# Points between two attempts to end a thread: raising at each of them would never let an exception handler finish.
LIFE = 200


class Turns:
    """The threads of the program and whose turn it is. One runs at a time."""

    def __init__(self, machine: Machine, clock: Clock, steps: Steps, outside: Outside) -> None:
        self.machine = machine
        # How many threads may be alive at once.
        self.most_threads = machine.most_threads
        self.clock = clock
        clock.on_due = lambda: self._arm_at(self.steps.passed() + 1)
        self.steps = steps
        self.outside = outside
        self.watchers = Watchers()
        # Tells why nothing can go on, when nothing can.
        self.explain: Callable[[list[VirtualThread]], HaltReason] = lambda _threads: HaltReason("stuck")
        self._carriers = Carriers(machine, self._carry)
        steps.tell(self._reached)
        self.beats = Beats()
        self.names = Names(lambda: self.main.frame or (_getframe(1) if self.current is self.main else None))
        self._asked_at = NEVER
        self.restart(Cooperative())

    def restart(self, strategy: Strategy) -> None:
        """A program begins: there is the main thread and no other."""
        self.strategy = strategy
        self.main = VirtualThread(0, None, name=MAIN_NAME, daemon=False)
        self.main.carrier = MAIN_CARRIER
        self.current = self.main
        self.threads, self.alive = [self.main], [self.main]
        self.decisions: list[tuple[int, int]] = []
        self.switches = self.preemptions = 0
        self.outside.halted = None
        self._timers, self._serial = Timers(), 0
        self.names.restart()

    def check(self) -> None:
        """Raises `Halt` when the run is to end, on the main thread; any other is left where it is."""
        me = self.current
        if self.outside.halted is None and not me.killed:
            if me.interruption is not None:
                interruption, me.interruption = me.interruption, None
                interruption()
            return
        if me.killed:
            me.killed += 1
        if me is self.main or 0 < me.killed < MOST_LIVES:
            raise Halt
        self._go(self.main)

    def _reached(self, code: CodeType | None, offset: int) -> None:
        """A switch point at which the strategy is to be asked, or a timer is due."""
        me = self.current
        if me.killed or self.outside.halted is not None:
            self.steps.arm(LIFE)
            self.check()
        passed = self.steps.passed()
        if passed >= self.beats.due:
            self.steps.arm(LIFE)
            self.beats.make(passed)
            if passed < self._asked_at:
                self._arm_at(self._asked_at)
                return
            passed = self.steps.passed()
        if self._timers.any():
            self._fire(self.clock.now())
        me.position = None if code is None else (code, offset)
        chosen = self.strategy.preempt(passed, me, self._ready())
        if chosen is me:
            self._arm()
            return
        self.preempt(chosen)

    def preempt(self, chosen: VirtualThread) -> None:
        """Switches the running thread out, and lets `chosen` go on."""
        me = self.current
        self.decisions.append((self.steps.passed(), chosen.number))
        self.preemptions += 1
        self.beats.due -= A_SWITCH
        self._serial += 1
        me.since, me.state = self._serial, READY
        for listen in self.watchers.on_preempt:
            listen(me)
        self._arm()
        self._go(chosen)
        self.check()

    def _arm(self) -> None:
        """Has `_reached` called at the point where the strategy, or a timer, is next to be asked."""
        passed = self.steps.passed()
        if len(self.alive) == 1:
            self.clock.due = NEVER
            self._arm_at(NEVER)
            return
        # No call that can be left out: this is done at each switch.
        points = self.strategy.budget(passed)
        if self._timers.any():
            points = min(points, self._timers.steps_until_next(self.clock))
        else:
            self.clock.due = inf
        self._asked_at = step = passed + (points if points > 1 else 1)
        due = self.beats.due
        points = (due if due < step else step) - passed
        self.steps.arm(points if points > 1 else 1)

    def _arm_at(self, step: int) -> None:
        self._asked_at = step
        self.steps.arm(max(1, min(step, self.beats.due) - self.steps.passed()))

    def _go(self, to: VirtualThread) -> None:
        """Lets `to` run; returns when the thread that called runs again."""
        me, self.current = self.current, to
        self.switches += 1
        to.state = READY
        for listen in self.watchers.on_switch:
            listen(to)
        carrier = to.carrier
        self._carriers.switch(self._carriers.begin(to) if carrier is None else carrier)
        self.current = me

    def _next(self) -> VirtualThread:
        """Who goes on, now that the running thread waits or has ended. Lets time pass until somebody can."""
        at_least = 0.0
        while self.outside.halted is None:
            if self._timers.any():
                self._fire(max(at_least, self.clock.now()))
            ready = self._ready()
            if ready:
                return self._pick(ready)
            due = self._timers.next()
            if due is None:
                self.outside.halt(self.explain(self.threads))
                break
            self.outside.idle(due - self.clock.now())
            # Waiting is never exact: who waited until then is due now.
            at_least = due
        return self.main

    def _pick(self, ready: list[VirtualThread]) -> VirtualThread:
        self.steps.count()
        self.beats.due -= A_SWITCH
        chosen = ready[0]
        if len(ready) > 1:
            chosen = self.strategy.pick(self.steps.passed(), ready)
            self.decisions.append((self.steps.passed(), chosen.number))
        self._arm()
        return chosen

    def _carry(self, carrier: int) -> None:
        """What a carrier does: runs its thread, and when that has ended the next that is given to it."""
        while True:
            thread = self.current
            if thread.body is not None:
                try:
                    thread.body()
                except Halt:
                    pass
            self._end(thread)
            following = self.main if thread.killed else self._next()
            self.current = following
            self.switches += 1
            following.state = READY
            for listen in self.watchers.on_switch:
                listen(following)
            self._carriers.leave(carrier, following)

    def _end(self, thread: VirtualThread) -> None:
        thread.state, thread.body = DONE, None
        self.alive.remove(thread)
        for listen in self.watchers.on_end:
            listen(thread)

    def _ready(self) -> list[VirtualThread]:
        return [thread for thread in self.alive if thread.state is READY]

    def _make_ready(self, thread: VirtualThread) -> None:
        self._serial += 1
        thread.since, thread.state = self._serial, READY

    def _wait(self, thread: VirtualThread) -> None:
        thread.state = BLOCKED
        self._timers.add(thread)
        for listen in self.watchers.on_block:
            listen(thread)

    def wake(self, thread: VirtualThread) -> None:
        """What `thread` waits for has come."""
        raise NotImplementedError

    def _fire(self, now: float) -> None:
        while (thread := self._timers.take(now)) is not None:
            thread.timed_out = True
            self.wake(thread)
