"""Stepping by hand: what a person is told of each thread, and when a stride is over."""

import dis
import sys
import unittest
from types import CodeType
from typing import Any

from faultline.accesses.manual_stepping import Questions
from faultline.accesses.monitor import Monitor
from faultline.accesses.sites import codes_of
from faultline.scheduler.clock import VirtualClock
from faultline.scheduler.outside import Outside
from faultline.scheduler.scheduler import Scheduler
from faultline.scheduler.steps import Steps
from faultline.scheduler.strategies.manual import Manual, Stride
from faultline.scheduler.thread import BLOCKED, DONE, VirtualThread

from .stage import TestMachine

FILE = "stepped_of_a_test.py"
SOURCE = """
def f(a):
    b = a
    a.n = b
    return (b,
            a)
"""


def locate(file: str) -> str | None:
    return "main.py" if file == FILE else None


class Person(TestMachine):
    """Hears questions, and gives one answer."""

    most_threads = 5

    def __init__(self) -> None:
        super().__init__()
        self.questions: list[dict[str, Any]] = []
        self.answer: tuple[int, Stride] = (0, "instruction")

    def ask(self, question: dict[str, Any]) -> tuple[int, Stride]:
        self.questions.append(question)
        return self.answer


class SteppingCase(unittest.TestCase):
    def setUp(self) -> None:
        self.person = Person()
        steps = Steps()
        clock = VirtualClock(self.person.now, steps.passed, price=1e-9)
        self.scheduler = Scheduler(self.person, clock, steps, Outside(self.person, clock, skip_waits=True))
        self.scheduler.names.locate = locate
        self.monitor = Monitor(locate, steps, frozenset(), gil=False)
        self.questions = Questions(self.scheduler, self.monitor, locate)
        self.thread = self.scheduler.spawn(lambda: None, False, "worker")
        self.code = next(code for code in codes_of(compile(SOURCE, FILE, "exec")) if code.co_name == "f")

    def at(self, line: int, *, last: bool = False) -> tuple[CodeType, int]:
        """The first instruction of a line, or the last."""
        offsets = [
            one.offset
            for one in dis.get_instructions(self.code)
            if one.positions is not None and one.positions.lineno == line and one.opname not in ("RESUME", "CACHE")
        ]
        return self.code, offsets[-1 if last else 0]

    def asked(self, current: VirtualThread | None = None) -> dict[str, Any]:
        self.questions.ask(7, current, self.scheduler.alive)
        return self.person.questions[-1]

    def told(self) -> dict[str, Any]:
        """What is told of the thread."""
        found: dict[str, Any] = self.asked()["threads"][1]
        return found


class Summary(SteppingCase):
    def test_the_step_and_who_runs(self) -> None:
        asked = self.asked(self.thread)
        self.assertEqual((asked["step"], asked["current"]), (7, self.thread.number))
        self.assertIsNone(self.asked(None)["current"])
        self.assertEqual([one["name"] for one in asked["threads"]], ["MainThread", "worker"])

    def test_where_a_thread_goes_on_and_with_which_instruction(self) -> None:
        self.thread.position = self.at(4, last=True)
        told = self.told()
        self.assertEqual(told["place"], {"file": "main.py", "line": 4})
        self.assertEqual((told["instruction"], told["state"], told["waits"]), ("STORE_ATTR n", "ready", ""))

    def test_an_instruction_of_the_library_has_no_place(self) -> None:
        code = dis.get_instructions.__code__
        self.thread.position = code, next(one.offset for one in dis.get_instructions(code) if one.opname == "RESUME")
        told = self.told()
        self.assertIsNone(told["place"])
        self.assertTrue(told["instruction"].startswith("RESUME"))

    def test_a_thread_that_has_not_begun_has_neither(self) -> None:
        told = self.told()
        self.assertEqual((told["place"], told["instruction"], told["state"]), (None, "", "ready"))

    def test_a_thread_that_has_ended_is_nowhere(self) -> None:
        self.thread.position, self.thread.state = self.at(3), DONE
        told = self.told()
        self.assertEqual((told["place"], told["instruction"], told["state"]), (None, "", "ended"))

    def test_a_thread_that_waits_is_where_its_call_is(self) -> None:
        scope: dict[str, Any] = {"getframe": sys._getframe}
        exec(compile("def f():\n    pass\n    return getframe()\nframe = f()\n", FILE, "exec"), scope)
        self.thread.frame, self.thread.verb, self.thread.on = scope["frame"], "sleep", 1.5
        self.thread.state = BLOCKED
        told = self.told()
        self.assertEqual((told["place"], told["state"]), ({"file": "main.py", "line": 3}, "waiting"))
        self.assertEqual(told["waits"], "sleep(1.5)")


