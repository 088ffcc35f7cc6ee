"""Variables whose containers no other thread can get hold of."""

import dis
from types import CodeType

# What builds a value that nobody else can have yet.
_FRESH = frozenset({"BUILD_LIST", "BUILD_MAP", "BUILD_SET", "LIST_EXTEND", "LIST_APPEND", "SET_ADD", "MAP_ADD"})
_STORES = frozenset({"STORE_FAST", "STORE_FAST_MAYBE_NULL", "STORE_NAME"})
LOADS = frozenset({"LOAD_FAST", "LOAD_FAST_BORROW", "LOAD_FAST_CHECK", "LOAD_NAME"})
# What uses the value that was loaded just before, and lets nobody keep it.
_USES = frozenset({"GET_ITER", "TO_BOOL", "UNPACK_SEQUENCE"})


def private_names(code: CodeType, instructions: list[dis.Instruction], used_elsewhere: set[str]) -> set[object]:
    """Variables of `code` that only ever hold containers made right there, and that are never handed on."""
    fresh: set[object] = set()
    other: set[object] = {*code.co_cellvars, *used_elsewhere}
    for index, instruction in enumerate(instructions):
        operation: str = instruction.opname
        names: tuple[object, ...] | str | int | None = instruction.argval
        before = instructions[index - 1] if index else instruction
        after = instructions[index + 1] if index + 1 < len(instructions) else instruction
        if operation in _STORES:
            # Where branches meet, as after `shared or []`, it may be another's.
            (fresh if before.opname in _FRESH and not instruction.is_jump_target else other).add(names)
        elif operation in LOADS:
            if not _only_uses(after):
                other.add(names)
        elif isinstance(names, tuple):
            # Two loads or stores in one instruction.
            other.update(names)
    return fresh - other


def _only_uses(instruction: dis.Instruction) -> bool:
    is_method = instruction.opname == "LOAD_ATTR" and bool((instruction.arg or 0) & 1)
    return is_method or instruction.opname in _USES
