"""Replacements: everything that was replaced comes back."""

import unittest
from collections.abc import Callable
from types import SimpleNamespace

from faultline.cpython.replacements import Replacements


class PuttingBack(unittest.TestCase):
    def test_originals_return_in_reverse_order(self) -> None:
        owner = SimpleNamespace(a=1)
        replacements = Replacements()
        replacements.put(owner, "a", 2)
        replacements.put(owner, "a", 3)
        replacements.restore()
        self.assertEqual(owner.a, 1)

    def test_what_was_absent_is_absent_again(self) -> None:
        owner = SimpleNamespace()
        replacements = Replacements()
        replacements.put(owner, "new", 1)
        replacements.restore()
        self.assertFalse(hasattr(owner, "new"))

    def test_what_was_inherited_is_inherited_again(self) -> None:
        class Base:
            def say(self) -> str:
                return "base"

        class Child(Base):
            pass

        replacements = Replacements()

        def louder(original: Callable[[Base], str]) -> Callable[[Base], str]:
            return lambda self: original(self) + "!"

        replacements.wrap(Child, "say", louder)
        self.assertEqual(Child().say(), "base!")
        replacements.restore()
        self.assertNotIn("say", vars(Child))
        self.assertEqual(Child().say(), "base")

    def test_a_wrapper_keeps_name_and_documentation(self) -> None:
        def original() -> None:
            """What it does."""

        owner = SimpleNamespace(original=original)
        replacements = Replacements()
        replacements.wrap(owner, "original", lambda _original: lambda: None)
        self.assertEqual((owner.original.__name__, owner.original.__doc__), ("original", "What it does."))
        replacements.restore()
        self.assertIs(owner.original, original)


if __name__ == "__main__":
    unittest.main()
