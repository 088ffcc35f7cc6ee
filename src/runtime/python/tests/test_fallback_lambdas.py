"""Lambdas in rounds: each has a variant of its own, wherever it is written."""

import ast
import unittest
from collections.abc import Iterator
from types import CodeType

from faultline.coroutine_threads.points import Points
from faultline.coroutine_threads.variants_of_file import key_of, variants_in

_PLACES = {
    "several on one line": "def f():\n    together(lambda: g(1), lambda: g(2), lambda a: a if g(3) else h(4))\n",
    "after a return": "def f():\n    return Thread(target=lambda: g(1))\n",
    "after a raise": "def f():\n    raise Wrong(\n        lambda: g(1), then=lambda: g(2))\n",
    "after a loop without an end": "while True:\n    start(lambda: g(1), lambda: g(2))\n",
    "in a module with a head": '"""Words."""\nfrom __future__ import annotations\nstart(lambda: g(1))\n',
    "in a class": "class A:\n    first, second = lambda self: g(1), lambda self: g(2)\n",
    "in comprehensions": "def f(): return [lambda: g(i) for i in x], {i: lambda: h(i) for i in x}\n",
    "in a generator expression": "def f(): return list(start(lambda: g(i)) for i in x)\n",
    "in parentheses": "pair = (lambda: (g)(1)), (lambda: (a and g(2)))\n",
    "constants": "pair = lambda: None, lambda: 1\n",
}


class LambdasTest(unittest.TestCase):
    def test_each_has_a_variant(self) -> None:
        for place, source in _PLACES.items():
            for points in Points:
                with self.subTest(place, points=points.name):
                    lambdas = {key_of(code): code for code in _lambdas(compile(source, "main.py", "exec"))}
                    variants = variants_in(ast.parse(source), "main.py", points)
                    self.assertEqual(len(lambdas), source.count("lambda"))
                    self.assertLessEqual(lambdas.keys(), variants.keys())

    def test_it_is_the_variant_of_this_one(self) -> None:
        source = "pair = lambda: g('one'), lambda: g('two')\n"
        variants = variants_in(ast.parse(source), "main.py", Points.GIL)
        for code in _lambdas(compile(source, "main.py", "exec")):
            argument = code.co_consts[-1]
            self.assertIn(argument, variants[key_of(code)].co_consts)

    def test_what_is_used_of_the_closure_is_the_same(self) -> None:
        source = "def f(one, two):\n    return [(lambda: g(one, i), lambda: g(two)) for i in one]\n"
        variants = variants_in(ast.parse(source), "main.py", Points.GIL)
        for code in _lambdas(compile(source, "main.py", "exec")):
            self.assertEqual(code.co_freevars, variants[key_of(code)].co_freevars)


def _lambdas(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            if constant.co_name == "<lambda>":
                yield constant
            yield from _lambdas(constant)
