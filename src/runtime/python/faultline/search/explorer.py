"""Tries every schedule with a bounded number of preemptions, and leaves out those that would repeat another.

Switches are considered where they can matter: where a thread waits or ends, before it uses a lock, and before it reads
or writes what another thread accesses as well and one of them writes. (Iterative context bounding: M. Musuvathi and
S. Qadeer, PLDI 2007.)
"""

from collections import deque
from collections.abc import Sequence
from typing import Any, NamedTuple

from ..scheduler.steps import NEVER
from ..scheduler.strategies.strategy import longest_ready
from ..scheduler.thread import VirtualThread
from .histories import Execution, Histories


class Branch(NamedTuple):
    """A schedule still to be tried: who goes on at which choice, where it is not who would anyway."""

    turns: dict[int, int]
    preemptions: int


class Explorer:
    """What is known of the program's schedules, over all executions. `bound` None: any number of preemptions."""

    def __init__(self, bound: int | None, *, prune: bool = True) -> None:
        self._bound = bound
        self._prune = prune
        self.restart()

    def restart(self) -> None:
        """Begins anew, as something was found to matter that did not seem to."""
        self._histories = Histories()
        self._seen: set[Any] = set()
        # By the number of preemptions: those with fewest are tried first.
        self._branches: list[deque[Branch]] = [deque([Branch({}, 0)])]

    def next(self) -> Branch | None:
        """The next schedule to be tried, or None when there is none left."""
        for branches in self._branches:
            if branches:
                return branches.pop()
        return None

    def execution(self) -> Execution:
        """The histories of an execution that is about to begin."""
        return Execution(self._histories)

    def is_new(self, state: Any) -> bool:
        """Whether nobody has been in this state yet; now somebody has."""
        if not self._prune:
            return True
        before = len(self._seen)
        self._seen.add(state)
        return len(self._seen) > before

    def add(self, turns: dict[int, int], choice: int, thread: int, preemptions: int) -> None:
        """At `choice`, after `turns`, `thread` could go on as well."""
        if self._bound is not None and preemptions > self._bound:
            return
        while len(self._branches) <= preemptions:
            self._branches.append(deque())
        self._branches[preemptions].append(Branch({**turns, choice: thread}, preemptions))


class Guided:
    """The strategy of one execution: follows a branch, then stays with who runs, and notes all other choices."""

    def __init__(self, explorer: Explorer, branch: Branch, execution: Execution) -> None:
        self._explorer = explorer
        self._branch = branch
        self._execution = execution
        self._last_turn = max(branch.turns, default=-1)
        self._choices = 0
        self.pruned = False

    def budget(self, step: int) -> int:
        return NEVER

    def preempt(self, step: int, current: VirtualThread, ready: Sequence[VirtualThread]) -> VirtualThread:
        return current

    def pick(self, step: int, ready: Sequence[VirtualThread]) -> VirtualThread:
        return self._choose(None, longest_ready(ready), ready)

    def visible(self, current: VirtualThread, ready: Sequence[VirtualThread]) -> VirtualThread:
        """Who goes on where `current` is about to do what can matter."""
        return self._choose(current, current, ready)

    def _choose(
        self, current: VirtualThread | None, usual: VirtualThread, ready: Sequence[VirtualThread]
    ) -> VirtualThread:
        choice = self._choices
        self._choices += 1
        if choice <= self._last_turn:
            turn = self._branch.turns.get(choice)
            return next((thread for thread in ready if thread.number == turn), usual)
        if self.pruned:
            return usual
        # A thread that is switched out where it could go on costs a preemption.
        preemptions = self._branch.preemptions + (current is not None)
        running = -1 if current is None else current.number
        # Whoever has been here before had no more preemptions behind them, as those with fewest go first.
        if not self._explorer.is_new((self._execution.state(), running)):
            self.pruned = True
            return usual
        for thread in ready:
            if thread is not usual:
                self._explorer.add(self._branch.turns, choice, thread.number, preemptions)
        return usual
