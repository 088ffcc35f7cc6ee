"""Runs the unit tests of our Python, all or some, and writes down what came of them, how long each took and what failed.

`python run_python.py HOME REPORT [tests.test_one ...]`
"""

import json
import sys
import time
import unittest
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any


class TimedResult(unittest.TextTestResult):
    """Notes the seconds of every test, without those of its class's preparation. `began` hears of each that begins."""

    began: Callable[[str], object] = staticmethod(len)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seconds: dict[str, float] = {}
        self._began = 0.0

    def startTest(self, test: unittest.TestCase) -> None:
        self._began = time.perf_counter()
        self.began(test.id())
        super().startTest(test)

    def stopTest(self, test: unittest.TestCase) -> None:
        super().stopTest(test)
        self.seconds[test.id()] = time.perf_counter() - self._began


def report_of(
    home: str, names: Iterable[str], stream: IO[str], result: type[TimedResult] = TimedResult
) -> dict[str, Any]:
    """The tests of these modules, all of `home` without a name; what unittest prints goes to `stream`."""
    loader = unittest.defaultTestLoader
    chosen = list(names)
    tests = (
        loader.loadTestsFromNames(chosen) if chosen else loader.discover(str(Path(home) / "tests"), top_level_dir=home)
    )
    done = unittest.TextTestRunner(stream, resultclass=result).run(tests)
    failed = len(done.failures) + len(done.errors) + len(done.unexpectedSuccesses)
    skipped = len(done.skipped)
    failures = {test.id(): words for test, words in [*done.failures, *done.errors]}
    failures.update({test.id(): "It passed and was expected to fail." for test in done.unexpectedSuccesses})
    return {
        "passed": max(0, done.testsRun - failed - skipped),
        "failed": failed,
        "skipped": skipped,
        "seconds": done.seconds,
        "failures": failures,
    }


def main(home: str, path: str, *names: str) -> int:
    sys.path.insert(0, home)
    report = report_of(home, names, sys.stderr)
    Path(path).write_text(json.dumps(report), encoding="utf-8")
    return 0 if report["failed"] == 0 else 1


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
