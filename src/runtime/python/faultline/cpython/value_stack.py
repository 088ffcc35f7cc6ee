"""Reads the value stack of a running frame, which Python itself does not show.

The layout is that of `_PyInterpreterFrame` in CPython 3.14 (`Include/internal/pycore_interpframe_structs.h`) on a
machine with 32-bit pointers, as Pyodide is. `works` proves it before it is used.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

# All of the interpreter's memory: addresses count from 0.
_MEMORY_WORDS = 2**28

# In words of four bytes: where PyFrameObject keeps its interpreter frame, and that its stack pointer and its locals.
_F_FRAME = 3
_STACK_POINTER = 8
_LOCALS = 10
# A stack reference keeps notes in its low bits (`Include/internal/pycore_stackref.h`).
_NOTES = 3

# Of a PyLongObject, in words: 1 its type, 2 how many digits it has and of which sign, 3 the first digit
# (`longintrepr.h`).
_ONE_DIGIT = 1 << 3
_STATIC = 1 << 2
_INT = id(int)

MISSING: Any = object()


class ValueStack:
    """What lies on the value stack of the frame that an instruction event has interrupted."""

    def __init__(self) -> None:
        # Only runs that look at values pay for loading it.
        import ctypes

        memory = (ctypes.c_uint32 * _MEMORY_WORDS).from_address(0)
        self._words = memoryview(memory).cast("B").cast("I")
        self._slot = ctypes.py_object()
        self._slot_word = ctypes.addressof(self._slot) >> 2
        # The value so deep below the top where it is a small whole number, None elsewhere; quicker than `top`.
        self.whole = _reader_of_whole_numbers(self._words)
        # The address of what `top` gives.
        self.address = _reader_of_addresses(self._words)

    def top(self, frame: FrameType, depth: int = 0) -> Any:
        """The value `depth` below the top, or MISSING where there is none."""
        words = self._words
        inner = words[(id(frame) >> 2) + _F_FRAME] >> 2
        return self._object(words[(words[inner + _STACK_POINTER] >> 2) - 1 - depth])

    def variable(self, frame: FrameType, index: int) -> Any:
        """The local variable or cell with this number (the argument of LOAD_FAST or LOAD_DEREF)."""
        words = self._words
        inner = words[(id(frame) >> 2) + _F_FRAME] >> 2
        return self._object(words[inner + _LOCALS + index])

    def words_of_variables(self, frame: FrameType, count: int) -> tuple[int, ...]:
        """What tells the values of the first `count` local variables from others: their addresses, with notes."""
        words = self._words
        first = (words[(id(frame) >> 2) + _F_FRAME] >> 2) + _LOCALS
        return (*words[first : first + count],)

    def all(self, frame: FrameType) -> list[Any]:
        """All values on the stack of a frame, or of one that has called it."""
        words, code = self._words, frame.f_code
        inner = words[(id(frame) >> 2) + _F_FRAME] >> 2
        # A variable that is a cell as well has one place.
        variables = len({*code.co_varnames, *code.co_cellvars}) + len(code.co_freevars)
        return [
            self._object(words[at]) for at in range(inner + _LOCALS + variables, words[inner + _STACK_POINTER] >> 2)
        ]

    def _object(self, reference: int) -> Any:
        if reference & _NOTES == _NOTES or reference <= _NOTES:
            return MISSING
        slot = self._slot
        self._words[self._slot_word] = reference & ~_NOTES
        try:
            return slot.value
        finally:
            # The slot owns nothing: it must not let go of what it held.
            self._words[self._slot_word] = 0


def _reader_of_whole_numbers(words: memoryview) -> Callable[..., int | None]:
    """What it needs is at hand as variables of its own: it is called at every write of a counter."""

    def whole(
        frame: FrameType,
        depth: int = 0,
        f_frame: int = _F_FRAME,
        stack_pointer: int = _STACK_POINTER,
        int_type: int = _INT,
        not_static: int = ~_STATIC,
        one_digit: int = _ONE_DIGIT,
        words: memoryview = words,
    ) -> int | None:
        top = (words[(words[(words[(id(frame) >> 2) + f_frame] >> 2) + stack_pointer] >> 2) - 1 - depth] & -4) >> 2
        if top and words[top + 1] == int_type and words[top + 2] & not_static == one_digit:
            return words[top + 3]
        return None

    return whole


def _reader_of_addresses(words: memoryview) -> Callable[..., int]:
    def address(
        frame: FrameType,
        depth: int = 0,
        f_frame: int = _F_FRAME,
        stack_pointer: int = _STACK_POINTER,
        words: memoryview = words,
    ) -> int:
        return words[(words[(words[(id(frame) >> 2) + f_frame] >> 2) + stack_pointer] >> 2) - 1 - depth] & -4

    return address


def works() -> bool:
    """Whether this interpreter's frames are laid out as expected: looks at a local variable and at a value pushed."""
    if sys.version_info[:2] != (3, 14) or sys.maxsize != 2**31 - 1:
        return False
    seen: list[Any] = []
    stack = ValueStack()

    def peek(mark: object) -> object:
        seen.append(stack.variable(sys._getframe(), 0))
        return mark

    mark = object()
    return peek(mark) is mark and seen == [mark]
