"""The runner: how programs end, what they print, and what is put back."""

import unittest

from faultline.report import facts
from faultline.report.tracebacks import OURS

from .driving import run


class Endings(unittest.TestCase):
    def test_finished(self) -> None:
        self.assertEqual(run("print('hi')").ending, {"kind": "finished"})

    def test_exit_statuses_are_those_of_the_shell(self) -> None:
        for call, expected in {
            "sys.exit()": {"kind": "finished"},
            "sys.exit(0)": {"kind": "finished"},
            "sys.exit(3)": {"kind": "exited", "status": 3, "message": ""},
            "sys.exit(-1)": {"kind": "exited", "status": 255, "message": ""},
            "sys.exit(256)": {"kind": "finished"},
            "__import__('os')._exit(4)": {"kind": "exited", "status": 4, "message": "", "by": "os._exit"},
            "__import__('os')._exit(0)": {"kind": "finished"},
            "sys.exit('no')": {"kind": "exited", "status": 1, "message": "no"},
        }.items():
            with self.subTest(call):
                self.assertEqual(run(f"import sys\n{call}").ending, expected)

    def test_arguments_follow_the_entry(self) -> None:
        files = {"main.py": "import sys; print(sys.argv)", "shop.py": "import sys; print(sys.argv)"}
        for entry, args, printed in (
            ("main.py", ["a", "b c", "--x"], ["main.py", "a", "b c", "--x"]),
            ("shop.py", [""], ["shop.py", ""]),
            ("import shop", ["a"], ["-c", "a"]),
            ("main.py", [], ["main.py"]),
        ):
            with self.subTest(entry=entry, args=args):
                program = {"files": files, "entry": entry, "args": args}
                self.assertEqual(run(files, program=program).printed(), f"{printed}\n")
        self.assertEqual(run(files).printed(), "['main.py']\n")

    def test_an_exit_message_goes_to_stderr(self) -> None:
        self.assertEqual(run("import sys; sys.exit('no')").printed("stderr"), "no\n")

    def test_an_exception_shows_only_frames_of_the_program_and_the_library(self) -> None:
        result = run("def f():\n    return 1 / 0\n\nf()\n")
        error = result.ending["error"]
        self.assertEqual((error["type"], error["message"]), ("ZeroDivisionError", "division by zero"))
        frames = [(frame["file"], frame["line"], frame["source"]) for frame in error["frames"]]
        self.assertEqual(frames, [("main.py", 4, "f()"), ("main.py", 2, "return 1 / 0")])
        self.assertNotIn(OURS, error["traceback"] + result.printed("stderr"))

    def test_our_frames_are_gone_from_the_tail_too(self) -> None:
        error = run("import time\ntime.sleep(-1)").ending["error"]
        self.assertEqual(error["message"], "sleep length must be non-negative")
        self.assertEqual([frame["file"] for frame in error["frames"]], ["main.py"])

    def test_an_exception_is_told_whatever_the_program_has_made_of_the_modules_that_tell_it(self) -> None:
        for name in ("ast", "tokenize", "linecache", "traceback"):
            with self.subTest(name):
                text = f"import {name}\nx = (1 +\n  1 / 0)"
                result = run({"main.py": text, f"{name}.py": "parse = open = None"})
                error = result.ending["error"]
                self.assertEqual((error["type"], error["message"]), ("ZeroDivisionError", "division by zero"))
                self.assertEqual([frame["line"] for frame in error["frames"]], [3])
                self.assertIn("ZeroDivisionError: division by zero", result.printed("stderr"))
        error = run("import linecache\nlinecache.checkcache = None\n1 / 0").ending["error"]
        self.assertEqual((error["type"], error["message"]), ("ZeroDivisionError", "division by zero"))

    def test_a_syntax_error_names_its_line(self) -> None:
        error = run("x = 1\ny = (\n").ending["error"]
        last = error["frames"][-1]
        self.assertEqual((error["type"], last["file"], last["line"]), ("SyntaxError", "main.py", 2))

    def test_deep_recursion_is_told_briefly(self) -> None:
        error = run("def f(): f()\nf()").ending["error"]
        self.assertEqual(error["type"], "RecursionError")
        self.assertLess(len(error["frames"]), 10)

    def test_a_group_tells_what_is_inside(self) -> None:
        result = run("""
            import asyncio
            async def fails(n):
                raise ValueError(n)
            async def main():
                async with asyncio.TaskGroup() as group:
                    group.create_task(fails(1))
                    group.create_task(fails(2))
            asyncio.run(main())
        """)
        error = result.ending["error"]
        self.assertEqual(error["type"], "ExceptionGroup")
        inner = [(part["type"], part["message"], part["frames"][-1]["line"]) for part in error["inner"]]
        self.assertEqual(inner, [("ValueError", "1", 4), ("ValueError", "2", 4)])

    def test_an_exception_that_cannot_be_printed(self) -> None:
        error = run("class E(Exception):\n    def __str__(self): raise E\nraise E").ending["error"]
        self.assertEqual(error["type"], "E")

    def test_os_exit_runs_nothing_more(self) -> None:
        result = run("import os\ntry:\n    print('a')\n    os._exit(1)\nfinally:\n    print('b')")
        self.assertEqual((result.ending["kind"], result.printed()), ("exited", "a\n"))

    def test_odd_last_words(self) -> None:
        for source, kind in {
            "class C:\n    def __str__(self): raise ValueError\nraise SystemExit(C())": "exited",
            "import sys\nclass E(Exception):\n    def __str__(self): sys.exit(3)\nraise E": "raised",
            "import sys\ndef t(f, e, a): return t\nsys.settrace(t)\nprint('one')": "finished",
            "breakpoint()": "raised",
        }.items():
            with self.subTest(source):
                self.assertEqual(run(source).ending["kind"], kind)

    def test_stop(self) -> None:
        result = run("import time\nprint('before')\ntime.sleep(9)\nprint('after')", pace="real", stopAfter=1)
        self.assertEqual(result.ending, {"kind": "stopped"})
        self.assertEqual(result.printed(), "before\n")

    def test_stop_silences_what_the_program_does_on_the_way_out(self) -> None:
        result = run("import time\ntry:\n    time.sleep(9)\nfinally:\n    print('late')", pace="real", stopAfter=1)
        self.assertEqual((result.ending["kind"], result.printed()), ("stopped", ""))

    def test_waiting_for_ever_says_who_waits(self) -> None:
        result = run("import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())")
        waits = [facts.waits("Task-1 main", "main.py", 3, "Event.wait")]
        self.assertEqual(result.ending, {"kind": "stuck", "waits": waits, "cycle": []})

    def test_too_many_tasks(self) -> None:
        source = (
            "import asyncio\nasync def f(): pass\nasync def main():\n    while True: await asyncio.create_task(f())\n"
        )
        result = run(f"{source}asyncio.run(main())", limits={"events": 100, "outputChars": 100})
        self.assertEqual(result.ending, {"kind": "capped", "what": "lanes", "limit": 25})

    def test_many_steps_of_a_task_are_sampled(self) -> None:
        source = (
            "import asyncio\nasync def main():\n    for _ in range(20_000): await asyncio.sleep(0)\nasyncio.run(main())"
        )
        result = run(source)
        self.assertEqual(result.ending, {"kind": "finished"})
        drawn = sum(event.word == "state" for event in result.tape.events() if event.track == "Task-1 main")
        left_out = [event.a for event in result.tape.events() if event.word == "tally" and event.track == "Task-1 main"]
        self.assertLess(drawn, 25_000)
        self.assertGreaterEqual(drawn + sum(left_out), 40_000)

    def test_too_much_output(self) -> None:
        result = run("while True: print('x')", limits={"events": 1000, "outputChars": 9})
        self.assertEqual(result.ending, {"kind": "capped", "what": "output", "limit": 9})
        self.assertEqual(len(result.printed()), 9)


