"""Increments by a constant, `hits += 1`: between their read and their write no thread of CPython 3.14 can be switched out."""

import dis

# Of a global variable, and of an attribute: all but the operation and the constant.
_GLOBAL = ("LOAD_GLOBAL", (), "STORE_GLOBAL")
_ATTRIBUTE = ("LOAD_ATTR", ("SWAP",), "STORE_ATTR")


def increments_of(instructions: list[dis.Instruction]) -> dict[int, int]:
    """By the offsets of the read and of the write of each increment: the offset of its write; less than 0 where the
    variable does not grow by it."""
    found = {}
    for first, between, last in (_GLOBAL, _ATTRIBUTE):
        names = (first, "LOAD_SMALL_INT", "BINARY_OP", *between, last)
        for index in range(len(instructions) - len(names) + 1):
            part = instructions[index : index + len(names)]
            if tuple(one.opname for one in part) != names or part[0].argval != part[-1].argval:
                continue
            operation = part[2].argrepr
            if operation in ("+=", "-=") and not any(one.is_jump_target for one in part[1:]):
                end = part[-1].offset
                found[part[0].offset] = found[end] = end if operation == "+=" else -end
    return found
