"""Whose code and whose state is what: the program's, the library's, and what is inside of things."""

import collections
import functools
import io
import itertools
import json
import logging
import os
import random
import re
import threading
import unittest
from dataclasses import dataclass, field
from typing import Any

from faultline.accesses.library import Library, bound_to
from faultline.accesses.nested import Nested, contents
from faultline.cpython.value_stack import MISSING

from .told_accesses import Box, locate, named


@dataclass
class Order:
    items: list[int] = field(default_factory=list[int])


class Whose(unittest.TestCase):
    def setUp(self) -> None:
        self.library = Library(locate)

    def test_functions_are_told_by_the_file_of_their_code(self) -> None:
        self.assertEqual(self.library.whose(named), "program")
        self.assertEqual(self.library.whose(Box(1).__init__), "program")
        self.assertEqual(self.library.whose(json.dumps), "pure")
        self.assertEqual(self.library.whose(logging.getLogger), "threads")
        self.assertEqual(self.library.whose(os.path.join), "outside")

    def test_code_made_by_exec_is_the_programs(self) -> None:
        names: dict[str, Any] = {}
        exec("def made(): pass", names)
        self.assertEqual(self.library.whose(names["made"]), "program")

    def test_classes_are_told_by_their_module(self) -> None:
        self.assertEqual(self.library.whose(dict), "pure")
        self.assertEqual(self.library.whose(threading.Thread), "threads")
        self.assertEqual(self.library.whose(io.StringIO), "outside")

    def test_methods_written_in_c_are_told_by_their_class(self) -> None:
        numbers: list[int] = []
        self.assertEqual(self.library.whose(numbers.append), "pure")
        self.assertEqual(self.library.whose(list[int].append), "pure")
        self.assertEqual(self.library.whose(len), "pure")
        self.assertEqual(self.library.whose(os.getpid), "outside")

    def test_what_belongs_to_a_bound_method(self) -> None:
        numbers = [1]
        self.assertIs(bound_to(numbers.append), numbers)
        self.assertIsNone(bound_to(len))
        self.assertIsNone(bound_to(named))

    def test_built_in_functions_and_methods(self) -> None:
        for called in (len, dict, [0].append):
            self.assertTrue(self.library.is_built_in(called), called)
        for called in (os.getpid, re.match):
            self.assertFalse(self.library.is_built_in(called), called)

    def test_objects_of_the_library_have_a_state_that_does_not_show(self) -> None:
        self.assertEqual(self.library.state_of(random.Random()), "pure")
        self.assertEqual(self.library.state_of(io.StringIO()), "pure")
        self.assertEqual(self.library.state_of(itertools.count()), "pure")

    def test_what_shows_otherwise_has_none(self) -> None:
        library = (os, functools.partial(len), threading.Lock())
        things: tuple[object, ...] = ([1], {}, "text", 5, None, MISSING, named, *library, Box())
        for thing in things:
            self.assertIsNone(self.library.state_of(thing), thing)

    def test_a_class_of_the_programs_with_a_base_of_the_library_has_the_state_of_that(self) -> None:
        class Dice(random.Random):
            pass

        self.assertEqual(self.library.state_of(Dice()), "pure")

    def test_attributes_that_the_library_makes_when_they_are_read(self) -> None:
        class Own:
            @property
            def computed(self) -> int:
                raise AssertionError("asked")

        self.assertFalse(self.library.is_computed(Own(), "computed"))
        self.assertTrue(self.library.is_computed(io.StringIO(), "closed"))
        self.assertFalse(self.library.is_computed(Own(), "absent"))

    def test_calls_that_run_the_program(self) -> None:
        self.assertTrue(self.library.runs_program(named))
        self.assertTrue(self.library.runs_program(functools.partial(len)))
        self.assertFalse(self.library.runs_program(list))


class Inside(unittest.TestCase):
    def setUp(self) -> None:
        self.nested = Nested(Library(locate))

    def owners(self, *values: Any, **options: Any) -> list[int]:
        return [id(access.owner) for access in self.nested.inside([*values], **options)]

    def test_containers_in_containers_are_looked_at(self) -> None:
        inner: list[int] = [1]
        outer = {"a": (inner, frozenset({2}))}
        self.assertEqual(self.owners(outer, 5, "text"), [id(outer), id(inner)])

    def test_a_container_in_itself_is_looked_at_once(self) -> None:
        circle: list[Any] = []
        circle.append(circle)
        self.assertEqual(self.owners(circle), [id(circle)])

    def test_keys_are_inside_too(self) -> None:
        key: tuple[frozenset[int], int] = (frozenset(), 1)
        inner = collections.deque([key])
        self.assertEqual(self.owners({"a": 1, (1, 2): inner})[1:], [id(inner)])

    def test_objects_of_the_program_are_looked_into_only_for_the_library(self) -> None:
        box = Box(1)
        self.assertEqual(self.owners(box), [])
        self.assertEqual(self.owners(box, attributes=True), [id(box), id(box.things)])

    def test_a_dataclass_compares_what_is_inside(self) -> None:
        order = Order([1])
        self.assertEqual(self.owners(order), [id(order), id(order.items)])

    def test_code_is_not_looked_into(self) -> None:
        self.assertEqual(self.owners(Box, named, os, len, attributes=True), [])

    def test_what_is_too_deep_is_unseen(self) -> None:
        deep: list[Any] = [[]]
        for _ in range(5):
            deep = [deep]
        self.assertEqual(named(self.nested.inside([deep]))[-1], "unseen")
        self.assertNotIn("unseen", named(self.nested.inside([deep[0]])))

    def test_very_many_numbers_are_looked_at_and_very_many_containers_are_not(self) -> None:
        self.assertEqual(named(self.nested.inside([[*range(10_000)]])), ["container"])
        self.assertIn("unseen", named(self.nested.inside([[[[n]] for n in range(100)]])))

    def test_an_object_of_the_library_changes_with_its_containers(self) -> None:
        text = io.StringIO()
        self.assertEqual(named(self.nested.inside([text]))[0], "object")

        class Held(random.Random):
            def __init__(self) -> None:
                super().__init__(1)
                self.drawn: list[int] = []

        self.assertIn("container*", named(self.nested.inside([Held()])))

    def test_what_lies_in_a_container_of_the_librarys_object_changes_with_it(self) -> None:
        class Held(random.Random):
            def __init__(self) -> None:
                super().__init__(1)
                self.drawn: list[list[int]] = [[]]

        held = Held()
        found = self.owners(held)
        self.assertTrue({id(held.drawn), id(held.drawn[0])} <= {*found})

    def test_contents_are_taken_past_the_methods_of_a_subclass(self) -> None:
        class Odd(list[int]):
            def __iter__(self) -> Any:
                raise AssertionError("asked")

        class OddToo(dict[str, int]):
            def keys(self) -> Any:
                raise AssertionError("asked")

            values = keys

        self.assertEqual(contents(Odd([1, 2])), [1, 2])
        self.assertEqual(contents(OddToo(a=1)), ["a", 1])
        self.assertEqual(contents(bytearray(b"a")), [])


if __name__ == "__main__":
    unittest.main()