class Streams(unittest.TestCase):
    def test_input_explains_itself(self) -> None:
        error = run("name = input('Name: ')").ending["error"]
        self.assertEqual(error["type"], "EOFError")
        self.assertIn("Put the value in the code", error["message"])

    def test_lines_arrive_whole_and_in_order_with_stderr(self) -> None:
        result = run("import sys\nprint('a', 'b')\nprint('e', file=sys.stderr)\nprint('c', end='')")
        printed = [(event.a, event.b) for event in result.tape.events() if event.word == "print"]
        self.assertEqual(printed, [("a b\n", "stdout"), ("e\n", "stderr"), ("c", "stdout")])

    def test_bytes_and_half_characters(self) -> None:
        result = run("import sys\nb = 'ä'.encode()\nsys.stdout.buffer.write(b[:1]); sys.stdout.buffer.write(b[1:])")
        self.assertEqual(result.printed(), "ä")

    def test_a_program_may_put_its_own_stream_there(self) -> None:
        result = run("""
            import io, sys, time
            class Mine(io.StringIO):
                def flush(self): raise RuntimeError("mine")
            print("kept", end="")
            sys.stdout = Mine()
            time.sleep(1)
        """)
        # It is asked to flush at the end alone, and then CPython exits with 120.
        self.assertEqual((result.ending.get("status"), result.printed()), (120, "kept"))

    def test_an_exit_message_that_nobody_can_hear(self) -> None:
        ending = run("import sys\nsys.stderr.close()\nsys.exit('no')").ending
        self.assertEqual(ending, {"kind": "exited", "status": 1, "message": "no"})

    def test_a_program_may_take_stdout_away(self) -> None:
        self.assertEqual(run("import sys\nprint('x')\nsys.stdout.close()").ending, {"kind": "finished"})


