"""Every program of the contract tests that lies about how it fails ends here, too, as its first line says."""

import unittest
from pathlib import Path

from .driving import run

PROGRAMS = Path(__file__).parents[4] / "e2e" / "contract" / "programs" / "endings"
# What needs seconds, or the interpreter that the page has.
_ONLY_THERE = frozenset({"long_traceback", "long_message", "many_lines", "long_in_a_group"})


class Endings(unittest.TestCase):
    def test_are_those_of_cpython(self) -> None:
        for path in sorted(PROGRAMS.glob("*.py")):
            if path.stem in _ONLY_THERE:
                continue
            with self.subTest(path.stem):
                text = path.read_text("utf-8")
                said = [line.removeprefix("# ends: ") for line in text.splitlines() if line.startswith("# ends: ")]
                result = run(text, limits={"events": 100_000, "outputChars": 250_000})
                self.assertEqual([_in_words(result.ending)], said)


def _in_words(ending: dict[str, object]) -> str:
    error = ending.get("error")
    if isinstance(error, dict):
        return f"raised {error['type']}"
    return f"exited {ending['status']}" if ending["kind"] == "exited" else str(ending["kind"])


if __name__ == "__main__":
    unittest.main()
