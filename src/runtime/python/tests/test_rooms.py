"""The rooms of our Python, from the lowest up: a module imports from its own room and from those below it."""

import ast
import unittest
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent / "faultline"
# What lies at the root of the package is above all rooms.
ROOMS = (
    "source pristine cpython report scheduler primitives accesses coroutine_threads environment probes run search"
).split()


class Rooms(unittest.TestCase):
    def test_are_these(self) -> None:
        folders = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name != "__pycache__"}
        self.assertEqual(folders, set(ROOMS))

    def test_import_from_those_below_them(self) -> None:
        upwards = [
            f"{path.relative_to(ROOT).as_posix()} imports {'.'.join(target)}"
            for path in ROOT.rglob("*.py")
            for target in _imported(path)
            if _height(target) > _height(path.relative_to(ROOT).parts)
        ]
        self.assertEqual(upwards, [])


def _height(parts: tuple[str, ...]) -> int:
    return ROOMS.index(parts[0]) if parts and parts[0] in ROOMS else len(ROOMS)


def _imported(path: Path) -> Iterator[tuple[str, ...]]:
    """The modules of ours that a file imports, as parts of their paths below the package."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.ImportFrom) or node.level == 0:
            continue
        folder = path.relative_to(ROOT).parts[:-1]
        base = folder[: len(folder) - node.level + 1] + tuple((node.module or "").split(".") if node.module else ())
        for alias in node.names:
            whole = (*base, alias.name)
            module = ROOT.joinpath(*whole)
            yield whole if module.is_dir() or module.with_suffix(".py").exists() else base


if __name__ == "__main__":
    unittest.main()
