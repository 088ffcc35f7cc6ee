"""Variables that no other thread can get hold of, branches, and the sites that only a search looks at."""

import dis
import unittest
from types import CodeType
from typing import Any

from faultline.accesses.branches import decides
from faultline.accesses.hidden_sites import hidden_sites_of, variables_of
from faultline.accesses.private import private_names
from faultline.accesses.sites import codes_of


def function(body: str, given: str = "") -> CodeType:
    lines = "\n    ".join(body.split("; "))
    return next(
        code for code in codes_of(compile(f"def f({given}):\n    {lines}\n", "f.py", "exec")) if code.co_name == "f"
    )


def private(body: str, given: str = "", elsewhere: tuple[str, ...] = ()) -> set[object]:
    code = function(body, given)
    return private_names(code, list(dis.get_instructions(code)), {*elsewhere})


class Private(unittest.TestCase):
    def test_a_container_made_right_there_is_private(self) -> None:
        for display in ("[]", "{}", "[1, 2, *()]", "{'a': 1}", "{1}"):
            self.assertEqual(private(f"xs = {display}; xs.clear()"), {"xs"}, display)

    def test_a_container_that_is_used_in_place_stays_private(self) -> None:
        self.assertEqual(private("xs = []; xs.append(1); print(1 if xs else 2)"), {"xs"})
        self.assertEqual(private("xs = []; \nfor x in xs: pass".replace("\n", "")), {"xs"})

    def test_a_container_that_is_handed_on_is_not_private(self) -> None:
        for use in ("return xs", "print(xs)", "a.n = xs", "ys = xs"):
            self.assertNotIn("xs", private(f"xs = []; xs.clear(); {use}", "a"), use)

    def test_a_container_that_comes_from_elsewhere_is_not_private(self) -> None:
        self.assertEqual(private("xs.append(1)", "xs"), set())
        self.assertEqual(private("xs = made(); xs.append(1)"), set())

    def test_a_variable_that_may_hold_either_is_not_private(self) -> None:
        self.assertEqual(private("xs = []; xs.clear(); xs = given; xs.append(1)", "given"), set())
        self.assertEqual(private("xs = given or []; xs.append(1)", "given"), set())

    def test_a_variable_of_a_closure_is_not_private(self) -> None:
        self.assertEqual(private("xs = []; xs.append(1); g = lambda: xs"), set())

    def test_what_another_function_uses_is_not_private(self) -> None:
        self.assertEqual(private("xs = []; xs.append(1)", elsewhere=("xs",)), set())


class Decides(unittest.TestCase):
    def deciding(self, body: str, given: str = "a, b") -> list[str]:
        """The attributes that decide a branch."""
        instructions = list(dis.get_instructions(function(body, given)))
        found = [(index, one) for index, one in enumerate(instructions) if one.opname == "LOAD_ATTR"]
        return [str(one.argval) for index, one in found if decides(instructions, index)]

    def test_what_a_condition_reads(self) -> None:
        self.assertEqual(self.deciding("return 1 if a.n else 2"), ["n"])
        self.assertEqual(self.deciding("return 1 if a.n < b.m else 2"), ["n", "m"])
        self.assertEqual(self.deciding("return 1 if not a.n else 2"), ["n"])

    def test_what_is_stored_or_given_back_first_decides_nothing(self) -> None:
        self.assertEqual(self.deciding("c = a.n; return 1 if c else 2"), [])
        self.assertEqual(self.deciding("return a.n"), [])
        self.assertEqual(self.deciding("a.n; return 1 if b else 2"), [])

    def test_what_lies_far_before_the_branch_decides_nothing(self) -> None:
        terms = " + ".join(["b"] * 20)
        self.assertEqual(self.deciding(f"return 1 if a.n + {terms} else 2"), [])


class HiddenSites(unittest.TestCase):
    def kinds(self, body: str, given: str = "a, b") -> list[str]:
        return [site.kind for _, site in hidden_sites_of(function(body, given))]

    def test_a_call_with_stars(self) -> None:
        self.assertEqual(self.kinds("a(*b)"), ["call_ex"])
        self.assertEqual(self.kinds("a(b)"), [])

    def test_a_match_of_a_class_with_as_many_by_place_as_it_names(self) -> None:
        code = compile("def f(a):\n    match a:\n        case C(x, y): pass\n", "f.py", "exec").co_consts[0]
        self.assertEqual([(site.kind, site.number) for _, site in hidden_sites_of(code)], [("match", 2)])

    def test_taking_from_another_generator(self) -> None:
        self.assertEqual(self.kinds("yield from a"), ["yield from", "send"])

    def test_an_attribute_by_super(self) -> None:
        source = "class C(B):\n    def f(self):\n        return super().limit\n"
        code = next(code for code in codes_of(compile(source, "f.py", "exec")) if code.co_name == "f")
        self.assertEqual([(site.kind, site.name) for _, site in hidden_sites_of(code)], [("super read", "limit")])


class Variables(unittest.TestCase):
    def variables(self, source: str) -> frozenset[str]:
        code: Any = compile(source, "main.py", "exec")
        return variables_of(code)

    def test_what_a_function_reads_of_what_the_module_stores(self) -> None:
        self.assertEqual(self.variables("x = 1\ny = 2\ndef f():\n    return x\n"), {"x"})

    def test_what_is_only_defined_or_imported_does_not_change(self) -> None:
        self.assertEqual(self.variables("import m\ndef g(): pass\ndef f():\n    return g, m\n"), frozenset())

    def test_what_nobody_reads_cannot_matter(self) -> None:
        self.assertEqual(self.variables("x = 1\n"), frozenset())

    def test_where_variables_are_changed_by_name_all_may_change_that_are_read(self) -> None:
        source = "def g(): pass\ndef f():\n    globals()['z'] = 1\n    return x, g\n"
        # `g` is defined; of `x` nobody knows where it comes from.
        self.assertEqual(self.variables(source), {"x", "globals"})

    def test_what_a_function_stores_changes_whoever_reads_it(self) -> None:
        self.assertEqual(self.variables("x = 1\ndef f():\n    global x\n    x = 2\n"), {"x"})


if __name__ == "__main__":
    unittest.main()
