"""A value stack with what a test puts on it: the real one can be read in CPython 3.14 for WebAssembly only."""

from types import CellType, FrameType
from typing import Any, cast

from faultline.cpython.value_stack import MISSING, ValueStack


class HandMadeStack:
    """In the place of `ValueStack`. Variables are those that the frame has."""

    def __init__(self, *values: Any) -> None:
        """`values` from the bottom to the top."""
        self.values: list[Any] = [*values]
        self.cells: list[CellType] = []

    def top(self, _frame: FrameType, depth: int = 0) -> Any:
        """The value so deep below the top."""
        return self.values[-1 - depth] if depth < len(self.values) else MISSING

    def address(self, frame: FrameType, depth: int = 0) -> int:
        """Where that is."""
        return id(self.top(frame, depth))

    def variable(self, _frame: FrameType, index: int) -> Any:
        """The cell with this number."""
        return self.cells[index]

    def words_of_variables(self, frame: FrameType, count: int) -> tuple[int, ...]:
        """What tells the values of the first variables from others."""
        values = frame.f_locals
        return tuple(id(values[name]) if name in values else 0 for name in frame.f_code.co_varnames[:count])

    def all(self, _frame: FrameType) -> list[Any]:
        """All that lies on the stack."""
        return [*self.values]


def stack_of(*values: Any) -> ValueStack:
    """A stack with these values, from the bottom to the top."""
    return cast(ValueStack, HandMadeStack(*values))
