"""What each kind of site is about to access: whose it is, which part of it, and whether it is written."""

import sys
import unittest
from collections import OrderedDict, defaultdict, deque
from types import CellType, FrameType, ModuleType
from typing import Any

from faultline.accesses.access import UNSEEN, WHOLE, Access
from faultline.accesses.accesses import AccessReader
from faultline.accesses.sites import Site
from faultline.cpython.value_stack import MISSING
from faultline.primitives.local import Local

from .hand_made_stack import HandMadeStack

FILE = "main.py"


class Account:
    rate = 3

    def __init__(self, balance: int) -> None:
        self.balance = balance


def locate(file: str) -> str | None:
    return file if file == FILE else None


class LooksCase(unittest.TestCase):
    def setUp(self) -> None:
        self.stack = HandMadeStack()
        stack: Any = self.stack
        self.looks = AccessReader(stack, locate)

    def access(self, kind: str, *values: Any, name: str = "", number: int = 0, frame: FrameType | None = None) -> Any:
        """What a site of this kind accesses where these values lie on the stack, from the bottom to the top."""
        self.stack.values = [*values]
        site = Site(kind, name, "label", 1, number, False)
        return self.looks.at(site, frame or sys._getframe())

    def assertAccesses(self, access: Access | None, *expected: tuple[Any, Any, bool]) -> None:
        """The owners, items and writes that an access has, in their order."""
        found = [] if access is None else [(one.owner, one.item, one.write) for one in access.all()]
        self.assertEqual(len(found), len(expected))
        for (owner, item, write), (other_owner, other_item, other_write) in zip(found, expected):
            self.assertIs(owner, other_owner)
            self.assertTrue(item is other_item or item == other_item, item)
            self.assertEqual(write, other_write)


class Variables(LooksCase):
    def frame_of(self, **names: Any) -> FrameType:
        scope: dict[str, Any] = {"getframe": sys._getframe, **names}
        exec("def f():\n    return getframe()\nframe = f()", scope)
        frame: FrameType = scope["frame"]
        return frame

    def test_a_global_is_known_by_its_module_and_name(self) -> None:
        frame = self.frame_of(x=5)
        access = self.access("global read", name="x", frame=frame)
        self.assertEqual(access.key, ("global", id(frame.f_globals), "x"))
        self.assertEqual((access.value, access.write, access.owner), (5, False, None))

    def test_a_global_is_written_with_what_lies_on_top(self) -> None:
        access = self.access("global write", 1, 7, name="x", frame=self.frame_of(x=5))
        self.assertEqual((access.value, access.write), (7, True))

    def test_a_deleted_global_has_no_value(self) -> None:
        access = self.access("global delete", 1, name="x", frame=self.frame_of(x=5))
        self.assertEqual((access.value, access.write), (MISSING, True))

    def test_a_name_that_is_no_global_is_a_built_in_one(self) -> None:
        self.assertIsNone(self.access("global read", name="len", frame=self.frame_of()))

    def test_a_cell_is_the_variable_whatever_it_holds(self) -> None:
        cell = CellType(3)
        self.stack.cells = [CellType(0), cell]
        read = self.access("cell read", name="n", number=1)
        self.assertEqual((read.key, read.value, read.write), (("cell", id(cell), "n"), 3, False))
        write = self.access("cell write", 9, name="n", number=1)
        self.assertEqual((write.key, write.value, write.write), (read.key, 9, True))
        self.assertIs(self.access("cell delete", name="n", number=1).value, MISSING)

    def test_an_empty_cell_is_not_read(self) -> None:
        self.stack.cells = [CellType()]
        self.assertIsNone(self.access("cell read", name="n", number=0))


