"""Programs of a few steps, every way in which they can run, and one execution under the strategy of a search."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from faultline.scheduler.thread import VirtualThread
from faultline.search.explorer import Guided
from faultline.search.histories import Execution

State = dict[str, int]


class Step(NamedTuple):
    """What a thread of a model does in one step: to which place, whether it writes it, and what comes of it there."""

    place: str
    write: bool
    effect: Callable[[State], None]


# The threads of a model program by their numbers, from 1 on.
Program = dict[int, list[Step]]


def read(place: str, into: str) -> Step:
    def effect(state: State) -> None:
        state[into] = state.get(place, 0)

    return Step(place, False, effect)


def write(place: str, value: Callable[[State], int]) -> Step:
    def effect(state: State) -> None:
        state[place] = value(state)

    return Step(place, True, effect)


def increment(thread: int, place: str = "x") -> list[Step]:
    mine = f"r{thread}"
    return [read(place, mine), write(place, lambda state: state[mine] + 1)]


def acquire(lock: str) -> Step:
    def effect(state: State) -> None:
        state[lock] = 1

    return Step(lock, True, effect)


def release(lock: str) -> Step:
    def effect(state: State) -> None:
        state[lock] = 0

    return Step(lock, True, effect)


def waits(step: Step, state: State) -> bool:
    """Whether the step takes a lock that somebody has."""
    return step.effect.__qualname__.startswith("acquire") and state.get(step.place) == 1


def shown(state: State, stuck: bool) -> str:
    values = ", ".join(f"{name} = {value}" for name, value in sorted(state.items()))
    return f"deadlock: {values}" if stuck else values


class Run(NamedTuple):
    outcome: str
    preemptions: int


def every_run(program: Program, bound: int | None) -> Iterator[Run]:
    """The oracle: each schedule with at most so many preemptions, without anything left out."""

    def on(done: dict[int, int], state: State, current: int | None, preemptions: int) -> Iterator[Run]:
        left = [thread for thread, steps in program.items() if done[thread] < len(steps)]
        ready = [thread for thread in left if not waits(program[thread][done[thread]], state)]
        if not ready:
            yield Run(shown(state, stuck=bool(left)), preemptions)
        for thread in ready:
            cost = preemptions + (thread != current and current in ready)
            if bound is None or cost <= bound:
                then = dict(state)
                program[thread][done[thread]].effect(then)
                yield from on({**done, thread: done[thread] + 1}, then, thread, cost)

    return on(dict.fromkeys(program, 0), {}, None, 0)


class Model:
    """One execution of a program, which offers its choices as the observer of a real one does."""

    def __init__(self, program: Program, guided: Guided, execution: Execution) -> None:
        self._program = program
        self._guided = guided
        self._execution = execution
        self._done = dict.fromkeys(program, 0)
        self._state: State = {}
        self._threads = {number: VirtualThread(number, None, name="", daemon=False) for number in program}
        self._serial = 0
        for number, thread in self._threads.items():
            execution.begin(number, 0)
            self._is_ready_from_now(thread)

    def run(self) -> str:
        """Runs to the end, or until nobody can go on."""
        current: VirtualThread | None = None
        fresh = True
        while ready := self._ready():
            if current is None or current not in ready:
                current, fresh = self._guided.pick(0, ready), True
            elif not fresh and len(ready) > 1:
                chosen = self._guided.visible(current, ready)
                if chosen is not current:
                    self._is_ready_from_now(current)
                    current = chosen
            fresh = False
            self._step(current.number)
        return shown(self._state, stuck=any(self._left(number) for number in self._program))

    def _ready(self) -> list[VirtualThread]:
        return [one for number, one in self._threads.items() if self._left(number) and not self._waits(number)]

    def _left(self, number: int) -> bool:
        return self._done[number] < len(self._program[number])

    def _waits(self, number: int) -> bool:
        return waits(self._program[number][self._done[number]], self._state)

    def _step(self, number: int) -> None:
        step = self._program[number][self._done[number]]
        self._done[number] += 1
        step.effect(self._state)
        (self._execution.write if step.write else self._execution.read)(number, step.place)

    def _is_ready_from_now(self, thread: VirtualThread) -> None:
        self._serial += 1
        thread.since = self._serial


PROGRAMS: dict[str, Program] = {
    "two increments": {1: increment(1), 2: increment(2)},
    "three increments": {1: increment(1), 2: increment(2), 3: increment(3)},
    "increments of two places": {1: increment(1) + increment(1, "y"), 2: increment(2, "y") + increment(2)},
    "stores and loads crosswise": {
        1: [write("x", lambda _: 1), read("y", "r1")],
        2: [write("y", lambda _: 1), read("x", "r2")],
    },
    "nothing shared": {1: increment(1), 2: increment(2, "y"), 3: increment(3, "z")},
    "one writer and two readers": {
        1: [write("x", lambda _: 1), write("x", lambda _: 2)],
        2: [read("x", "r2"), read("x", "s2")],
        3: [read("x", "r3")],
    },
    "a lock around increments": {
        1: [acquire("l"), *increment(1), release("l")],
        2: [acquire("l"), *increment(2), release("l")],
    },
    "two locks in two orders": {
        1: [acquire("l"), acquire("m"), *increment(1), release("m"), release("l")],
        2: [acquire("m"), acquire("l"), *increment(2), release("l"), release("m")],
    },
}
