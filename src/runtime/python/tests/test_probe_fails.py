"""A probe that fails is taken out, and said so; the program runs on and ends as it would."""

import unittest

from faultline.probes.guard import Guard
from faultline.report.faults import Faults

from .driving import run

PROGRAM = """
import asyncio, gc

async def work(number):
    await asyncio.sleep(number)
    return number

async def main():
    print(await asyncio.gather(work(1), work(2)))
    gc.collect()

asyncio.run(main())
raise LookupError("its own end")
"""

# Of each probe the methods that are to fail, by the module that has them.
BROKEN = [
    ("tasks", "probes.tasks.probe", "TasksProbe._lane_of"),
    ("tasks", "probes.tasks.probe", "TasksProbe._step_ended"),
    ("tasks", "probes.tasks.stepping", "Stepping._report_ready"),
    ("tasks", "probes.tasks.held", "HeldLoop.end"),
    ("memory", "probes.memory.collector", "Collector._here"),
    ("memory", "probes.memory.probe", "MemoryProbe.finish"),
]


class AProbeThatIsBeingMade(unittest.TestCase):
    def test_does_not_hear_of_what_comes_meanwhile(self) -> None:
        heard: list[str] = []
        guard = Guard("memory", Faults())
        hear = guard.around(heard.append)
        hear("a collection, before the probe is whole")
        guard.made = True
        hear("a collection")
        self.assertEqual(heard, ["a collection"])


class AFailingProbe(unittest.TestCase):
    def test_is_out_and_the_program_is_not(self) -> None:
        for probe, module, method in BROKEN:
            with self.subTest(method):
                source = f"import faultline.{module} as ours\nours.{method} = lambda *_: 1 / 0\n{PROGRAM}"
                result = run(source, probes=("memory", "tasks"))
                self.assertEqual(result.printed(), "[1, 2]\n")
                self.assertEqual(result.ending["error"]["message"], "its own end")
                self.assertEqual([fault["part"] for fault in result.faults], [probe])
                self.assertIn("ZeroDivisionError", result.faults[0]["report"])
                self.assertNotIn("faultline", result.printed("stderr"))

    def test_has_what_the_program_called_called_once(self) -> None:
        result = run("""
            import asyncio, time
            import faultline.probes.tasks.probe as tasks
            tasks.TasksProbe._lane_of = lambda *_: 1 / 0
            made = []
            class Loop(asyncio.SelectorEventLoop):
                def call_soon(self, *args, **options):
                    made.append(args[0])
                    return super().call_soon(*args, **options)
            async def main():
                before = len(made)
                task = asyncio.create_task(asyncio.sleep(1, "slept"))
                print(len(made) - before, await task)
            loop = Loop()
            loop.run_until_complete(main())
            loop.close()
        """)
        self.assertEqual((result.printed(), len(result.faults)), ("1 slept\n", 1))

    def test_leaves_the_program_its_own_mistakes(self) -> None:
        result = run("import time\ntry: time.sleep(-1)\nexcept ValueError: print('mine')\ntime.sleep('x')")
        self.assertEqual((result.printed(), result.faults), ("mine\n", []))
        self.assertEqual(result.ending["error"]["type"], "TypeError")

    def test_is_out_too_where_the_interpreter_calls_it(self) -> None:
        files = {
            "main.py": "import faultline.probes.imports.modules as ours\nours.Modules.begins = None\n"
            "import part\nprint(part.x)",
            "part.py": "x = 1",
        }
        result = run(files, probes=("imports",))
        self.assertEqual((result.ending["kind"], result.printed()), ("finished", "1\n"))
        self.assertEqual([fault["part"] for fault in result.faults], ["imports"])


if __name__ == "__main__":
    unittest.main()