class Loops(unittest.TestCase):
    def test_programs_may_subclass_the_selector_loop(self) -> None:
        result = run("""
            import asyncio
            class Loop(asyncio.SelectorEventLoop): pass
            loop = Loop()
            print(loop.run_until_complete(asyncio.sleep(1, "done")), isinstance(loop, asyncio.SelectorEventLoop))
            loop.close()
        """)
        self.assertEqual(result.printed(), "done True\n")


class TheProgram(unittest.TestCase):
    def test_runs_as_main_with_its_files_beside_it(self) -> None:
        result = run(
            {
                "main.py": "import sys, pkg.part\n"
                "print(__name__, sys.argv, pkg.part.x, sys.modules['__main__'].__name__)",
                "pkg/__init__.py": "",
                "pkg/part.py": "x = 42",
            }
        )
        self.assertEqual(result.printed(), "__main__ ['main.py'] 42 __main__\n")

    def test_a_file_named_like_a_module_of_python_s_comes_first(self) -> None:
        for name in ("random", "json", "string", "token", "queue", "threading", "traceback"):
            with self.subTest(name):
                main = f"import {name}\nprint({name}.v)\nraise ValueError"
                result = run({"main.py": main, f"{name}.py": "v = 'mine'"})
                self.assertEqual((result.ending["kind"], result.printed()), ("raised", "mine\n"))

    def test_nothing_of_ours_is_found_among_the_program_s_files(self) -> None:
        for name in ("ctypes", "sysconfig", "tokenize"):
            with self.subTest(name):
                files = {"main.py": "import sys\nprint('' in sys.path)", f"{name}.py": "print('too early')"}
                result = run(files, probes=("threads",))
                self.assertEqual((result.ending["kind"], result.printed()), ("finished", "False\n"))

    def test_a_package_named_so_too_but_no_folder_without_init_and_nothing_built_in(self) -> None:
        result = run(
            {
                "main.py": "import json.decoder, email, sys\n"
                "print(json.decoder.v, hasattr(email, 'message_from_string'), sys.argv)",
                "json/__init__.py": "",
                "json/decoder.py": "v = 'mine'",
                "email/mine.py": "",
                "sys.py": "1/0",
            }
        )
        self.assertEqual(result.printed(), "mine True ['main.py']\n")

    def test_a_line_that_there_is_not_is_none(self) -> None:
        for line in ("0", "-3", "'x'"):
            with self.subTest(line):
                result = run(f"raise SyntaxError('no', ('main.py', {line}, 1, ''))")
                self.assertIsNone(result.ending["error"]["frames"][-1]["line"])

    def test_begins_at_zero_however_long_run_environment_up_has_taken(self) -> None:
        events = run("print('hi')", pace="real", tick=0.01).tape.events()
        self.assertLess(max(event.time for event in events if event.word == "track"), 1000)
        self.assertGreaterEqual(next(event.time for event in events if event.word == "print"), 10_000)

    def test_last_words_are_heard_and_not_timed(self) -> None:
        result = run("""
            import atexit, time
            class Thing:
                def __del__(self): print("gone")
            thing = Thing()
            atexit.register(lambda: (time.sleep(5), print("bye")))
        """)
        self.assertEqual(result.printed(), "bye\ngone\n")
        # What was declared before takes a microsecond each.
        self.assertLess(result.time, 0.001)


if __name__ == "__main__":
    unittest.main()
