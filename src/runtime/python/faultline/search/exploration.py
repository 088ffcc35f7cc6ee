"""The bounded exhaustive search: executes branch after branch until there is none left."""

from collections.abc import Iterator

from ..cpython.value_stack import works
from .executions import Executions
from .explorer import Explorer, Guided
from .observer import Observer
from .outcomes import Outcome
from .races import Where


class Exploration:
    """`complete` once every schedule within the bound was tried, or left out as it would repeat one that was.

    `unseen` is then, where it is not complete for that, the first instruction that did what cannot be seen.
    """

    def __init__(self, executions: Executions, observer: Observer, bound: int | None, *, prune: bool = True) -> None:
        self._executions = executions
        self._explorer = Explorer(bound, prune=prune)
        self._observer = observer
        self.complete = False
        self.pruned = 0
        self.unseen: Where | None = None

    def outcomes(self, most: int) -> Iterator[Outcome | None]:
        """The outcomes of executions, at most `most`; None when all so far are void and the search begins anew."""
        explorer, observer = self._explorer, self._observer
        tried = 0
        unseen: Where | None = None
        cut = not works()
        while (branch := explorer.next()) is not None:
            if tried == most:
                return
            execution = explorer.execution()
            guided = Guided(explorer, branch, execution)
            observer.begin(guided, execution)
            outcome = self._executions.run(guided, observer.end)
            if observer.grown:
                # An instruction matters that did not seem to: earlier executions ought to have switched there.
                explorer.restart()
                tried = self.pruned = 0
                yield None
                continue
            if guided.pruned:
                self.pruned += 1
                continue
            tried += 1
            cut = cut or outcome.kind == "cut"
            unseen = unseen or observer.unseen
            outcome.preemptions = branch.preemptions
            yield outcome
        self.complete, self.unseen = not cut and unseen is None, unseen
