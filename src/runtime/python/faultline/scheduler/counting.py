"""Counts switch points in Python: what `native/steps.ts` does in WebAssembly, for where there is none.

Rules only save looks: here every look is taken, and no location needs to be known.
"""

from collections.abc import Callable
from sys import _getframe
from types import CodeType
from typing import Any


def make() -> tuple[Callable[..., Any], ...]:
    """The functions of one count: tick, at_instruction, arm, passed, add, begin, follow, know, location, wrote,
    forget."""
    left = target = 0
    reached: Callable[[CodeType | None, int], object] = _nothing
    failed: Callable[[BaseException], object] = _nothing
    disable: object = None
    every = False
    instructions: dict[int, tuple[bool, Any]] = {}

    def tick(code: CodeType | None, offset: int) -> None:
        nonlocal left
        left -= 1
        if not left:
            reached(code, offset)

    def at_instruction(code: CodeType, offset: int) -> object:
        at = id(code) + offset
        known = instructions.get(at)
        if known is None and not every:
            return disable
        is_point = every or (known is not None and known[0])
        if is_point:
            tick(code, offset)
            known = instructions.get(at)
        look = None if known is None else known[1]
        if look is None:
            return None
        try:
            answer = look(_getframe(1))
        except Exception as error:
            failed(error)
            return None
        if answer is disable:
            if not is_point:
                return answer
            if every:
                instructions[at] = (False, None)
        return None

    def arm(points: int) -> None:
        nonlocal left, target
        target += points - left
        left = points

    def passed() -> int:
        return target - left

    def add(points: int) -> None:
        nonlocal target
        target += points

    def begin(*called: Any) -> None:
        nonlocal reached, failed, disable
        reached, failed, disable = called[:3]

    def follow(_table: bytes, each: bool) -> None:
        nonlocal every
        every = bool(each)
        instructions.clear()

    def know(code: CodeType, offset: int, point: bool, look: Any, _rule: bytes | None) -> None:
        instructions[id(code) + offset] = (bool(point), look)

    return tick, at_instruction, arm, passed, add, begin, follow, know, _nothing, _nothing, _nothing


def _nothing(*_args: object) -> None:
    pass
