"""What a search looks at besides the program's data: in what calls are given, and in what the library keeps."""

import collections
import functools
import io
import json
import os
import random
import sys
import threading
import unittest
from types import CellType, ModuleType
from typing import Any

from faultline.accesses.access import Access
from faultline.accesses.accesses import AccessReader
from faultline.accesses.calls import Call
from faultline.accesses.hidden import Hidden
from faultline.accesses.hidden_calls import HiddenCalls
from faultline.accesses.library import Library
from faultline.accesses.nested import Nested
from faultline.accesses.sites import Site
from faultline.cpython.value_stack import MISSING

from .hand_made_stack import HandMadeStack
from .told_accesses import Box, locate, named


class HiddenCase(unittest.TestCase):
    def setUp(self) -> None:
        self.stack = HandMadeStack()
        stack: Any = self.stack
        self.looks = AccessReader(stack, locate)
        self.hidden = Hidden(self.looks, stack, locate)
        library = Library(locate)
        self.calls = HiddenCalls(self.looks, library, Nested(library))

    def called(self, called: Any, *given: Any, receiver: Any = MISSING) -> list[Any]:
        return named(self.calls.besides(Site("call", "", "", 1, len(given), False), Call(called, receiver, [*given])))

    def at(self, kind: str, *values: Any, name: str = "", number: int = 0) -> list[Access]:
        self.stack.values = [*values]
        return self.hidden.at(Site(kind, name, "", 1, number, False), sys._getframe())


class Calls(HiddenCase):
    def test_what_looks_only_at_what_it_is_given_accesses_nothing_besides(self) -> None:
        for called in (len, list, tuple, iter, isinstance):
            self.assertEqual(self.called(called, [[1]]), [])

    def test_functions_of_the_program_are_followed_themselves(self) -> None:
        self.assertEqual(self.called(named, [[1]]), [])

    def test_what_shows_a_container_shows_all_that_is_inside(self) -> None:
        self.assertEqual(self.called(repr, [[1], {2}]), ["container"] * 3)
        self.assertEqual(self.called(sorted, [[1]]), ["container"] * 2)

    def test_methods_that_compare_look_inside(self) -> None:
        self.assertEqual(self.called([[1]].index, [2]), ["container"] * 3)
        self.assertEqual(self.called([[1]].append, [2]), [])

    def test_what_may_write_files_accesses_the_outside(self) -> None:
        self.assertEqual(self.called(os.getpid), ["outside"])
        self.assertEqual(self.called(os.path.join, [1]), ["outside", "container*"])

    def test_an_object_of_the_library_changes_by_its_methods(self) -> None:
        self.assertEqual(self.called(random.Random(1).random)[0], "object")
        self.assertIn("object", self.called(io.StringIO().write, "a"))

    def test_code_of_the_program_that_is_called_back_for_a_container_is_unseen(self) -> None:
        self.assertEqual(self.called(functools.reduce, named, [1]), ["container", "unseen"])
        self.assertEqual(self.called(functools.reduce, max, [1]), ["container"])

    def test_what_a_container_takes_from_the_program_is_unseen(self) -> None:
        self.assertEqual(self.called([""].extend, map(locate, ["main.py"])), ["unseen"])
        self.assertEqual(self.called([1].extend, [2]), [])

    def test_code_of_the_library_looks_into_objects_of_the_program(self) -> None:
        self.assertEqual(self.called(json.dumps, Box(1)), ["attribute", "container"])

    def test_what_is_printed_on_the_usual_streams_is_heard_by_nobody(self) -> None:
        self.assertEqual(self.called(sys.stdout.write, "text"), [])
        self.assertEqual(self.called(print, 1, "two"), [])
        self.assertEqual(self.called(print, [1]), ["container"])

    def test_a_partial_call_is_the_call_that_it_makes(self) -> None:
        numbers = [1]
        self.assertEqual(self.called(functools.partial(repr, numbers)), ["container"] * 2)
        self.assertEqual(self.called(functools.partial(named, numbers)), [])

    def test_attributes_by_the_methods_of_object_are_attributes(self) -> None:
        box = Box()
        self.assertEqual(self.called(object.__setattr__, box, "things", 1), ["attribute*"])
        self.assertEqual(self.called(object.__getattribute__, box, "things"), ["attribute"])

    def test_all_variables_of_an_object_at_once_are_unseen(self) -> None:
        self.assertEqual(self.called(vars, Box()), ["unseen"])

    def test_a_thread_is_given_something_that_is_not_followed(self) -> None:
        call = self.calls.hands_over
        submit = threading.Thread
        self.assertTrue(call(Call(submit, MISSING, [[1].append, 2])))
        self.assertTrue(call(Call(submit, MISSING, [os.getpid])))
        self.assertFalse(call(Call(submit, MISSING, [named, [1]])))
        self.assertFalse(call(Call(submit, MISSING, [len, 5])))
        self.assertFalse(call(Call(sorted, MISSING, [[1].append])))
        self.assertEqual(self.called(submit, [1].append), ["unseen"])


