"""The primitives in rounds: the tests of each, once more."""

import unittest

from . import (
    test_primitives_asyncio,
    test_primitives_condition,
    test_primitives_end,
    test_primitives_local,
    test_primitives_lock,
    test_primitives_pool,
    test_primitives_queue,
    test_primitives_rlock,
    test_primitives_semaphore,
    test_primitives_thread,
)
from .rounds_case import in_rounds
from .threads_case import ThreadsCase

_MODULES = (
    test_primitives_asyncio,
    test_primitives_condition,
    test_primitives_end,
    test_primitives_local,
    test_primitives_lock,
    test_primitives_pool,
    test_primitives_queue,
    test_primitives_rlock,
    test_primitives_semaphore,
    test_primitives_thread,
)


# These end threads from within the program, as only a search does from outside.
_WITH_CARRIERS = ("Unwinding",)
# In these two threads wait at once where neither can be left: in a `threading.local`'s `__init__`, in
# `list(pool.map())`.
_UNABLE = ("test_others_may_run_while_it_is_initialised", "test_a_job_may_start_another_pool")


def load_tests(loader: unittest.TestLoader, _tests: object, _pattern: object) -> unittest.TestSuite:
    """All cases of the modules."""
    suite = unittest.TestSuite()
    for module in _MODULES:
        for case in vars(module).values():
            if not isinstance(case, type) or not issubclass(case, ThreadsCase) or case.__module__ != module.__name__:
                continue
            if not case.__name__.startswith(_WITH_CARRIERS):
                left_out = tuple(name for name in _UNABLE if hasattr(case, name))
                suite.addTests(loader.loadTestsFromTestCase(in_rounds(case, leaving_out=left_out)))
    return suite
