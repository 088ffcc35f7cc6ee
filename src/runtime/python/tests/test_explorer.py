"""The search finds every outcome that trying each schedule one by one finds, within any bound, and fewer schedules."""

import unittest

from faultline.scheduler.steps import NEVER
from faultline.scheduler.thread import VirtualThread
from faultline.search.explorer import Branch, Explorer, Guided

from .model_program import PROGRAMS, Model, Program, Run, every_run


def explored(program: Program, bound: int | None, *, prune: bool = True) -> tuple[list[Run], int]:
    """The runs of a search, and how many it gave up as they would have repeated another."""
    explorer = Explorer(bound, prune=prune)
    runs: list[Run] = []
    pruned = 0
    while (branch := explorer.next()) is not None:
        execution = explorer.execution()
        guided = Guided(explorer, branch, execution)
        outcome = Model(program, guided, execution).run()
        if guided.pruned:
            pruned += 1
        else:
            runs.append(Run(outcome, branch.preemptions))
    return runs, pruned


def fewest(runs: list[Run]) -> dict[str, int]:
    """With how few preemptions each outcome comes about."""
    found: dict[str, int] = {}
    for outcome, preemptions in runs:
        found[outcome] = min(preemptions, found.get(outcome, preemptions))
    return found


class TheSameAsByEnumeration(unittest.TestCase):
    def test_every_outcome_is_found_with_as_few_preemptions_within_every_bound(self) -> None:
        for name, program in PROGRAMS.items():
            for bound in (0, 1, 2, 3, None):
                with self.subTest(name, bound=bound):
                    runs, _ = explored(program, bound)
                    self.assertEqual(fewest(runs), fewest([*every_run(program, bound)]))

    def test_without_pruning_each_schedule_is_tried_exactly_once(self) -> None:
        for name, program in PROGRAMS.items():
            if "locks" in name:
                # A thread that waits for a lock is not offered: to the oracle it goes on without a choice.
                continue
            for bound in (0, 1, 2):
                with self.subTest(name, bound=bound):
                    runs, pruned = explored(program, bound, prune=False)
                    self.assertEqual((sorted(runs), pruned), (sorted(every_run(program, bound)), 0))

    def test_schedules_with_fewer_preemptions_come_first(self) -> None:
        for program in PROGRAMS.values():
            counts = [run.preemptions for run in explored(program, 3)[0]]
            self.assertEqual(counts, sorted(counts))


class Pruning(unittest.TestCase):
    def test_threads_that_share_nothing_take_a_tenth_of_their_schedules_at_most(self) -> None:
        # Of six steps, two of each thread: 6! / (2! 2! 2!).
        self.assertEqual(len([*every_run(PROGRAMS["nothing shared"], None)]), 90)
        self.assertLessEqual(len(explored(PROGRAMS["nothing shared"], None)[0]), 9)

    def test_two_increments_have_as_many_schedules_as_they_have_traces(self) -> None:
        # Both see 0, and either writes last; or one sees the other's, and either is first.
        runs, _ = explored(PROGRAMS["two increments"], None)
        self.assertEqual(len(runs), 4)
        self.assertEqual(len([*every_run(PROGRAMS["two increments"], None)]), 6)

    def test_a_lost_update_takes_one_preemption(self) -> None:
        found = fewest(explored(PROGRAMS["two increments"], 1)[0])
        lost, one_first, other_first = "r1 = 0, r2 = 0, x = 1", "r1 = 0, r2 = 1, x = 2", "r1 = 1, r2 = 0, x = 2"
        self.assertEqual(found, {one_first: 0, other_first: 0, lost: 1})

    def test_a_deadlock_takes_one_preemption(self) -> None:
        program = PROGRAMS["two locks in two orders"]
        self.assertFalse(any(run.outcome.startswith("deadlock") for run in explored(program, 0)[0]))
        stuck = [run for run in explored(program, 1)[0] if run.outcome.startswith("deadlock")]
        self.assertEqual({run.outcome for run in stuck}, {"deadlock: l = 1, m = 1"})

    def test_fewer_schedules_are_tried_than_there_are(self) -> None:
        for name in ("three increments", "increments of two places"):
            tried = len(explored(PROGRAMS[name], None)[0])
            self.assertLess(tried, len([*every_run(PROGRAMS[name], None)]) / 2, name)


