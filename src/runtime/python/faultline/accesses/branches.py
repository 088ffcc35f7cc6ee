"""Of an instruction: whether what it reads decides a branch, and whether rewriting has put it there."""

import dis

# A condition is taken to be no longer than so many instructions.
_FAR = 16


def decides(instructions: list[dis.Instruction], index: int) -> bool:
    """Whether a branch comes before the value of the instruction can have been put anywhere."""
    past = 0
    for _ in range(_FAR):
        while index < len(instructions) and instructions[index].offset < past:
            index += 1
        if index == len(instructions):
            return False
        instruction = instructions[index]
        if instruction.opname.startswith("POP_JUMP_IF"):
            if not is_made(instruction):
                return True
            # The program goes on where it leads.
            past = int(instruction.argval)
        elif instruction.opname.startswith(("STORE_", "POP_TOP", "RETURN", "JUMP", "FOR_ITER", "YIELD")):
            return False
        index += 1
    return False


def is_made(instruction: dis.Instruction) -> bool:
    """Whether rewriting (`coroutine_threads/marks.py`) has put it there: its place in the source has no width."""
    where = instruction.positions
    return where is not None and where.col_offset is not None and where[::2] == where[1::2]
