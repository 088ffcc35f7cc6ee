"""Which instructions access what threads share: reads, writes and deletes, by the syntax that makes them."""

import dis
import itertools
import linecache
import unittest
from textwrap import dedent
from types import CodeType

from faultline.accesses.points import gil_points
from faultline.accesses.sites import Site, codes_of, rebound_names, sites_of

FILE = "sites_of_a_test.py"


def module_of(source: str) -> CodeType:
    text = dedent(source)
    linecache.cache[FILE] = (len(text), None, text.splitlines(keepends=True), FILE)
    return compile(text, FILE, "exec")


def function(source: str, name: str = "f") -> CodeType:
    return next(code for code in codes_of(module_of(source)) if code.co_name == name)


def sites(code: CodeType, *rebound: str) -> list[Site]:
    return [*sites_of(code, frozenset(rebound)).values()]


def told(code: CodeType, *rebound: str, leaving_out: tuple[str, ...] = ("call",)) -> list[tuple[str, str]]:
    """Kind and label of each site, but for calls."""
    return [(site.kind, site.label) for site in sites(code, *rebound) if site.kind not in leaving_out]


class SitesCase(unittest.TestCase):
    def assertAccesses(self, body: str, *expected: tuple[str, str], given: str = "a, b, i", rebound: str = "") -> None:
        """A function with this body, and what it accesses."""
        code = function(f"def f({given}):\n    {body}\n")
        self.assertEqual(told(code, *rebound.split()), [*expected])


class Variables(SitesCase):
    def test_a_global_that_changes_is_read_written_and_deleted(self) -> None:
        for body, kind in (("return x", "read"), ("global x; x = a", "write"), ("global x; del x", "delete")):
            self.assertAccesses(body, (f"global {kind}", "x"), rebound="x")

    def test_a_global_that_keeps_its_value_is_no_site(self) -> None:
        self.assertAccesses("return x")
        self.assertAccesses("return x", rebound="y")

    def test_local_variables_are_no_sites(self) -> None:
        self.assertAccesses("x = a; del x", rebound="x")

    def test_an_increment_of_a_global_reads_and_then_writes_it(self) -> None:
        code = function("def f():\n    global x\n    x += 1\n")
        found = [kind for kind, label in told(code, "x") if label == "x"]
        self.assertEqual([kind for kind in found if kind.startswith("global")], ["global read", "global write"])

    def test_names_of_a_module_are_its_globals(self) -> None:
        code = module_of("x = 1\ny = x\ndel x\n")
        expected = [("global write", "x"), ("global read", "x"), ("global delete", "x")]
        self.assertEqual(told(code, "x"), expected)

    def test_names_in_the_body_of_a_class_are_attributes_to_be(self) -> None:
        code = function("class C:\n    x = 1\n    y = x\n", "C")
        self.assertEqual(told(code, "x", "y"), [])

    def test_a_closure_variable_that_changes_is_read_and_written_by_its_number(self) -> None:
        source = """
            def outer():
                n = 0
                def f():
                    nonlocal n
                    n = n
                return f
        """
        code = function(source)
        found = sites(code, "n")
        self.assertEqual([(site.kind, site.name) for site in found], [("cell read", "n"), ("cell write", "n")])
        arguments = {one.arg for one in dis.get_instructions(code) if one.opname in ("LOAD_DEREF", "STORE_DEREF")}
        self.assertEqual({site.number for site in found}, arguments)

    def test_each_site_tells_its_line(self) -> None:
        code = function("def f():\n    global x\n    x = None\n\n    return x\n")
        self.assertEqual(
            [(site.kind, site.line) for site in sites(code, "x")], [("global write", 3), ("global read", 5)]
        )

    def test_the_offset_is_that_of_the_instruction(self) -> None:
        code = function("def f():\n    return x\n")
        [offset] = sites_of(code, frozenset({"x"}))
        self.assertEqual([one.opname for one in dis.get_instructions(code) if one.offset == offset], ["LOAD_GLOBAL"])


