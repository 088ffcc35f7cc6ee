"""Where CPython 3.14 may switch threads: the instructions before which its eval breaker is checked."""

import dis
from types import CodeType

_CALLS = frozenset({"CALL", "CALL_KW", "CALL_FUNCTION_EX"})
# The low bits of RESUME's argument: 0 at the start of a function, 1 after a yield, 2 after `yield from`, 3 after
# `await`.
_RESUME_KIND = 3
_AFTER_YIELD_FROM = 2


def gil_points(code: CodeType) -> frozenset[int]:
    """Offsets of the instructions before which a thread of CPython 3.14 may lose the GIL.

    `_CHECK_PERIODIC` in `Python/bytecodes.c`: after RESUME (not on coming back from `yield from` or `await`), after
    calls, and at JUMP_BACKWARD.
    """
    points: set[int] = set()
    after_check = False
    for instruction in dis.get_instructions(code):
        if after_check or instruction.opname == "JUMP_BACKWARD":
            points.add(instruction.offset)
        after_check = instruction.opname in _CALLS or (
            instruction.opname == "RESUME" and ((instruction.arg or 0) & _RESUME_KIND) < _AFTER_YIELD_FROM
        )
    return frozenset(points)
