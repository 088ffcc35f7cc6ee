"""Which classes the memory probe takes for the program's own."""

import threading
import unittest

from .driving import run


class Classes(unittest.TestCase):
    def test_those_of_a_module_whose_name_the_program_has_a_file_for_are_pythons(self) -> None:
        files = {"main.py": "import threading\nkept = threading.Box()\n", "threading.py": "class Box: pass\n"}
        result = run(files, probes=("memory",))
        self.assertEqual(result.levels("Box"), [1])
        tracks = {event.track for event in result.tape.events() if event.word == "track"}
        self.assertEqual({name for name, value in vars(threading).items() if isinstance(value, type)} & tracks, set())


if __name__ == "__main__":
    unittest.main()
