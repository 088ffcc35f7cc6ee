"""Whether a program has to wait for the standard library: what its text names and is not there yet."""

import os
import sys
import unittest

from faultline.run.library import await_library, may_import, modules_in

_ABSENT = ("absent", "absent.part", "os.absent")


class Library(unittest.TestCase):
    def test_a_module_that_is_named_and_not_there(self) -> None:
        for text, expected in (
            ("import absent", True),
            ("from absent import part", True),
            ('__import__("absent")', True),
            ("absently = 1", False),
            ("import os", False),
            # Both parts of its name.
            ("import os.absent", True),
            ("os.getcwd()", False),
            ("part = 1", False),
            ("", False),
        ):
            with self.subTest(text):
                self.assertEqual(may_import([text], _ABSENT), expected)

    def test_what_is_there_is_not_waited_for(self) -> None:
        self.assertIn("os", sys.modules)
        self.assertFalse(may_import(["import os"], ["os"]))

    def test_all_files_of_a_program_are_read(self) -> None:
        self.assertTrue(may_import(["import os", "import absent"], _ABSENT))

    def test_a_whole_library_is_not_waited_for(self) -> None:
        await_library(["import wave"])

    @unittest.skipIf(os.path.isdir(os.path.dirname(os.__file__)), "ordinary Python has no archive")
    def test_the_archive_says_what_it_holds(self) -> None:
        modules = modules_in(os.path.dirname(os.__file__))
        for name in ("os", "json", "json.decoder", "concurrent.futures"):
            self.assertIn(name, modules)
        self.assertNotIn("json/decoder", modules)