class Attributes(LooksCase):
    def test_an_attribute_of_its_own_is_read_from_the_object(self) -> None:
        ann = Account(5)
        access = self.access("attribute read", ann, name="balance")
        self.assertEqual((access.key, access.value), (("attribute", id(ann), "balance"), 5))
        self.assertAccesses(access, (ann, None, False))

    def test_an_attribute_of_the_class_is_read_from_both(self) -> None:
        """Somebody may put one into the object, so it is looked for there first."""
        ann = Account(5)
        access = self.access("attribute read", ann, name="rate")
        self.assertAccesses(access, (Account, None, False), (ann, None, False))
        self.assertEqual([one.value for one in access.all()], [3, MISSING])

    def test_an_attribute_is_written_with_what_lies_below_its_owner(self) -> None:
        ann = Account(5)
        access = self.access("attribute write", 8, ann, name="balance")
        self.assertAccesses(access, (ann, None, True))
        self.assertEqual(access.value, 8)
        self.assertIs(self.access("attribute delete", ann, name="balance").value, MISSING)

    def test_methods_are_not_data(self) -> None:
        self.assertIsNone(self.access("attribute read", [], name="append"))

    def test_variables_of_a_module_of_the_program_are_its_globals(self) -> None:
        module = ModuleType("shop")
        module.__file__, vars(module)["stock"] = FILE, 4
        access = self.access("attribute read", module, name="stock")
        self.assertEqual((access.key, access.value), (("global", id(vars(module)), "stock"), 4))
        self.assertEqual(self.access("attribute write", 9, module, name="stock").value, 9)

    def test_modules_of_the_library_are_not_the_programs(self) -> None:
        self.assertIsNone(self.access("attribute read", sys, name="argv"))

    def test_thread_locals_are_nobody_elses(self) -> None:
        local = object.__new__(Local)
        self.assertIsNone(self.looks.attribute(local, "n", ""))
        self.assertIsNone(self.looks.attribute(MISSING, "n", ""))


class Items(LooksCase):
    def test_an_item_of_a_container(self) -> None:
        for container, item, value in (([4, 5], 1, 5), ({"ann": 5}, "ann", 5), (deque([4, 5]), -1, 5)):
            access = self.access("item read", container, item)
            self.assertEqual(access.key, ("container", id(container)))
            self.assertAccesses(access, (container, item, False))
            self.assertEqual(access.value, value)

    def test_an_item_is_written_with_what_lies_below_the_container(self) -> None:
        numbers = [1]
        access = self.access("item write", 9, numbers, 0)
        self.assertAccesses(access, (numbers, 0, True))
        self.assertEqual(access.value, 9)
        deleted = self.access("item delete", numbers, 0)
        self.assertAccesses(deleted, (numbers, 0, True))
        self.assertIs(deleted.value, MISSING)

    def test_items_of_what_cannot_change_are_not_shared(self) -> None:
        for value in ((1, 2), "text", b"bytes", range(3)):
            self.assertIsNone(self.access("item read", value, 0), value)

    def test_a_part_of_a_subclass_is_found_without_its_methods(self) -> None:
        class Own(dict[str, int]):
            def __getitem__(self, key: str) -> int:
                raise AssertionError("asked")

        own = Own(a=1)
        access = self.access("item read", own, "a")
        self.assertIs(access.owner, own)
        self.assertEqual(access.value, 1)

    def test_membership_of_what_has_keys_is_about_one_key(self) -> None:
        known = {"ann"}
        self.assertAccesses(self.access("contains", "ann", known), (known, "ann", False))

    def test_membership_of_a_list_is_about_all_of_it(self) -> None:
        known = ["ann"]
        self.assertAccesses(self.access("contains", "ann", known), (known, WHOLE, False))
        self.assertIsNone(self.access("contains", "a", "ann"))

    def test_a_view_accesses_its_dictionary(self) -> None:
        known = {"ann": 1}
        self.assertAccesses(self.access("contains", "ann", known.keys()), (known, WHOLE, False))
        # None of its keys is 1.
        self.assertAccesses(self.access("contains", 1, known.values()), (known, WHOLE, False))

    def test_a_memory_view_accesses_the_bytes_that_it_shows(self) -> None:
        data = bytearray(b"ab")
        view = memoryview(data)
        self.assertAccesses(self.access("item read", view, 0), (data, 0, False))
        view.release()
        self.assertIsNone(self.access("item read", view, 0))
        self.assertIsNone(self.access("item read", memoryview(b"ab"), 0))


