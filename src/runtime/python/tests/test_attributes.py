"""Where an attribute is kept is found without running any code of the program's."""

import functools
import types
import unittest
from typing import Any, ClassVar

from faultline.accesses.attributes import fills_itself, in_classes, own_names, place_of
from faultline.cpython.value_stack import MISSING


class Base:
    limit = 10
    shared: ClassVar[list[int]] = []

    def method(self) -> None:
        """Is found, and is no data."""

    @property
    def computed(self) -> int:
        raise AssertionError("the program's code was run")

    @functools.cached_property
    def filled(self) -> int:
        raise AssertionError("the program's code was run")


class Derived(Base):
    limit = 20


class Slotted:
    __slots__ = ("balance", "owner")
    rate = 3

    def __init__(self) -> None:
        self.balance = 5


class Loud:
    """Every way to ask it for something is the program's code."""

    def __init__(self) -> None:
        object.__setattr__(self, "kept", 1)

    def __getattribute__(self, name: str) -> Any:
        raise AssertionError("asked")

    def __getattr__(self, name: str) -> Any:
        raise AssertionError("asked")


class LoudMeta(type):
    limit = 7

    def __getattribute__(cls, name: str) -> Any:
        raise AssertionError("asked")


class OfLoudMeta(metaclass=LoudMeta):
    own = 1


class PlaceOf(unittest.TestCase):
    def test_an_attribute_of_its_own_is_kept_in_the_object(self) -> None:
        thing: Any = Base()
        thing.limit = 30
        self.assertEqual(place_of(thing, "limit"), (thing, 30))

    def test_an_attribute_that_there_is_not_would_be_kept_in_the_object(self) -> None:
        thing = Base()
        self.assertEqual(place_of(thing, "absent"), (thing, MISSING))

    def test_an_attribute_of_a_class_is_kept_in_the_first_class_that_has_it(self) -> None:
        self.assertEqual(place_of(Derived(), "limit"), (Derived, 20))
        self.assertEqual(place_of(Base(), "limit"), (Base, 10))
        found = place_of(Derived(), "shared")
        self.assertTrue(found is not None and found[0] is Base and found[1] is Base.shared)

    def test_methods_and_properties_are_kept_nowhere(self) -> None:
        for name in ("method", "computed"):
            self.assertIsNone(place_of(Base(), name), name)

    def test_a_slot_is_kept_in_the_object(self) -> None:
        thing = Slotted()
        self.assertEqual(place_of(thing, "balance"), (thing, 5))
        self.assertEqual(place_of(thing, "owner"), (thing, MISSING))
        self.assertEqual(place_of(thing, "rate"), (Slotted, 3))

    def test_an_attribute_of_a_class_that_is_asked_itself_is_kept_in_its_bases_too(self) -> None:
        self.assertEqual(place_of(Derived, "limit"), (Derived, 20))
        found = place_of(Derived, "shared")
        self.assertIs(found and found[0], Base)

    def test_no_code_of_the_program_is_asked(self) -> None:
        thing = Loud()
        found = place_of(thing, "kept")
        self.assertTrue(found is not None and found[0] is thing and found[1] == 1)
        kind: Any = OfLoudMeta
        found = place_of(kind, "own")
        self.assertTrue(found is not None and found[0] is kind and found[1] == 1)
        found = place_of(kind, "limit")
        self.assertTrue(found is not None and found[0] is LoudMeta and found[1] == 7)

    def test_a_property_that_fills_itself_is_known_as_such(self) -> None:
        thing = Base()
        self.assertIsNone(place_of(thing, "filled"))
        self.assertTrue(fills_itself(thing, "filled"))
        self.assertFalse(fills_itself(thing, "computed"))
        vars(thing)["filled"] = 4
        self.assertEqual(place_of(thing, "filled"), (thing, 4))


class InClasses(unittest.TestCase):
    def test_the_first_class_in_the_order_of_resolution(self) -> None:
        self.assertEqual(in_classes(Derived, "limit"), (Derived, 20))
        self.assertIsNone(in_classes(Derived, "absent"))

    def test_classes_up_to_the_one_named_are_passed_over(self) -> None:
        self.assertEqual(in_classes(Derived, "limit", after=Derived), (Base, 10))
        self.assertIsNone(in_classes(Derived, "limit", after=Base))

    def test_of_two_bases_the_second_comes_behind_the_first(self) -> None:
        class Other(Base):
            limit = 40

        class Both(Derived, Other):
            pass

        # The order is Both, Derived, Other, Base.
        self.assertEqual(in_classes(Both, "limit", after=Derived), (Other, 40))


class OwnNames(unittest.TestCase):
    def test_of_objects_with_a_dictionary(self) -> None:
        thing: Any = Base()
        thing.n = 1
        self.assertIs(own_names(thing), thing.__dict__)
        self.assertIsNone(own_names(Slotted()))
        self.assertIsNone(own_names(5))

    def test_of_modules_that_compute_attributes(self) -> None:
        class Odd(types.ModuleType):
            def __getattribute__(self, name: str) -> Any:
                raise AssertionError("asked")

        module = Odd("odd")
        names = own_names(module)
        self.assertEqual((names or {})["__name__"], "odd")

    def test_of_a_class_that_computes_its_dictionary_there_are_none(self) -> None:
        class Odd:
            @property
            def __dict__(self) -> Any:  # pyright: ignore[reportIncompatibleVariableOverride]  # on purpose
                raise AssertionError("asked")

        self.assertIsNone(own_names(Odd()))


if __name__ == "__main__":
    unittest.main()