class TheExplorer(unittest.TestCase):
    def test_it_begins_with_the_schedule_in_which_nobody_is_preempted(self) -> None:
        explorer = Explorer(None)
        self.assertEqual(explorer.next(), Branch({}, 0))
        self.assertIsNone(explorer.next())

    def test_what_exceeds_the_bound_is_not_tried(self) -> None:
        explorer = Explorer(1)
        explorer.next()
        explorer.add({}, 0, 1, preemptions=2)
        self.assertIsNone(explorer.next())
        explorer.add({}, 0, 1, preemptions=1)
        self.assertEqual(explorer.next(), Branch({0: 1}, 1))

    def test_a_branch_follows_the_turns_that_led_to_it(self) -> None:
        explorer = Explorer(None)
        explorer.next()
        turns = {0: 2}
        explorer.add(turns, 3, 1, preemptions=1)
        self.assertEqual(explorer.next(), Branch({0: 2, 3: 1}, 1))
        self.assertEqual(turns, {0: 2})

    def test_a_state_is_new_once_and_again_after_a_restart(self) -> None:
        explorer = Explorer(None)
        self.assertEqual([explorer.is_new("one"), explorer.is_new("one"), explorer.is_new("two")], [True, False, True])
        explorer.restart()
        self.assertTrue(explorer.is_new("one"))

    def test_a_restart_forgets_the_schedules_that_were_still_to_be_tried(self) -> None:
        explorer = Explorer(None)
        explorer.next()
        explorer.add({}, 0, 1, preemptions=1)
        explorer.restart()
        self.assertEqual(explorer.next(), Branch({}, 0))
        self.assertIsNone(explorer.next())

    def test_histories_are_kept_over_executions(self) -> None:
        explorer = Explorer(None)
        states: list[object] = []
        for _ in range(2):
            execution = explorer.execution()
            execution.write(0, "x")
            states.append(execution.state())
        self.assertEqual(states[0], states[1])


class TheStrategy(unittest.TestCase):
    def setUp(self) -> None:
        self.threads = [VirtualThread(number, None, name="", daemon=False) for number in range(3)]
        self.explorer = Explorer(None)
        self.explorer.next()

    def guided(self, turns: dict[int, int]) -> Guided:
        return Guided(self.explorer, Branch(turns, 0), self.explorer.execution())

    def test_nobody_is_preempted_at_points_of_the_clock(self) -> None:
        guided = self.guided({})
        self.assertEqual(guided.budget(5), NEVER)
        self.assertIs(guided.preempt(5, self.threads[1], self.threads), self.threads[1])

    def test_who_has_been_ready_longest_goes_on_where_nothing_else_was_decided(self) -> None:
        for thread, since in zip(self.threads, (3, 1, 2)):
            thread.since = since
        self.assertIs(self.guided({}).pick(1, self.threads), self.threads[1])

    def test_turns_are_counted_by_choices_of_both_kinds(self) -> None:
        guided = self.guided({0: 2, 1: 0})
        self.assertIs(guided.pick(1, self.threads), self.threads[2])
        self.assertIs(guided.visible(self.threads[2], self.threads), self.threads[0])
        self.assertIs(guided.visible(self.threads[0], self.threads), self.threads[0])

    def test_a_turn_of_a_thread_that_cannot_go_on_is_who_would_go_on_anyway(self) -> None:
        guided = self.guided({0: 2})
        self.assertIs(guided.visible(self.threads[1], self.threads[:2]), self.threads[1])

    def test_a_pick_costs_no_preemption_and_a_switch_does(self) -> None:
        self.guided({}).pick(1, self.threads)
        self.guided({}).visible(self.threads[0], self.threads)
        branches: list[Branch] = []
        while (branch := self.explorer.next()) is not None:
            branches.append(branch)
        self.assertEqual(branches, [Branch({0: 2}, 0), Branch({0: 1}, 0), Branch({0: 2}, 1), Branch({0: 1}, 1)])

    def test_once_pruned_an_execution_adds_nothing(self) -> None:
        self.guided({}).visible(self.threads[0], self.threads[:2])
        again = self.guided({})
        again.visible(self.threads[0], self.threads[:2])
        self.assertTrue(again.pruned)
        again.pick(2, self.threads)
        self.assertEqual(self.explorer.next(), Branch({0: 1}, 1))
        self.assertIsNone(self.explorer.next())


if __name__ == "__main__":
    unittest.main()