class Strides(SteppingCase):
    def choose(self, stride: Stride) -> None:
        self.person.answer = self.thread.number, stride
        self.assertEqual(self.questions.ask(7, None, self.scheduler.alive), (self.thread.number, stride))

    def test_a_line_is_over_when_another_begins(self) -> None:
        self.thread.position = self.at(4)
        self.choose("line")
        self.thread.position = self.at(4, last=True)
        self.assertFalse(self.questions.crossed(self.thread, "line"))
        self.thread.position = self.at(5)
        self.assertTrue(self.questions.crossed(self.thread, "line"))

    def test_the_same_line_of_other_code_is_another_line(self) -> None:
        self.thread.position = self.at(4)
        self.choose("line")
        self.code = compile("\n\n\na = 1\n", FILE, "exec")
        self.thread.position = self.at(4)
        self.assertTrue(self.questions.crossed(self.thread, "line"))

    def test_without_a_position_something_shared_may_come(self) -> None:
        self.thread.position = None
        self.assertTrue(self.questions.crossed(self.thread, "shared"))

    def test_what_accesses_nothing_shared_is_passed(self) -> None:
        self.thread.position = self.at(3)
        self.assertFalse(self.questions.crossed(self.thread, "shared"))


class ByHand(SteppingCase):
    """The strategy: earlier decisions are followed, then the person is asked."""

    def manual(self, decisions: Any = (), first: int = 0) -> Manual:
        return Manual(decisions, first, self.questions.ask, self.questions.crossed)

    def test_the_person_is_asked_at_each_point(self) -> None:
        manual, alive = self.manual(), self.scheduler.alive
        self.person.answer = 1, "instruction"
        self.assertEqual(manual.budget(5), 1)
        self.assertIs(manual.preempt(5, alive[0], alive), alive[1])
        self.assertIs(manual.pick(6, alive), alive[1])
        self.assertEqual([(one["step"], one["current"]) for one in self.person.questions], [(5, 0), (6, None)])

    def test_decisions_are_followed_without_asking(self) -> None:
        manual, alive = self.manual([(5, 1)]), self.scheduler.alive
        self.assertEqual(manual.budget(2), 3)
        self.assertIs(manual.preempt(5, alive[0], alive), alive[1])
        self.assertEqual(self.person.questions, [])
        manual.preempt(6, alive[0], alive)
        self.assertEqual(len(self.person.questions), 1)
        self.assertIsNone(manual.strayed)

    def test_nobody_is_asked_before_the_first_step_at_which_somebody_was(self) -> None:
        manual, alive = self.manual([(5, 1)], 9), self.scheduler.alive
        manual.preempt(5, alive[0], alive)
        # Between these points threads have waited, and only one could go on.
        self.assertEqual(manual.budget(5), 4)
        self.assertIs(manual.preempt(7, alive[1], alive), alive[1])
        self.assertIs(manual.pick(8, [alive[0]]), alive[0])
        self.assertEqual(self.person.questions, [])
        manual.preempt(9, alive[0], alive)
        self.assertEqual([one["step"] for one in self.person.questions], [9])

    def test_until_a_line_is_over_nobody_is_asked(self) -> None:
        manual, alive = self.manual(), self.scheduler.alive
        self.thread.position = self.at(4)
        self.person.answer = 1, "line"
        manual.pick(1, alive)
        self.thread.position = self.at(4, last=True)
        self.assertIs(manual.preempt(2, self.thread, alive), self.thread)
        self.assertEqual(len(self.person.questions), 1)
        self.thread.position = self.at(5)
        manual.preempt(3, self.thread, alive)
        self.assertEqual(len(self.person.questions), 2)

    def test_where_the_person_names_nobody_the_running_thread_goes_on(self) -> None:
        manual, alive = self.manual(), self.scheduler.alive
        self.person.answer = 9, "instruction"
        self.assertIs(manual.preempt(1, alive[1], alive), alive[1])
        self.assertIs(manual.pick(1, alive), alive[0])


if __name__ == "__main__":
    unittest.main()