class Instructions(HiddenCase):
    def test_a_global_that_is_not_there_yet_is_read(self) -> None:
        self.assertEqual([one.key[2] for one in self.at("global read", name="no_such_name")], ["no_such_name"])

    def test_a_closure_variable_that_is_not_there_yet_is_read(self) -> None:
        cell = CellType()
        self.stack.cells = [cell]
        self.assertEqual([one.key for one in self.at("cell read", name="n")], [("cell", id(cell), "n")])

    def test_an_attribute_that_the_library_computes_is_read_with_its_state(self) -> None:
        text = io.StringIO()
        self.assertEqual(named(self.at("attribute read", text, name="closed"))[:2], ["attribute", "object"])

    def test_super_of_what_is_no_class_reads_nothing(self) -> None:
        self.assertEqual(self.at("super read", len, Box, Box(), name="things"), [])
        self.assertEqual(self.at("super read", super, Box, Box(), name="absent"), [])

    def test_a_match_by_what_is_no_class_reads_nothing(self) -> None:
        self.assertEqual(self.at("match", Box(), len, ()), [])

    def test_variables_of_the_librarys_modules_are_read_and_its_functions_are_not(self) -> None:
        self.assertEqual(named(self.at("attribute read", sys, name="argv")), ["global"])
        self.assertEqual(self.at("attribute read", os, name="getpid"), [])
        self.assertEqual(named(self.at("attribute write", 1, os, name="getpid")), ["unseen"])

    def test_the_dictionary_of_an_object_is_unseen(self) -> None:
        self.assertIn("unseen", named(self.at("attribute read", Box(), name="__dict__")))

    def test_a_missing_key_of_a_default_dictionary_is_written(self) -> None:
        counts: Any = collections.defaultdict(int, a=1)
        boxes: dict[str, Box] = collections.defaultdict(Box)

        def read(container: Any, key: str) -> set[str]:
            return {*named(self.at("item read", container, key))} - {"object"}

        self.assertEqual(read(counts, "a"), {"container"})
        self.assertEqual(read(counts, "b"), {"container", "container*"})
        # The program's own code makes what is missing.
        self.assertEqual(read(boxes, "b"), {"container", "container*", "unseen"})

    def test_a_comparison_looks_inside_and_an_addition_does_not(self) -> None:
        left, right = [[1]], [[2]]
        self.assertEqual(len(self.at("both", left, right, name="==")), 6)
        self.assertEqual(len(self.at("both", left, right, name="+")), 2)

    def test_a_format_with_a_percent_sign_shows_what_is_inside(self) -> None:
        self.assertEqual(named(self.at("both", "%s", [[1]], name="%")), ["container"] * 3)

    def test_membership_of_a_list_compares_what_is_inside(self) -> None:
        self.assertEqual(len(self.at("contains", [1], [[1]])), 4)
        self.assertEqual(len(self.at("contains", 1, {1: [1]})), 1)

    def test_a_call_with_stars_reads_what_is_spread(self) -> None:
        numbers, options = [[3]], {"reverse": True}
        accesses = self.at("call_ex", sorted, MISSING, [numbers], options)
        self.assertIn(id(numbers), {id(one.owner) for one in accesses})

    def test_super_reads_the_next_class(self) -> None:
        class Base:
            limit = 1

        class Derived(Base):
            limit = 2

        [access] = self.at("super read", super, Derived, Derived(), name="limit")
        self.assertIs(access.owner, Base)

    def test_a_match_by_place_reads_the_attributes_that_the_class_names(self) -> None:
        class Point:
            __match_args__ = ("x", "y")

            def __init__(self) -> None:
                self.x = self.y = self.z = 0

        accesses = self.at("match", Point(), Point, ("z",), number=1)
        self.assertEqual([one.key[2] for one in accesses], ["x", "z"])

    def test_what_is_taken_from_another_generator_changes_it(self) -> None:
        self.assertEqual(named(self.at("yield from", (n for n in ()))), ["object"])
        self.assertEqual(named(self.at("send", iter([1]), None)), ["container", "object"])

    def test_the_dictionary_of_a_module_is_its_variables(self) -> None:
        module = ModuleType("__main__")
        names = vars(module)
        names.update(__builtins__={}, x=5, f=named)
        [read] = self.at("item read", names, "x")
        self.assertEqual(read.key, ("global", id(names), "x"))
        self.assertEqual(named(self.at("item write", 1, names, "f")), ["unseen"])
        self.assertEqual(named(self.at("whole", names)), ["unseen"])


if __name__ == "__main__":
    unittest.main()
