"""The bounded exhaustive search: when it is complete, what it leaves out, and when it begins anew."""

import unittest
from collections.abc import Callable
from typing import Any

from faultline.cpython.value_stack import works
from faultline.scheduler.strategies.strategy import Strategy
from faultline.search.exploration import Exploration
from faultline.search.explorer import Guided
from faultline.search.histories import Execution
from faultline.search.outcomes import Kind, Outcome

from .model_program import PROGRAMS, Model, Program, every_run


class Modelled:
    """Runs a model program, and tells what the observer of a real one would."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.runs = 0
        self.ended = 0
        self.kind: Kind = "passed"
        # In which executions, counted from 1, something is found that matters, or cannot be seen.
        self.grows: tuple[int, ...] = ()
        self.blind: tuple[int, ...] = ()

    def begin(self, guided: Guided, execution: Execution) -> None:
        """As `Observer.begin`."""
        self._guided, self._execution = guided, execution
        self.runs += 1
        self.grown, self.unseen = self.runs in self.grows, f"place {self.runs}" if self.runs in self.blind else None

    def end(self) -> None:
        """As `Observer.end`."""
        self.ended += 1

    def run(self, _strategy: Strategy, over: Callable[[], None]) -> Outcome:
        """As `Executions.run`."""
        words = Model(self._program, self._guided, self._execution).run()
        over()
        return Outcome(self.kind, words)


class ExplorationCase(unittest.TestCase):
    def setUp(self) -> None:
        self.modelled = Modelled(PROGRAMS["two increments"])

    def exploration(self, bound: int | None = None, *, prune: bool = True) -> Exploration:
        both: Any = self.modelled
        return Exploration(both, both, bound, prune=prune)


class Outcomes(ExplorationCase):
    def test_every_way_to_come_out_is_found_with_its_preemptions(self) -> None:
        outcomes = [one for one in self.exploration().outcomes(1000) if one is not None]
        self.assertEqual({one.words for one in outcomes}, {run.outcome for run in every_run(self.program, None)})
        self.assertEqual({one.preemptions for one in outcomes if "x = 1" in one.words}, {1})

    def test_executions_that_repeat_another_are_counted_and_not_told(self) -> None:
        exploration = self.exploration()
        outcomes = [*exploration.outcomes(1000)]
        self.assertGreater(exploration.pruned, 0)
        self.assertEqual(len(outcomes) + exploration.pruned, self.modelled.runs)
        self.assertEqual(self.modelled.ended, self.modelled.runs)

    def test_without_pruning_every_schedule_is_told(self) -> None:
        exploration = self.exploration(prune=False)
        self.assertEqual(len([*exploration.outcomes(1000)]), len([*every_run(self.program, None)]))
        self.assertEqual(exploration.pruned, 0)

    def test_no_more_are_tried_than_asked_for(self) -> None:
        exploration = self.exploration()
        self.assertEqual(len([*exploration.outcomes(2)]), 2)
        self.assertFalse(exploration.complete)

    @property
    def program(self) -> Program:
        return PROGRAMS["two increments"]


class Complete(ExplorationCase):
    """Nowhere else than where the value stack can be read is any search complete."""

    def complete(self, exploration: Exploration) -> bool:
        for _ in exploration.outcomes(1000):
            self.assertFalse(exploration.complete)
        return exploration.complete

    def test_a_search_is_when_there_is_no_schedule_left(self) -> None:
        for bound in (0, 1, None):
            self.assertEqual(self.complete(self.exploration(bound)), works())

    def test_a_search_is_not_when_an_execution_was_cut_short(self) -> None:
        self.modelled.kind = "cut"
        self.assertFalse(self.complete(self.exploration()))

    def test_a_search_is_not_when_something_could_not_be_seen_and_tells_the_first(self) -> None:
        self.modelled.blind = (2, 3)
        exploration = self.exploration()
        self.assertFalse(self.complete(exploration))
        self.assertEqual(exploration.unseen, "place 2")


class Anew(ExplorationCase):
    def test_what_was_found_before_is_void_when_something_is_found_to_matter(self) -> None:
        self.modelled.grows = (2,)
        outcomes = [*self.exploration().outcomes(1000)]
        self.assertIsNone(outcomes[1])
        after = [one.words for one in outcomes[2:] if one is not None]
        self.modelled.grows = ()
        self.assertEqual(after, [one.words for one in self.exploration().outcomes(1000) if one is not None])

    def test_as_many_as_asked_for_are_tried_again(self) -> None:
        self.modelled.grows = (2,)
        outcomes = [*self.exploration().outcomes(3)]
        self.assertEqual([one is None for one in outcomes], [False, True, False, False, False])


if __name__ == "__main__":
    unittest.main()
