"""What is imported early, and what a worker that begins with a snapshot makes anew."""

import random
import sys
import unittest

from faultline import preload


class Preload(unittest.TestCase):
    def test_what_a_run_needs_is_there(self) -> None:
        for name in ("faultline.run.runner", "faultline.search.search", "tracemalloc", "logging"):
            self.assertIn(name, sys.modules)

    def test_chance_begins_anew(self) -> None:
        kept = random.getstate()
        drawn: list[int] = []
        for _ in range(2):
            random.setstate(kept)
            preload.wake()
            drawn.append(random.getrandbits(64))
        self.assertNotEqual(drawn[0], drawn[1])

    def test_the_working_directory_is_in_the_path_once(self) -> None:
        kept = sys.path[:]
        try:
            sys.path[:] = ["", "", "/lib"]
            preload.wake()
            self.assertEqual(sys.path, ["", "/lib"])
            sys.path[:] = ["/lib", ""]
            preload.wake()
            self.assertEqual(sys.path, ["/lib", ""])
        finally:
            sys.path[:] = kept


if __name__ == "__main__":
    unittest.main()
