"""Our own code meets frames as they are: what programs read of them passes over ours."""

import re
import unittest
from pathlib import Path

ROOT = Path(__file__).parents[1] / "faultline"
# What makes them pass over ours, what reads them as they are, and what only looks like a frame.
_ALLOWED = {"environment/hidden_frames.py", "cpython/frames.py", "coroutine_threads/coroutine_thread.py"}


class RealFrames(unittest.TestCase):
    def test_no_module_of_ours_asks_a_frame_for_its_caller_itself(self) -> None:
        asking = {
            path.relative_to(ROOT).as_posix()
            for path in ROOT.rglob("*.py")
            if re.search(r"\.f_back\b", path.read_text("utf-8"))
        }
        self.assertEqual(asking - _ALLOWED, set())


if __name__ == "__main__":
    unittest.main()
