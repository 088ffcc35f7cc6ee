"""A line of source, read as Python reads it."""

import linecache
import sys
import tokenize
from typing import Any

_NOTHING: Any = object()


def line_of(file: str, number: int) -> str:
    """The line, or nothing. `linecache` imports `tokenize` when it reads a file: where the program has a file of that
    name, this is neither what it asks for nor when."""
    # A program may have put None there, to forbid it.
    theirs = sys.modules.get("tokenize", _NOTHING)
    sys.modules["tokenize"] = tokenize
    try:
        return linecache.getline(file, number)
    finally:
        if theirs is _NOTHING:
            del sys.modules["tokenize"]
        else:
            sys.modules["tokenize"] = theirs
