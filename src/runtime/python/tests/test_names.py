"""What objects are called: by the best name that leads to them, each by its own."""

import sys
import unittest
from types import FrameType, ModuleType
from typing import Any

from faultline.scheduler.names import Names

SOURCE = """
import sys

class Lock:
    pass

class Account:
    guard = Lock()
    __slots__ = ("lock", "__weakref__")
    def __init__(self):
        self.lock = Lock()
    def here(self):
        return sys._getframe()

class Bank:
    def __init__(self):
        self.accounts = {"ann": Account()}

def local(thing, other=None):
    return sys._getframe()

def main_with(made):
    kept = made
    return sys._getframe()
"""


class NamesCase(unittest.TestCase):
    def setUp(self) -> None:
        self.module = ModuleType("__main__")
        self.module.__file__ = "main.py"
        self.usual = sys.modules["__main__"]
        sys.modules["__main__"] = self.module
        self.addCleanup(sys.modules.__setitem__, "__main__", self.usual)
        self.names: Any = self.module.__dict__
        exec(compile(SOURCE, "main.py", "exec"), self.names)
        self.main_frame: FrameType | None = None
        self.called = Names(lambda: self.main_frame)
        self.called.locate = lambda file: file if file == "main.py" else None

    def test_the_shortest_way_from_a_variable_of_the_module(self) -> None:
        names = self.names
        names["bank"] = names["Bank"]()
        names["forks"] = [names["Lock"](), names["Lock"]()]
        names["lock"] = names["Lock"]()
        for thing, name in (
            (names["lock"], "lock"),
            (names["forks"][1], "forks[1]"),
            (names["bank"].accounts["ann"], "bank.accounts['ann']"),
            (names["bank"].accounts["ann"].lock, "bank.accounts['ann'].lock"),
            (names["Account"].guard, "Account.guard"),
        ):
            self.assertEqual(self.called.of(thing, None), name)

    def test_an_object_keeps_its_name_while_it_lives(self) -> None:
        names = self.names
        names["first"] = thing = names["Account"]()
        self.assertEqual(self.called.of(thing, None), "first")
        names["second"] = names.pop("first")
        self.assertEqual(self.called.of(thing, None), "first")

    def test_a_name_is_free_again_when_its_object_is(self) -> None:
        names = self.names
        for _ in range(3):
            names["one"] = names["Account"]()
            self.assertEqual(self.called.of(names["one"], None), "one")
        names["kept"], names["one"] = names["one"], names["Account"]()
        self.assertEqual(self.called.of(names["one"], None), "one (2)")

    def test_a_parameter_is_not_the_name_that_others_know(self) -> None:
        names = self.names
        names["ann"], names["bob"] = names["Account"](), names["Account"]()
        frame = names["local"](names["bob"], names["ann"])
        self.assertEqual(self.called.of(names["bob"].lock, frame), "bob.lock")
        self.assertEqual(self.called.of(names["ann"].lock, frame), "ann.lock")
        self.assertEqual(self.called.of(names["ann"].lock, names["ann"].here()), "ann.lock")

    def test_what_the_main_thread_has_among_its_variables(self) -> None:
        names = self.names
        thing = names["Account"]()
        self.main_frame = names["main_with"](thing)
        self.assertIn(self.called.of(thing, names["local"](thing)), ("kept", "made"))

    def test_what_nothing_else_leads_to_is_told_apart_by_number(self) -> None:
        names = self.names
        one, two = names["Account"](), names["Account"]()
        told = [self.called.of(each.lock, each.here()) for each in (one, two, one)]
        self.assertEqual(told, ["Account 1.lock", "Account 2.lock", "Account 1.lock"])
        self.assertEqual(self.called.of(one, names["local"](one)), "thing")
        self.assertIsNone(self.called.of(object(), names["local"](one)))
        self.assertIsNone(self.called.settled(one, one.here()))
        names["ann"] = one
        self.assertEqual(self.called.of(one.lock, one.here()), "ann.lock")

    def test_a_variable_of_a_loop_is_the_last_choice(self) -> None:
        names = self.names
        body = (
            "import sys\naccounts = [Account(), Account()]\nfor account in accounts: pass\n"
            "for n, each in enumerate(accounts): pass\nhere = sys._getframe()\n"
        )
        exec(compile(body, "main.py", "exec"), names)
        self.main_frame = names.pop("here")
        self.assertEqual(self.called.of(names["account"], None), "accounts[1]")
        del names["accounts"]
        self.called.restart()
        self.assertEqual(self.called.of(names["account"], None), "account")

    def test_looking_runs_no_code_of_the_program(self) -> None:
        odd = """
class Odd:
    def __getattribute__(self, name): raise SystemExit
    def __eq__(self, other): raise SystemExit
    def __hash__(self): raise SystemExit
    __class__ = property(lambda self: 1 / 0)
class Items(dict):
    def items(self): raise SystemExit
odd, items, circle = Odd(), Items(a=1), []
circle.append(circle)
"""
        exec(compile(odd, "main.py", "exec"), self.names)
        self.assertIsNone(self.called.of(object(), None))
        self.assertEqual(self.called.of(self.names["odd"], None), "odd")


if __name__ == "__main__":
    unittest.main()
