"""Addresses in what is told: taken out however they are written, and nothing else is."""

import unittest

from faultline.report.addresses import without_those_of
from faultline.scheduler.check import shown
from faultline.scheduler.paths import things_in
from faultline.search.failures import failed_by, named


class Node:
    def __init__(self, link: object = None) -> None:
        self.link = link

    def __repr__(self) -> str:
        return f"Node {id(self)} -> {self.link and id(self.link)}"


class AddressesTest(unittest.TestCase):
    def test_numbers_that_are_addresses_go_whatever_their_form(self) -> None:
        node = Node()
        text = f"lost {node} at {id(node):#x}, {object()}, {hex(id(node)).upper()}"
        self.assertEqual(without_those_of(text, [node]), "lost Node … -> None, <object object>, …")

    def test_other_numbers_stay(self) -> None:
        node = Node()
        other = id(node) + 16
        for text in (f"counter = {other}", "counter = 200000", f"{other:#x}", f"a{id(node)}b"):
            self.assertEqual(without_those_of(text, [node]), text)

    def test_they_go_in_digits_of_sixteen_too(self) -> None:
        node = Node()
        self.assertEqual(without_those_of(f"node {id(node):08x}, {id(node):X}, facade", [node]), "node …, …, facade")

    def test_what_an_exception_knows_may_be_told_by_it(self) -> None:
        class Lost(LookupError):  # noqa: N818 (a program of a person's)
            def __init__(self, node: object) -> None:
                self.node = [[node]]

            def __str__(self) -> str:
                return f"{id(self)} lost {id(self.node[0][0])} of {id(self.__cause__)}"

        lost = Lost(Node())
        lost.__cause__ = ValueError(Node())
        self.assertEqual(named(lost), "Lost: … lost … of …")
        ended = failed_by([SystemExit(Node(Node()))])
        self.assertEqual(ended and ended.words, "SystemExit: Node … -> …")
        ended = failed_by([SystemExit(3)])
        self.assertEqual(ended and ended.words, "SystemExit: 3")

    def test_values_are_shown_alike_wherever_they_lie(self) -> None:
        self.assertEqual(shown(Node(Node())), "Node … -> …")
        self.assertEqual(shown([Node(), 123456]), "[Node … -> None, 123456]")
        self.assertEqual(shown({"a": Node()}), "{'a': Node … -> None}")

    def test_what_is_in_a_thing_is_found_without_asking_it(self) -> None:
        class Odd:
            def __getattribute__(self, name: str) -> object:
                raise SystemExit

        odd = Odd()
        self.assertIs(next(iter(things_in(odd))), odd)
        self.assertEqual(len(list(things_in([odd]))), 2)


if __name__ == "__main__":
    unittest.main()
