"""A program's files, its entries, and what is let go of when it is over."""

import gc
import os
import sys
import tempfile
import types
import unittest
import weakref
from pathlib import Path
from typing import Any

from faultline.cpython.shadowed_modules import Shadowed, gives_way
from faultline.environment.program import Program
from faultline.source.module_names import file_of, names_in
from faultline.source.ours import OURS


class ProgramCase(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = os.path.realpath(folder.name)
        self.addCleanup(os.chdir, os.getcwd())
        for owner, name in ((sys, "argv"), (gc, "callbacks")):
            self.addCleanup(setattr, owner, name, getattr(owner, name))
        path, modules = [*sys.path], dict(sys.modules)

        def put_back() -> None:
            sys.path[:] = path
            for name in [*sys.modules]:
                if name not in modules:
                    del sys.modules[name]
            sys.modules.update(modules)

        self.addCleanup(put_back)
        gc.callbacks = [*gc.callbacks]

    def program(self, files: dict[str, str], entry: str = "main.py", args: tuple[str, ...] = ()) -> Program:
        program = Program(files, entry, self.folder, args)
        program.place()
        return program

    def ran(self, files: dict[str, str], entry: str = "main.py", args: tuple[str, ...] = ()) -> dict[str, Any]:
        """The names of `__main__` when the program has run."""
        program = self.program(files, entry, args)
        program.run()
        return program.names()


class Entries(ProgramCase):
    def test_a_file_runs_as_main(self) -> None:
        names = self.ran(
            {"main.py": "import sys\nseen = __name__, __file__, sys.argv, sys.path[0]\n"}, args=("-v", "1")
        )
        self.assertEqual(names["seen"], ("__main__", f"{self.folder}/main.py", ["main.py", "-v", "1"], self.folder))

    def test_an_import_runs_like_a_command(self) -> None:
        files = {"shop/__init__.py": "", "shop/orders.py": "import sys\nseen = __name__, sys.argv\n"}
        names = self.ran(files, "import shop.orders")
        self.assertEqual(names["shop"].orders.seen, ("shop.orders", ["-c"]))
        self.assertNotIn("__file__", names)

    def test_a_module_runs_by_its_name(self) -> None:
        files = {"shop/__init__.py": "", "shop/run.py": "seen = __name__, __package__\n"}
        self.assertEqual(self.ran(files, "python -m shop.run")["seen"], ("__main__", "shop"))

    def test_a_package_runs_by_its_main_file(self) -> None:
        program = Program({"shop/__main__.py": "", "one.py": ""}, "python -m shop", "/program")
        self.assertEqual(program.entry_path, "/program/shop/__main__.py")
        self.assertEqual(Program({"one.py": ""}, "python -m one", "/program").entry_path, "/program/one.py")
        self.assertEqual(Program({"one.py": ""}, "import one", "/program").entry_path, "<string>")

    def test_what_a_program_raises_comes_out(self) -> None:
        self.assertRaises(ZeroDivisionError, self.ran, {"main.py": "1 / 0\n"})
        self.assertRaises(SyntaxError, self.ran, {"main.py": "a b\n"})

    def test_files_are_written_as_they_are(self) -> None:
        self.program({"main.py": "", "data/a.txt": "one\r\ntwo ä\n"})
        self.assertEqual(Path(self.folder, "data", "a.txt").read_bytes(), "one\r\ntwo ä\n".encode())
        self.assertEqual(os.path.realpath(os.getcwd()), self.folder)

    def test_its_files_are_told_from_all_others(self) -> None:
        program = Program({"shop/a.py": ""}, "shop/a.py", "/program")
        self.assertEqual(program.locate("/program/shop/a.py"), "shop/a.py")
        self.assertIsNone(program.locate("/program/shop/b.py"))
        self.assertIsNone(program.locate(os.__file__))


class StoredAttributes(unittest.TestCase):
    def stored(self, **files: str) -> frozenset[str]:
        return Program({f"{name}.py": text for name, text in files.items()}, "main.py").stored_attributes

    def test_of_several_files_all_that_are_stored_or_deleted(self) -> None:
        found = self.stored(main="import a\na.x = 1\na.y += 1\ndel a.z\nprint(a.w)\nfor a.i in (): pass\n", a="")
        self.assertEqual(found, {"x", "y", "z", "i"})

    def test_one_file_stores_none_of_a_modules(self) -> None:
        self.assertEqual(self.stored(main="a.x = 1\n"), frozenset())

    def test_a_file_that_is_no_python_stores_nothing(self) -> None:
        self.assertEqual(self.stored(main="a.x = 1\n", broken="a b\n", zero="\0"), {"x"})


class Again(ProgramCase):
    def test_a_forgotten_program_is_imported_anew(self) -> None:
        program = self.program({"main.py": "import counted\n", "counted.py": "things = []\n"})
        program.run()
        first = sys.modules["counted"]
        program.forget()
        self.assertNotIn("counted", sys.modules)
        self.assertEqual(vars(first), {})
        program.run()
        self.assertIsNot(sys.modules["counted"], first)

    def test_modules_of_the_library_are_kept(self) -> None:
        program = self.program({"main.py": "import json, counted\n", "counted.py": ""})
        program.run()
        before = sys.modules["json"]
        program.forget()
        self.assertIs(sys.modules["json"], before)

    def test_a_module_that_the_program_makes_lives_no_longer_than_in_sys_modules(self) -> None:
        made = 'import sys, types\nsys.modules["made"] = types.ModuleType("made")\n'
        program = self.program({"main.py": made})
        program.run()
        first = weakref.ref(sys.modules["made"])
        program.forget()
        program.run()
        gc.collect()
        self.assertIsNone(first())

    def test_an_entry_is_compiled_once(self) -> None:
        program = self.program({"main.py": ""})
        self.assertIs(program.code, program.code)
        self.assertEqual(program.code.co_filename, f"{self.folder}/main.py")


class Finalising(ProgramCase):
    def test_finalisers_still_find_the_names_of_their_module(self) -> None:
        heard: list[object] = []
        source = """
            class Thing:
                def __del__(self):
                    heard.append(greeting)
            greeting = "still here"
            thing = Thing()
            circle = [Thing()]
            circle.append(circle)
            del circle
        """
        program = self.program(
            {
                "main.py": "import textwrap, sys\nheard = sys.heard\n"
                + "\n".join(line[12:] for line in source.splitlines())
            }
        )
        shared: Any = sys
        shared.heard = heard
        self.addCleanup(delattr, sys, "heard")
        program.run()
        program.finalise()
        self.assertEqual(heard, ["still here", "still here"])

    def test_names_of_a_module_that_lives_on_become_none_the_private_ones_first(self) -> None:
        order: list[str] = []

        class Summary:
            def __init__(self, name: str) -> None:
                self.name = name

            def __del__(self) -> None:
                order.append(self.name)

        program = self.program({"main.py": "import kept\n", "kept.py": "public = _private = None\nx = 1\n"})
        program.run()
        module = sys.modules["kept"]
        vars(module).update(public=Summary("public"), _private=Summary("private"))
        program.finalise()
        self.assertEqual(order, ["private", "public"])
        self.assertIsNone(vars(module)["x"])
        self.assertIsNotNone(vars(module)["__builtins__"])

    def test_what_is_in_a_circle_is_freed(self) -> None:
        program = self.program({"main.py": "class C: pass\nc = C()\nc.me = c\n"})
        program.run()
        freed = weakref.ref(program.names()["c"])
        program.finalise()
        self.assertIsNone(freed())

    def test_callbacks_of_the_collector_do_not_hear_of_it(self) -> None:
        heard: list[object] = []
        program = self.program({"main.py": ""})
        program.run()

        def hear(*given: object) -> None:
            heard.append(given)

        gc.callbacks.append(hear)
        gc.disable()
        self.addCleanup(gc.enable)
        program.finalise()
        self.assertEqual(heard, [])


class ShadowedModules(ProgramCase):
    def test_a_file_with_the_name_of_a_loaded_module_comes_first(self) -> None:
        import string

        names = self.ran({"main.py": "import string\nmine = string.mine\n", "string.py": "mine = 1\n"})
        self.assertEqual(names["mine"], 1)
        self.assertIsNot(sys.modules["string"], string)

    def test_what_was_taken_out_is_put_back(self) -> None:
        import string

        shadowed = Shadowed(["string.py", "main.py"])
        shadowed.take_out()
        self.assertNotIn("string", sys.modules)
        sys.modules["string"] = types.ModuleType("string")
        shadowed.take_out()
        shadowed.put_back()
        self.assertIs(sys.modules["string"], string)

    def test_a_package_takes_out_its_modules_too(self) -> None:
        import json.decoder

        shadowed = Shadowed(["json/__init__.py"])
        self.addCleanup(shadowed.put_back)
        shadowed.take_out()
        self.assertFalse([name for name in sys.modules if name.partition(".")[0] == "json"])
        shadowed.put_back()
        self.assertIs(sys.modules["json.decoder"], json.decoder)

    def test_what_is_no_module_of_its_own_takes_out_nothing(self) -> None:
        before = {*sys.modules}
        shadowed = Shadowed(["json/data.txt", "string.txt", "deep/json.py", "sys.py", "encodings.py"])
        shadowed.take_out()
        self.assertEqual({*sys.modules}, before)

    def test_built_in_and_frozen_modules_come_before_files(self) -> None:
        self.assertFalse(gives_way("sys") or gives_way("builtins") or gives_way("zipimport") or gives_way("__main__"))
        self.assertTrue(gives_way("json") and gives_way("no_such_module"))


class ModuleNames(unittest.TestCase):
    def test_of_a_module_whatever_its_class_does(self) -> None:
        class Odd(types.ModuleType):
            def __getattribute__(self, name: str) -> Any:
                raise AssertionError("asked")

        module = Odd("odd")
        self.assertEqual((names_in(module) or {})["__name__"], "odd")
        self.assertIsNone(file_of(module))

    def test_of_what_pretends_to_be_a_module_there_are_none(self) -> None:
        class Odd:
            __class__ = types.ModuleType  # pyright: ignore[reportIncompatibleMethodOverride, reportAssignmentType]  # it lies
            __file__ = "a.py"

        self.assertIsNone(names_in(Odd()))
        self.assertIsNone(file_of(Odd()))

    def test_a_file_is_text(self) -> None:
        module = types.ModuleType("odd")
        vars(module)["__file__"] = 5
        self.assertIsNone(file_of(module))
        self.assertEqual(file_of(os), os.__file__)

    def test_our_files_begin_with_the_folder_of_the_package(self) -> None:
        import faultline

        self.assertEqual(OURS, os.path.dirname(faultline.__file__))
        self.assertFalse(__file__.startswith(OURS))


if __name__ == "__main__":
    unittest.main()
