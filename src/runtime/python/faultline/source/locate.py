"""Locate: how one gets from a file name of Python's to the path that the person knows."""

from collections.abc import Callable

# None for a file that is not the program's.
Locate = Callable[[str], "str | None"]
