"""The tools of `sys.monitoring` have one owner: nobody else takes or frees a number."""

import ast
import unittest
from pathlib import Path

ROOT = Path(__file__).parent.parent / "faultline"
# The copy of the module for tools of ours, the tools of ours, and what the program is shown in its place.
OWNERS = {"pristine/monitoring.py", "cpython/monitoring.py", "cpython/tool_ids.py"}
_TAKING = {"use_tool_id", "free_tool_id", "register_callback", "set_events", "set_local_events"}


class OneOwner(unittest.TestCase):
    def test_nobody_else_takes_a_number(self) -> None:
        found = {
            path.relative_to(ROOT).as_posix()
            for path in ROOT.rglob("*.py")
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Attribute) and node.attr in _TAKING
        }
        self.assertEqual(found - OWNERS, set())


if __name__ == "__main__":
    unittest.main()