class WholeContainers(LooksCase):
    def test_a_slice_is_written_in_the_container_below_its_two_ends(self) -> None:
        numbers = [1, 2]
        self.assertAccesses(self.access("slice write", [9], numbers, 0, 1), (numbers, WHOLE, True))

    def test_an_operator_in_place_writes_the_left_and_reads_the_right(self) -> None:
        left, right = [1], [2]
        self.assertAccesses(self.access("in place", left, right), (left, WHOLE, True), (right, WHOLE, False))
        self.assertAccesses(self.access("in place", 1, right), (right, WHOLE, False))
        self.assertIsNone(self.access("in place", 1, 2))

    def test_an_operator_reads_both_sides(self) -> None:
        left, right = {1}, {2}
        self.assertAccesses(self.access("both", left, right), (left, WHOLE, False), (right, WHOLE, False))

    def test_the_whole_lies_as_deep_as_the_site_says(self) -> None:
        numbers = [1]
        self.assertAccesses(self.access("whole", numbers, 0, 1, number=2), (numbers, WHOLE, False))

    def test_containers_of_the_library_are_containers(self) -> None:
        containers = (defaultdict[str, int](int), OrderedDict[str, int](), deque[int](), bytearray(b"a"))
        for container in containers:
            self.assertAccesses(self.access("whole", container), (container, WHOLE, False))

    def test_a_loop_looks_at_the_container_that_it_goes_over(self) -> None:
        numbers = [1, 2]
        self.stack.values = [iter(numbers)]
        access = self.looks.at(Site("next", "", "", 1, 0, False), sys._getframe())
        containers = [] if access is None else [one for one in access.all() if one.key[0] == "container"]
        self.assertEqual([one.owner for one in containers], [numbers])
        self.assertIs(containers[0].owner, numbers)

    def test_an_iterator_that_others_have_changes_with_each_next(self) -> None:
        shared = iter((1, 2))
        keeping = [shared, shared]
        access = self.access("next", shared)
        self.assertAccesses(access, (shared, None, True))
        self.assertEqual(access.key, ("object", id(shared)))
        self.assertFalse(access.is_data)
        del keeping

    def test_a_generator_changes_with_each_next(self) -> None:
        generator = (n for n in (1, 2))
        self.assertAccesses(self.access("next", generator), (generator, None, True))


class Calls(LooksCase):
    def call(self, called: Any, *given: Any, receiver: Any = MISSING, named: tuple[str, ...] = ()) -> Any:
        values = [called, receiver, *given] + ([named] if named else [])
        return self.access("call_kw" if named else "call", *values, number=len(given))

    def assertContainers(self, access: Access | None, *expected: tuple[object, bool]) -> None:
        """All of which containers is accessed."""
        found = [] if access is None else [one for one in access.all() if one.key[0] == "container"]
        self.assertEqual(
            [(id(one.owner), one.item is WHOLE, one.write) for one in found],
            [(id(owner), True, write) for owner, write in expected],
        )

    def test_a_method_of_a_container_writes_or_reads_it(self) -> None:
        numbers: list[int] = []
        self.assertContainers(self.call(list[int].append, 1, receiver=numbers), (numbers, True))
        self.assertContainers(self.call(list[int].count, 1, receiver=numbers), (numbers, False))
        self.assertContainers(self.call(numbers.append, 1), (numbers, True))

    def test_what_a_method_is_given_is_read(self) -> None:
        numbers, others = [1], [2]
        access = self.call(list[int].extend, others, receiver=numbers)
        self.assertContainers(access, (numbers, True), (others, False))

    def test_arguments_by_name_lie_below_their_names(self) -> None:
        numbers = [2, 1]
        access = self.call(sorted, numbers, None, named=("key",))
        self.assertAccesses(access, (numbers, WHOLE, False))

    def test_getting_a_key_accesses_that_key_only(self) -> None:
        ages = {"ann": 5}
        access = self.call(dict[str, int].get, "ann", receiver=ages)
        self.assertAccesses(access, (ages, "ann", False))
        self.assertEqual((access.label, access.value), ("label['ann']", 5))

    def test_attributes_by_name_are_attributes(self) -> None:
        ann = Account(5)
        self.assertEqual(self.call(getattr, ann, "balance").value, 5)
        written = self.call(setattr, ann, "balance", 8)
        self.assertEqual((written.key, written.write, written.value), (("attribute", id(ann), "balance"), True, 8))
        self.assertTrue(self.call(delattr, ann, "balance").write)
        self.assertFalse(self.call(hasattr, ann, "balance").write)

    def test_code_that_is_called_back_while_a_container_is_walked_is_unseen(self) -> None:
        def negated(n: int) -> int:
            return -n

        numbers = [1]
        access = self.call(max, numbers, abs, named=("key",))
        self.assertAccesses(access, (numbers, WHOLE, False))
        access = self.call(max, numbers, negated, named=("key",))
        self.assertEqual(access.key, UNSEEN.key)
        self.assertAccesses(access.also, (numbers, WHOLE, False))

    def test_functions_of_the_program_access_nothing_by_being_called(self) -> None:
        self.assertIsNone(self.call(Account, 5))
        self.assertIsNone(self.call(locate, [1]))


if __name__ == "__main__":
    unittest.main()
