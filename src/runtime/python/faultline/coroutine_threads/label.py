"""What the answer to a run says of how its threads were run, where Python cannot be suspended."""

_SIMPLER = "This browser cannot suspend Python, so the program was rewritten to let its threads take turns: "
_NOT_INSIDE = (
    "not inside generators, comprehensions without calls, methods that Python calls by itself, such as `__del__`, or "
    "code of the library. A thread that waits in such a place goes on after those that came to such places later."
)

_GIL = (
    _SIMPLER + "one could be switched out where a function begins, after a call, and at the end of a loop's turn, but "
)
_STATEMENTS = (
    _SIMPLER + "one could be switched out before a statement, after a call, and between what an assignment reads and "
    "what it writes, not between any two instructions, and "
)


def label(*, gil: bool) -> str:
    """The words; `gil` when points were those of CPython 3.14."""
    return (_GIL if gil else _STATEMENTS) + _NOT_INSIDE
