"""The bounded exhaustive search in rounds: every schedule, point after point, without leaving any out."""

from collections.abc import Iterator, Sequence

from ..scheduler.strategies.strategy import longest_ready
from ..scheduler.thread import VirtualThread
from .executions import Executions
from .outcomes import Outcome

# Points that a thread may pass in a row while others are ready: one that waits in a loop is to let them go on.
MOST_IN_A_ROW = 1000


class Enumeration:
    """`complete` once every schedule within the bound was tried. It does not know what threads share, so it prunes
    nothing: it tries many schedules that come out alike."""

    pruned = 0
    unseen = None

    def __init__(self, executions: Executions, bound: int | None) -> None:
        self._executions = executions
        self._bound = bound
        self.complete = False

    def outcomes(self, most: int) -> Iterator[Outcome]:
        """The outcomes of executions, at most `most`."""
        prefix: list[int] = []
        whole = True
        for _ in range(most):
            branch = Branch(prefix, self._bound)
            outcome = self._executions.run(branch)
            whole = whole and outcome.kind != "cut" and not branch.forced
            yield outcome
            following = branch.following()
            if following is None:
                self.complete = whole
                return
            prefix = following


class Branch:
    """Makes the choices of `prefix`, by their numbers, and after them the first of each: nobody is preempted."""

    def __init__(self, prefix: list[int], bound: int | None) -> None:
        self._prefix = prefix
        self._bound = bound
        self._taken: list[int] = []
        self._widths: list[int] = []
        self._preemptions = 0
        self._in_a_row = 0
        # Whether a thread had to be switched out because it would not end.
        self.forced = False

    def budget(self, step: int) -> int:
        return 1

    def preempt(self, step: int, current: VirtualThread, ready: Sequence[VirtualThread]) -> VirtualThread:
        others = [thread for thread in ready if thread is not current]
        self._in_a_row += 1
        if others and self._in_a_row > MOST_IN_A_ROW:
            self.forced = True
            self._in_a_row = 0
            return longest_ready(others)
        if self._bound is not None and self._preemptions >= self._bound:
            return current
        chosen = self._choose([current, *others])
        self._preemptions += chosen is not current
        return chosen

    def pick(self, step: int, ready: Sequence[VirtualThread]) -> VirtualThread:
        self._in_a_row = 0
        first = longest_ready(ready)
        return self._choose([first, *(thread for thread in ready if thread is not first)])

    def following(self) -> list[int] | None:
        """The choices of the next branch: the last one that can be made in another way is. None after the last
        branch."""
        for index in reversed(range(len(self._taken))):
            if self._taken[index] + 1 < self._widths[index]:
                return [*self._taken[:index], self._taken[index] + 1]
        return None

    def _choose(self, among: list[VirtualThread]) -> VirtualThread:
        if len(among) == 1:
            return among[0]
        at = len(self._taken)
        taken = self._prefix[at] if at < len(self._prefix) else 0
        self._taken.append(taken)
        self._widths.append(len(among))
        return among[taken]