class AttributesAndItems(SitesCase):
    def test_attributes_are_read_written_and_deleted(self) -> None:
        self.assertAccesses("return a.n", ("attribute read", "a.n"))
        self.assertAccesses("a.n = b", ("attribute write", "a.n"))
        self.assertAccesses("del a.n", ("attribute delete", "a.n"))

    def test_an_attribute_of_an_attribute_is_two_reads(self) -> None:
        self.assertAccesses("return a.n.m", ("attribute read", "a.n"), ("attribute read", "a.n.m"))

    def test_a_method_that_is_called_is_no_attribute_that_is_read(self) -> None:
        self.assertAccesses("a.n()")

    def test_items_are_read_written_and_deleted(self) -> None:
        self.assertAccesses("return a[i]", ("item read", "a[i]"))
        self.assertAccesses("a[i] = b", ("item write", "a[i]"))
        self.assertAccesses("del a[i]", ("item delete", "a[i]"))

    def test_an_item_that_is_changed_in_place_is_read_and_written(self) -> None:
        self.assertAccesses("a[i] += b", ("item read", "a[i]"), ("in place", "b"), ("item write", "a[i]"))

    def test_slices_are_read_as_a_whole_and_written(self) -> None:
        kinds = [kind for kind, _ in told(function("def f(a, b, i):\n    a[i:b]\n    a[i:] = b\n"))]
        self.assertEqual(kinds, ["whole", "slice write"])

    def test_what_stands_on_two_lines_has_no_label(self) -> None:
        code = function("def f(a, i):\n    return a[\n        i]\n")
        self.assertEqual(told(code), [("item read", "")])

    def test_labels_are_cut_out_of_the_source_by_bytes(self) -> None:
        code = function("def f(ä):\n    'ö'; return ä.größe\n")
        self.assertEqual(told(code), [("attribute read", "ä.größe")])


class Operators(SitesCase):
    def test_operators_look_at_both_sides(self) -> None:
        for operator in ("+", "-", "|", "&", "^", "@"):
            self.assertAccesses(f"return a {operator} b", ("both", "b"))

    def test_operators_in_place_change_the_left_side(self) -> None:
        for operator in ("+=", "|=", "-=", "*="):
            self.assertAccesses(f"a {operator} b", ("in place", "b"))

    def test_comparisons_look_at_both_sides(self) -> None:
        for operator in ("==", "!=", "<", "<=", ">", ">="):
            self.assertAccesses(f"return a {operator} b", ("both", "b"))

    def test_identity_looks_at_nothing(self) -> None:
        self.assertAccesses("return a is b")
        self.assertAccesses("return a is not b")

    def test_membership_looks_into_the_right_side(self) -> None:
        self.assertAccesses("return a in b", ("contains", "b"))
        self.assertAccesses("return a not in b", ("contains", "b"))

    def test_nothing_that_goes_with_a_small_number_is_a_container(self) -> None:
        for expression in ("a + 1", "a - 1", "a == 1", "a < 0"):
            self.assertAccesses(f"return {expression}")
        self.assertAccesses("a += 1")

    def test_a_container_may_be_repeated_by_a_small_number(self) -> None:
        self.assertAccesses("return a * 2", ("both", "2"))
        self.assertAccesses("a *= 2", ("in place", "2"))


class WholeContainers(SitesCase):
    def kinds(self, body: str) -> list[tuple[str, int]]:
        code = function(f"def f(a, b, i):\n    {body}\n")
        return [(site.name, site.number) for site in sites(code) if site.kind == "whole"]

    def test_a_loop_looks_at_what_it_begins_with_and_at_each_next(self) -> None:
        code = function("def f(a):\n    for one in a:\n        pass\n")
        self.assertEqual([kind for kind, _ in told(code)], ["whole", "next"])

    def test_unpacking_looks_at_the_whole(self) -> None:
        self.assertEqual(self.kinds("one, two = a"), [("UNPACK_SEQUENCE", 0)])
        self.assertEqual(self.kinds("one, *two = a"), [("UNPACK_EX", 0)])

    def test_displays_with_a_star_look_at_the_whole(self) -> None:
        self.assertEqual(self.kinds("return [*a]"), [("LIST_EXTEND", 0)])
        self.assertEqual(self.kinds("return {*a}"), [("SET_UPDATE", 0)])
        self.assertEqual(self.kinds("return {**a}"), [("DICT_UPDATE", 0)])

    def test_a_condition_looks_whether_a_container_is_empty(self) -> None:
        self.assertEqual(self.kinds("return 1 if a else 2"), [("TO_BOOL", 0)])

    def test_a_format_shows_what_is_inside(self) -> None:
        self.assertEqual(self.kinds("return f'{a}'"), [("FORMAT_SIMPLE", 0)])
        self.assertEqual(self.kinds("return f'{a:{b}}'")[-1], ("FORMAT_WITH_SPEC", 1))
        self.assertEqual(self.kinds("return f'{a!r}'")[0], ("CONVERT_VALUE", 0))

    def test_a_generator_accesses_its_own_state_when_it_yields(self) -> None:
        code = function("def f():\n    yield None\n")
        self.assertEqual({site.kind for site in sites(code) if site.kind == "yield"}, {"yield"})
        self.assertEqual([site.kind for site in sites(function("def f():\n    return None\n"))], [])


