"""Hearing of an import: once, after the module's body, and without a trace."""

import importlib
import os
import sys
import tempfile
import unittest
from types import ModuleType

from faultline.cpython.import_hooks import after_import
from faultline.cpython.replacements import Replacements

NAME = "faultline_test_tea"


def elsewhere(_file: str) -> None:
    """None of the files is the program's."""


class AfterImport(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        with open(os.path.join(folder.name, f"{NAME}.py"), "w", encoding="utf-8") as file:
            file.write("kind = 'green'\n")
        sys.path.insert(0, folder.name)
        self.addCleanup(sys.path.remove, folder.name)
        self.addCleanup(sys.modules.pop, NAME, None)
        importlib.invalidate_caches()
        self.replacements = Replacements()
        self.addCleanup(self.replacements.restore)
        self.heard: list[str] = []

    def hear(self, module: ModuleType) -> None:
        self.heard.append(module.kind)

    def test_a_file_of_the_programs_is_not_heard_of(self) -> None:
        after_import(self.replacements, NAME, self.hear, os.path.basename)
        importlib.import_module(NAME)
        self.assertEqual(self.heard, [])

    def test_it_is_heard_once_and_not_before(self) -> None:
        after_import(self.replacements, NAME, self.hear, elsewhere)
        self.assertEqual(self.heard, [])
        self.assertNotIn(NAME, sys.modules)
        importlib.import_module(NAME)
        importlib.import_module(NAME)
        self.assertEqual(self.heard, ["green"])

    def test_what_was_imported_before_is_heard_at_once(self) -> None:
        importlib.import_module(NAME)
        after_import(self.replacements, NAME, self.hear, elsewhere)
        self.assertEqual(self.heard, ["green"])

    def test_two_may_listen_and_the_module_shows_neither(self) -> None:
        plain = importlib.import_module(NAME)
        loader = type(plain.__loader__)
        del sys.modules[NAME]
        after_import(self.replacements, NAME, self.hear, elsewhere)
        after_import(self.replacements, NAME, self.hear, elsewhere)
        module = importlib.import_module(NAME)
        self.assertEqual(self.heard, ["green", "green"])
        assert module.__spec__ is not None
        self.assertIs(type(module.__spec__.loader), loader)
        self.assertIs(type(module.__loader__), loader)

    def test_after_the_end_nobody_listens(self) -> None:
        before = list(sys.meta_path)
        after_import(self.replacements, NAME, self.hear, elsewhere)
        self.replacements.restore()
        self.assertEqual(sys.meta_path, before)
        importlib.import_module(NAME)
        self.assertEqual(self.heard, [])

    def test_a_module_that_is_not_there_is_not_there(self) -> None:
        after_import(self.replacements, "faultline_test_nowhere", self.hear, elsewhere)
        with self.assertRaises(ModuleNotFoundError):
            importlib.import_module("faultline_test_nowhere")


if __name__ == "__main__":
    unittest.main()
