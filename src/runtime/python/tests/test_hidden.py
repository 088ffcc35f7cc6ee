"""No frame of ours is in what a program shows of its own stack."""

import unittest

from faultline.report.tracebacks import OURS

from .driving import run

_CAUGHT = """
    import logging, queue, sys, threading, traceback
    lock = threading.Lock()
    try: lock.release()
    except RuntimeError: traceback.print_exc()
    try: queue.SimpleQueue().get_nowait()
    except queue.Empty: print(traceback.format_exc())
    try: threading.Lock().acquire(timeout="x")
    except TypeError: logging.exception("caught")
    def show(): traceback.print_stack(file=sys.stdout)
    show()
    print(len(traceback.extract_stack()), traceback.extract_stack(limit=1)[0].name)
"""


class Hidden(unittest.TestCase):
    def test_in_tracebacks_that_the_program_prints(self) -> None:
        result = run(_CAUGHT)
        shown = result.printed() + result.printed("stderr")
        self.assertEqual(result.ending["kind"], "finished")
        self.assertNotIn(OURS, shown)
        self.assertEqual(result.printed("stderr").count("Traceback (most recent call last)"), 2)
        self.assertEqual(result.printed("stderr").count(", line "), 2)
        self.assertIn(" <module>\n", shown)

    def test_from_trace_and_profile_functions(self) -> None:
        result = run(f"""
            import sys, threading
            seen = []
            def watch(frame, event, arg):
                seen.append(frame.f_code.co_filename)
                return watch
            lock = threading.Lock()
            def use():
                with lock: pass
            for start, ask in ((sys.settrace, sys.gettrace), (sys.setprofile, sys.getprofile)):
                start(watch)
                use()
                print(ask() is watch)
                start(None)
                print(ask(), any(file.startswith({OURS!r}) for file in seen), any("main.py" in file for file in seen))
                seen.clear()
        """)
        self.assertEqual(result.printed(), "True\nNone False True\n" * 2)


if __name__ == "__main__":
    unittest.main()