class OfOneFunctionAlone(SitesCase):
    """What nobody else can get hold of is not shared."""

    def test_containers_that_are_made_and_kept_there_are_no_sites(self) -> None:
        for use in ("xs.append(a)", "xs.pop()", "return 1 if xs else 2"):
            self.assertEqual(sites(function(f"def f(a):\n    xs = []\n    {use}\n")), [], use)

    def test_a_loop_over_one_is_no_site(self) -> None:
        code = function("def f():\n    xs = []\n    for x in xs:\n        pass\n")
        self.assertEqual(sites(code), [])

    def test_what_one_is_given_may_be_anothers(self) -> None:
        code = function("def f(a):\n    xs = []\n    xs.extend(a)\n")
        self.assertEqual([(site.kind, site.label) for site in sites(code)], [("call", "xs")])

    def test_one_that_is_given_back_is_shared(self) -> None:
        code = function("def f(a):\n    xs = []\n    xs.append(a)\n    return xs\n")
        self.assertEqual([(site.kind, site.label) for site in sites(code)], [("call", "xs")])


class Tests(unittest.TestCase):
    def test_what_is_read_to_decide_a_branch_is_told_so(self) -> None:
        code = function("def f():\n    if ready:\n        return 1\n    return 2\n")
        self.assertEqual([site.test for site in sites(code, "ready") if site.kind == "global read"], [True])

    def test_what_is_read_to_be_kept_is_no_test(self) -> None:
        code = function("def f():\n    r = ready\n    if r:\n        return 1\n    return 2\n")
        self.assertEqual([site.test for site in sites(code, "ready") if site.kind == "global read"], [False])

    def test_a_loop_tests_its_condition(self) -> None:
        code = function("def f():\n    while not ready:\n        pass\n")
        self.assertEqual({site.test for site in sites(code, "ready") if site.kind == "global read"}, {True})


class Rebound(unittest.TestCase):
    def test_what_functions_store_changes(self) -> None:
        self.assertEqual(rebound_names(module_of("x = 0\ndef f():\n    global x\n    x = 1\n")), {"x"})
        self.assertEqual(rebound_names(module_of("x = 0\ndef f():\n    global x\n    del x\n")), {"x"})

    def test_what_a_module_stores_once_keeps_its_value(self) -> None:
        self.assertEqual(rebound_names(module_of("x = 0\ny = x\ndef f():\n    return x\n")), frozenset())

    def test_what_a_module_stores_twice_changes(self) -> None:
        self.assertEqual(rebound_names(module_of("x = 0\nx = 1\ny = 2\n")), {"x"})

    def test_what_a_class_stores_twice_is_no_variable(self) -> None:
        self.assertEqual(rebound_names(module_of("class C:\n    x = 0\n    x = 1\n")), frozenset())

    def test_what_an_inner_function_stores_changes(self) -> None:
        source = "def f():\n    n = 0\n    m = 0\n    def g():\n        nonlocal n\n        n = m\n    return g\n"
        self.assertEqual(rebound_names(module_of(source)), {"n"})

    def test_every_code_object_of_a_module_is_found_once(self) -> None:
        source = "def f():\n    def g(): pass\n    return lambda: 0\nclass C:\n    def m(self): pass\n"
        names = [code.co_name for code in codes_of(module_of(source))]
        self.assertEqual(sorted(names), ["<lambda>", "<module>", "C", "f", "g", "m"])


class GilPoints(unittest.TestCase):
    def names_at(self, source: str) -> list[str]:
        """The instructions that come just before a point, without caches."""
        code = function(source)
        instructions = [one for one in dis.get_instructions(code) if one.opname != "CACHE"]
        points = gil_points(code)
        return [one.opname for one, following in itertools.pairwise(instructions) if following.offset in points]

    def test_the_start_of_a_function_is_followed_by_one(self) -> None:
        self.assertEqual(self.names_at("def f():\n    return None\n"), ["RESUME"])

    def test_each_call_is_followed_by_one(self) -> None:
        found = self.names_at("def f(g):\n    g()\n    g()\n")
        self.assertEqual(found, ["RESUME", "CALL", "CALL"])

    def test_the_turn_of_a_loop_is_one(self) -> None:
        code = function("def f(a):\n    while a:\n        a = a.n\n")
        jumps = {one.offset for one in dis.get_instructions(code) if one.opname == "JUMP_BACKWARD"}
        if jumps:
            self.assertLessEqual(jumps, gil_points(code))

    def test_coming_back_from_another_generator_is_none(self) -> None:
        source = "def f(g):\n    yield None\n    yield from g\n"
        resumes = [one for one in dis.get_instructions(function(source)) if one.opname == "RESUME"]
        points = self.names_at(source).count("RESUME")
        # One of the three resumes follows `yield from`; one is at the start, and one after `yield`.
        self.assertEqual((len(resumes), points), (3, 2))


if __name__ == "__main__":
    unittest.main()
