"""A heartbeat may come anywhere in a round: whatever it meets there, it ends no run that is not to end."""

import sys
import threading
import unittest
from types import CodeType

from faultline.source.ours import OURS

from .rounds_case import in_rounds
from .threads_case import ThreadsCase

_TOOL = sys.monitoring.PROFILER_ID
_LINE = sys.monitoring.events.LINE


class _Programs(ThreadsCase):
    def test_threads_that_wait_are_waited_for(self) -> None:
        ready = threading.Event()
        threads = [self.start(ready.wait) for _ in range(3)]
        ready.set()
        self.join(*threads)

    def test_the_main_thread_ends_on_top_of_one_that_cannot_be_left(self) -> None:
        began = threading.Event()

        def wait(_number: int) -> int:
            began.set()
            threading.Event().wait()
            return 0

        self.start(lambda: sorted([1, 2], key=wait), daemon=True)
        began.wait()

    def test_a_thread_that_is_left_behind_is_ended(self) -> None:
        self.start(threading.Event().wait, daemon=True)
        threading.Event().wait(1)
        self.scheduler.unwind()
        self.assertEqual(len(self.scheduler.alive), 1)


class _BeatAtEachLine(ThreadsCase):
    """Put before a case in rounds."""

    def setUp(self) -> None:
        super().setUp()
        # The functions of ours that had a beat in them.
        self.seen: set[str] = set()
        self._listen(True)
        self.addCleanup(self._listen, False)

    def tearDown(self) -> None:
        self.assertLessEqual({"run_main", "_step", "_ended", "step"}, self.seen)

    def _listen(self, is_on: bool) -> None:
        if is_on:
            sys.monitoring.use_tool_id(_TOOL, __name__)
            sys.monitoring.register_callback(_TOOL, _LINE, self._reached)
        sys.monitoring.set_events(_TOOL, _LINE if is_on else 0)
        if not is_on:
            sys.monitoring.free_tool_id(_TOOL)

    def _reached(self, code: CodeType, _line: int) -> object:
        if not code.co_filename.startswith(OURS):
            return sys.monitoring.DISABLE
        self.seen.add(code.co_name)
        self.scheduler.beat(sys._getframe(1))
        return None


def load_tests(loader: unittest.TestLoader, _tests: object, _pattern: object) -> unittest.TestSuite:
    """The programs, with a beat at each line of ours."""
    case = type("BeatsInRounds", (_BeatAtEachLine, in_rounds(_Programs)), {"__module__": __name__})
    return unittest.TestSuite([loader.loadTestsFromTestCase(case)])
