"""Runs the unit tests of our Python, all or some, and writes down what came of them, how long each took and what failed.

`python run_python.py HOME REPORT [tests.test_one ...]`
"""

import json
import sys
import time
import unittest
from pathlib import Path
from typing import Any


class TimedResult(unittest.TextTestResult):
    """Notes the seconds of every test, without those of its class's preparation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seconds: dict[str, float] = {}
        self._began = 0.0

    def startTest(self, test: unittest.TestCase) -> None:
        self._began = time.perf_counter()
        super().startTest(test)

    def stopTest(self, test: unittest.TestCase) -> None:
        super().stopTest(test)
        self.seconds[test.id()] = time.perf_counter() - self._began


def main(home: str, report: str, *names: str) -> int:
    sys.path.insert(0, home)
    loader = unittest.defaultTestLoader
    tests = loader.loadTestsFromNames(names) if names else loader.discover(str(Path(home) / "tests"), top_level_dir=home)
    result = unittest.TextTestRunner(resultclass=TimedResult).run(tests)
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    skipped = len(result.skipped)
    counts = {"passed": max(0, result.testsRun - failed - skipped), "failed": failed, "skipped": skipped}
    failures = {test.id(): words for test, words in [*result.failures, *result.errors]}
    failures.update({test.id(): "It passed and was expected to fail." for test in result.unexpectedSuccesses})
    details = {"seconds": result.seconds, "failures": failures}
    Path(report).write_text(json.dumps({**counts, **details}), encoding="utf-8")
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
