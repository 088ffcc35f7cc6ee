"""Runs tests of CPython's own inside a run, and prints how each went, a line of JSON a test.

`asked.py` beside it holds `MODULE`; `IDS`, the tests to run, or None for all; and `LEFT_OUT`, patterns of those that are
not run in any case.
"""

import concurrent.futures
import fnmatch
import json
import sys
import time
import unittest

from asked import IDS, LEFT_OUT, MODULE
from test import support

# A line that begins with this is for the script that asked; all else is what the tests print.
MARK = "\x1e"
LONGEST = 2_000

_out = sys.stdout


def say(**said):
    """Prints one line for the script. Tests may have left an unfinished line before it, and replaced `sys.stdout`."""
    _out.write(f"\n{MARK}{json.dumps(said)}\n")
    _out.flush()


def let_modules_load():
    """CPython leaves out whole packages on this platform. Single tests are left out here, by rules with reasons."""
    support.has_socket_support = True
    if not hasattr(concurrent.futures, "InterpreterPoolExecutor"):
        concurrent.futures.InterpreterPoolExecutor = concurrent.futures.Executor


def tests_in(suite):
    """The tests of a suite of suites, in their order."""
    for one in suite:
        if isinstance(one, unittest.TestSuite):
            yield from tests_in(one)
        else:
            yield one


class Telling(unittest.TestResult):
    """A result that says at once what it hears: the run may not live to its end."""

    def startTest(self, test):
        super().startTest(test)
        self._worst = None
        self._began = time.monotonic()
        say(test=test.id(), began=True)

    def stopTest(self, test):
        outcome, why = self._worst or ("passed", "")
        say(test=test.id(), outcome=outcome, why=why[-LONGEST:], seconds=round(time.monotonic() - self._began, 3))
        super().stopTest(test)

    def addError(self, test, err):
        super().addError(test, err)
        self._note(test, "failed", self.errors[-1][1])

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._note(test, "failed", self.failures[-1][1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            listed = self.failures if issubclass(err[0], test.failureException) else self.errors
            self._note(test, "failed", listed[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._note(test, "skipped", reason)

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._note(test, "failed", "It was expected to fail, and did not.")

    def _note(self, test, outcome, why):
        if not isinstance(test, unittest.TestCase):
            # Setting up a class or a module: its tests do not begin.
            say(around=str(test), outcome=outcome, why=why[-LONGEST:])
        elif self._worst is None or outcome == "failed":
            self._worst = outcome, why


def main():
    """Says which tests the module has, then runs those that are asked for."""
    let_modules_load()
    try:
        tests = list(tests_in(unittest.defaultTestLoader.loadTestsFromName(MODULE)))
    except unittest.SkipTest as reason:
        say(module=MODULE, outcome="skipped", why=str(reason))
        return
    say(tests=[test.id() for test in tests])
    asked = [test for test in tests if IDS is None or test.id() in IDS]
    kept = [test for test in asked if not any(fnmatch.fnmatchcase(test.id(), left) for left in LEFT_OUT)]
    unittest.TestSuite(kept).run(Telling())
    say(over=True)


if __name__ == "__main__":
    main()
