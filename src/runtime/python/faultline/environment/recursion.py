"""How deep a program may recurse: no deeper than the machine below survives."""

from collections.abc import Callable

# Recursion deeper than this overflows WebAssembly's own stack, and the interpreter with it.
MOST_RECURSION = 5000


def clamped(original: Callable[[int], None]) -> Callable[[int], None]:
    """`sys.setrecursionlimit` that takes any limit and sets at most `MOST_RECURSION`."""

    def setrecursionlimit(limit: int, /) -> None:
        original(min(limit, MOST_RECURSION))

    return setrecursionlimit
