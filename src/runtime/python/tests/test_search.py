"""Whole searches, in rounds as where Python cannot be suspended: the outcomes and the schedules that they find."""

import asyncio
import os
import sys
import tempfile
import unittest
from collections.abc import Sequence
from textwrap import dedent
from typing import Any

from faultline.cpython.value_stack import works
from faultline.report import facts
from faultline.report.facts import raised_in
from faultline.search.search import MOST_SEEDS, REPLAYS, Search

from .stage import TestMachine, read_fact

COUNTER = """
import threading

counter = 0

def add():
    global counter
    counter = counter + 1

threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
LOCKED = COUNTER.replace("    counter =", "    with lock: counter =").replace("= 0\n", "= 0\nlock = threading.Lock()\n")
# So long between reading and writing that chance switches there soon.
_LONG = "    value = counter\n" + "    value += 0\n" * 20 + "    counter = value + 1\n"
LOOSE = COUNTER.replace("    counter = counter + 1\n", _LONG)
EXHAUSTIVE = {"method": "exhaustive", "bound": 1, "schedules": 500}


def searched(
    source: str, plan: dict[str, Any], *, check: str | None = None, machine: TestMachine | None = None
) -> dict[str, Any]:
    """What a search answers."""
    schedule = {"model": "before310", "strategy": {"kind": "realistic"}, "check": check}
    request: Any = {
        "program": {"files": {"main.py": dedent(source)}, "entry": "main.py"},
        "probes": [],
        "pace": "fast",
        "limits": {"events": 1000, "outputChars": 1000},
        "schedule": schedule,
        "search": plan,
    }
    here, path, arguments, main = os.getcwd(), [*sys.path], sys.argv, sys.modules["__main__"]
    with tempfile.TemporaryDirectory() as folder:
        search = Search(request, machine or TestMachine(), lambda _report: None, asyncio.run, folder)
        try:
            return {**search.run(lambda: None)}
        finally:
            os.chdir(here)
            sys.path[:], sys.argv, sys.modules["__main__"] = path, arguments, main


class ReportCase(unittest.TestCase):
    def report(self, source: str, plan: dict[str, Any] = EXHAUSTIVE, **options: Any) -> dict[str, Any]:
        answer = searched(source, plan, **options)
        self.assertEqual(answer["ending"], {"kind": "finished"})
        self.assertEqual(answer["faults"], [])
        found: dict[str, Any] = answer["scheduled"]["search"]
        self.assertTrue(found["done"])
        return found

    def outcomes(self, report: dict[str, Any]) -> dict[str, str]:
        return {one["words"]: one["kind"] for one in report["outcomes"]}


class SearchCase(ReportCase):
    """Of programs with threads."""


# The monitor reads values there, and nowhere else.
@unittest.skipUnless(works(), "the value stack of CPython 3.14 on 32 bits")
class WithoutThreads(ReportCase):
    def test_there_is_one_schedule(self) -> None:
        report = self.report("""
            total = 0
            def add(numbers):
                global total
                for number in numbers:
                    total += number
            add([1, 2, 3])
        """)
        self.assertEqual(self.outcomes(report), {"total = 6": "passed"})
        self.assertEqual((report["tried"], report["pruned"], report["complete"]), (1, 0, True))
        self.assertIsNone(report["unseen"])

    def test_each_execution_begins_with_fresh_modules(self) -> None:
        plan = {"method": "random", "seed": 1, "schedules": 5}
        report = self.report("x = 0\ndef f():\n    global x\n    x += 1\nf()\n", plan, check="x == 1")
        self.assertEqual((report["tried"], self.outcomes(report)), (5, {"x = 1": "passed"}))


class Exhaustive(SearchCase):
    def test_one_preemption_loses_an_update(self) -> None:
        report = self.report(COUNTER, check="counter == 2")
        self.assertEqual(self.outcomes(report), {"counter = 1": "failed", "counter = 2": "passed"})
        self.assertTrue(report["complete"])
        counts = [one["count"] for one in report["outcomes"]]
        self.assertEqual((sum(counts), counts), (report["tried"], sorted(counts, reverse=True)))

    def test_the_smallest_failing_schedule_fails_again_each_time(self) -> None:
        smallest = self.report(COUNTER, check="counter == 2")["smallest"]
        self.assertEqual((smallest["outcome"]["words"], smallest["outcome"]["preemptions"]), ("counter = 1", 1))
        self.assertEqual((smallest["reproduced"], smallest["replays"]), (REPLAYS, REPLAYS))

    def test_without_a_preemption_no_update_is_lost(self) -> None:
        report = self.report(COUNTER, {**EXHAUSTIVE, "bound": 0}, check="counter == 2")
        self.assertEqual(self.outcomes(report), {"counter = 2": "passed"})
        self.assertEqual((report["failed"], report["smallest"], report["complete"]), (0, None, True))

    def test_a_lock_keeps_every_update(self) -> None:
        report = self.report(LOCKED, check="counter == 2")
        self.assertEqual(self.outcomes(report), {"counter = 2": "passed"})
        self.assertTrue(report["complete"])
        self.assertGreater(report["tried"], 2)

    def test_without_a_check_what_functions_change_is_the_outcome(self) -> None:
        self.assertEqual(self.outcomes(self.report(COUNTER)), {"counter = 1": "passed", "counter = 2": "passed"})

    def test_a_check_that_raises_has_failed(self) -> None:
        report = self.report(LOCKED, {**EXHAUSTIVE, "schedules": 1}, check="missing == 2")
        [outcome] = report["outcomes"]
        self.assertEqual(outcome["kind"], "failed")
        self.assertEqual(outcome["words"], facts.check_raised("NameError", "name 'missing' is not defined"))

    def test_no_more_schedules_are_tried_than_asked_for(self) -> None:
        report = self.report(COUNTER, {**EXHAUSTIVE, "schedules": 3})
        self.assertEqual((report["tried"], report["complete"]), (3, False))

    def test_two_locks_in_two_orders_come_to_a_deadlock(self) -> None:
        report = self.report("""
            import threading
            one, two = threading.Lock(), threading.Lock()
            def work(first, second):
                first.acquire()
                second.acquire()
                second.release()
                first.release()
            threads = [threading.Thread(target=work, args=pair) for pair in ((one, two), (two, one))]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
        """)
        outcomes = self.outcomes(report)
        self.assertEqual(outcomes.pop(facts.finished()), "passed")
        [(deadlock, kind)] = outcomes.items()
        self.assertEqual((read_fact(deadlock)[0], kind), ("deadlock", "failed"))
        self.assertEqual(report["smallest"]["outcome"]["preemptions"], 1)


class Endings(SearchCase):
    def only(self, body: str, before: str = "", after: str = "") -> tuple[str, str]:
        source = (
            f"import os, sys, threading\n{before}\ndef f():\n    {body}\nt = threading.Thread(target=f)\nt.start()\n"
        )
        report = self.report(f"{source}t.join()\n{after}\n", {**EXHAUSTIVE, "bound": 0})
        [(words, kind)] = self.outcomes(report).items()
        return kind, words

    def test_a_thread_that_raises_has_failed(self) -> None:
        self.assertEqual(self.only("raise ValueError('no')"), ("failed", raised_in("ValueError: no", "Thread-1 (f)")))

    def test_a_main_thread_that_raises_has_failed(self) -> None:
        self.assertEqual(self.only("pass", after="raise KeyError('ann')"), ("failed", "KeyError: 'ann'"))

    def test_leaving_with_a_status_has_failed_and_without_one_not(self) -> None:
        self.assertEqual(self.only("pass", after="sys.exit(3)"), ("failed", "SystemExit: 3"))
        self.assertEqual(self.only("pass", after="sys.exit()"), ("passed", facts.finished()))

    def test_ending_the_process_is_an_outcome(self) -> None:
        self.assertEqual(self.only("os._exit(2)"), ("failed", "os._exit(2)"))
        self.assertEqual(self.only("os._exit(0)"), ("passed", "os._exit(0)"))

    def test_waiting_in_vain_has_failed(self) -> None:
        kind, words = self.only("threading.Event().wait()")
        self.assertEqual((kind, read_fact(words)[0]), ("failed", "stuck"))

    def test_the_person_can_stop_it(self) -> None:
        answer = searched(COUNTER, EXHAUSTIVE, machine=TestMachine(stop_after=1, tick=0.05))
        self.assertEqual(answer["ending"], {"kind": "stopped"})
        self.assertFalse(answer["scheduled"]["search"]["complete"])


class ByChance(SearchCase):
    def test_random_schedules_name_the_seeds_that_fail(self) -> None:
        plan = {"method": "random", "seed": 5, "schedules": 40}
        report = self.report(LOOSE, plan, check="counter == 2")
        self.assertEqual((report["tried"], report["complete"]), (40, False))
        seeds: Sequence[int] = report["seeds"]
        self.assertEqual(len(seeds), min(report["failed"], MOST_SEEDS))
        self.assertTrue(all(5 <= seed < 45 for seed in seeds) and seeds)
        again = self.report(LOOSE, {**plan, "seed": seeds[0], "schedules": 1}, check="counter == 2")
        self.assertEqual((again["failed"], again["seeds"]), (1, [seeds[0]]))

    def test_the_same_seed_finds_the_same(self) -> None:
        plan = {"method": "pct", "seed": 1, "depth": 2, "schedules": 20}
        first, second = [self.report(LOOSE, plan, check="counter == 2") for _ in range(2)]
        self.assertEqual(first["outcomes"], second["outcomes"])
        self.assertEqual(first["tried"], 20)

    def test_a_failure_that_chance_has_found_is_made_smaller(self) -> None:
        report = self.report(LOOSE, {"method": "random", "seed": 5, "schedules": 40}, check="counter == 2")
        self.assertEqual(report["smallest"]["outcome"]["preemptions"], 1)


if __name__ == "__main__":
    unittest.main()
