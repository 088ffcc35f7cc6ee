"""What can be imported before there is a machine, and so be part of a snapshot of Python's memory."""

import gc
import importlib
import random
import sys
from collections.abc import Sequence

from .environment.parked import PARKED

# What `entry` needs; `ctypes`, which every run begins with; and what the standard library imports at a warning, a
# failed task or a traceback: loading that only then would be timed.
_EARLY = (
    *(f"{__package__}.{name}" for name in ("run.runner", "search.search")),
    *("ctypes", "linecache", "logging", "tokenize", "tracemalloc", "concurrent.futures.thread", "queue"),
)

for _name in _EARLY:
    importlib.import_module(_name)


def park(archives: Sequence[str], names: Sequence[str]) -> None:
    """To be called before a second snapshot is made, which has packages imported as well; see `environment.parked`."""
    PARKED.park(archives, names)


def settle() -> None:
    """To be called before a snapshot is made: what importing left behind need not be kept, and what is there is
    not looked through at each collection until the program begins."""
    gc.collect()
    gc.freeze()


def wake() -> None:
    """To be called in a memory made from a snapshot: what must not be the same in every worker is made anew."""
    random.seed()
    # Pyodide puts the working directory in front of the path each time it starts.
    while sys.path[:2] == ["", ""]:
        del sys.path[0]
