"""Which instructions of a code object access what threads may share, found before it runs."""

import dis
import inspect
from collections.abc import Iterator
from types import CodeType
from typing import NamedTuple, cast

from ..pristine.reporters import line_of
from .branches import decides, is_made
from .private import LOADS, private_names

_SUBSCRIPT = "[]"
MODULE = "<module>"
# Methods that look at nothing that they are given, or are given nothing.
_KEEPING = frozenset("append appendleft insert pop popleft popitem clear sort reverse copy keys values items".split())

GLOBALS = {
    "LOAD_GLOBAL": "read",
    "LOAD_NAME": "read",
    "STORE_GLOBAL": "write",
    "STORE_NAME": "write",
    "DELETE_GLOBAL": "delete",
    "DELETE_NAME": "delete",
}
_NAMES = frozenset({"LOAD_NAME", "STORE_NAME", "DELETE_NAME"})
CELLS = {"LOAD_DEREF": "read", "STORE_DEREF": "write", "DELETE_DEREF": "delete"}
# Instructions that look at a whole container, which lies so deep below the top of the value stack.
WHOLE = {
    "GET_ITER": 0,
    "TO_BOOL": 0,
    "UNPACK_SEQUENCE": 0,
    "UNPACK_EX": 0,
    "LIST_EXTEND": 0,
    "SET_UPDATE": 0,
    "DICT_UPDATE": 0,
    "DICT_MERGE": 0,
    "FORMAT_SIMPLE": 0,
    "FORMAT_WITH_SPEC": 1,
    "CONVERT_VALUE": 0,
    "GET_LEN": 0,
    "MATCH_KEYS": 1,
    "BINARY_SLICE": 2,
}


class Site(NamedTuple):
    """An instruction that accesses something. `kind` says how to look at it, `number` is its argument where needed."""

    kind: str
    name: str
    label: str
    line: int
    number: int
    # Whether what is read decides a branch.
    test: bool


def sites_of(code: CodeType, rebound: frozenset[str]) -> dict[int, Site]:
    """The sites of one code object by offset. `rebound` are the variables that do not keep their first value."""
    return dict(_find(code, rebound))


def rebound_names(module: CodeType) -> frozenset[str]:
    """Names of globals and closure variables of a module that functions store, or that are stored in two places."""
    names: set[str] = set()
    for code in codes_of(module):
        seen: set[str] = set()
        for instruction in dis.get_instructions(code):
            operation, name = instruction.opname, str(instruction.argval)
            if operation in ("STORE_GLOBAL", "DELETE_GLOBAL") or (
                operation in ("STORE_DEREF", "DELETE_DEREF") and name in code.co_freevars
            ):
                names.add(name)
            elif operation == "STORE_DEREF" or (operation == "STORE_NAME" and code.co_name == MODULE):
                if name in seen:
                    names.add(name)
                seen.add(name)
    return frozenset(names)


def codes_of(code: CodeType) -> Iterator[CodeType]:
    """A code object and all those inside it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from codes_of(constant)


def _find(code: CodeType, rebound: frozenset[str]) -> Iterator[tuple[int, Site]]:
    instructions = list(dis.get_instructions(code))
    private = _private(code, instructions)
    is_class = code.co_name != MODULE and not code.co_flags & inspect.CO_OPTIMIZED
    methods: dict[tuple[int | None, int | None], tuple[str, bool]] = {}
    for index, instruction in enumerate(instructions):
        if is_made(instruction):
            continue
        operation, name = instruction.opname, str(instruction.argval)
        before = instructions[index - 1] if index else instruction
        own = before.opname in LOADS and before.argval in private
        start = _start(instruction)
        kind = number = None
        label = name
        if operation in GLOBALS or operation in CELLS:
            # Names in the body of a class are attributes to be.
            if name in rebound and not (is_class and operation in _NAMES):
                kind = ("global " if operation in GLOBALS else "cell ") + {**GLOBALS, **CELLS}[operation]
                number = instruction.arg or 0 if operation in CELLS else None
        elif operation == "LOAD_ATTR" and ((instruction.arg or 0) & 1 or is_made(instructions[index + 1])):
            # What it is given may be another's, and looked at: `private.extend(shared)`.
            methods[start] = (_text(code, before), own and name in _KEEPING)
        elif own:
            continue
        elif operation in ("LOAD_ATTR", "STORE_ATTR", "DELETE_ATTR"):
            kind, label = "attribute " + _does(operation), _text(code, instruction)
        elif (operation, instruction.argrepr) == ("BINARY_OP", _SUBSCRIPT):
            kind, label = "item read", _text(code, instruction)
        elif operation in ("STORE_SUBSCR", "DELETE_SUBSCR"):
            kind, label = "item " + _does(operation), _text(code, instruction)
        elif operation == "STORE_SLICE":
            kind, label = "slice write", _text(code, instruction)
        elif operation in ("BINARY_OP", "COMPARE_OP") and before.opname == "LOAD_SMALL_INT":
            if not instruction.argrepr.startswith("*"):
                # No container goes with a number, unless it is repeated.
                continue
            kind, label = "in place" if instruction.argrepr == "*=" else "both", _text(code, before)
        elif operation == "BINARY_OP":
            kind, label = "in place" if instruction.argrepr.endswith("=") else "both", _text(code, before)
        elif operation == "COMPARE_OP":
            kind, label = "both", _text(code, before)
        elif operation == "CONTAINS_OP":
            kind, label = "contains", _text(code, before)
        elif operation == "FOR_ITER":
            of = instructions[index - 2]
            if before.opname == "GET_ITER" and of.opname in LOADS and of.argval in private:
                continue
            kind, label = "next", ""
            name = _text(code, before)[:6] + name if before.opname == "GET_ITER" else name  # with what it loops over
        elif operation in ("YIELD_VALUE", "RETURN_VALUE") and code.co_flags & inspect.CO_GENERATOR:
            kind, label = "yield", ""
        elif operation in WHOLE:
            kind, number, label, name = "whole", WHOLE[operation], _text(code, before), operation
        if operation in ("CALL", "CALL_KW"):
            label, keeps = methods.get(start, ("", False))
            if not keeps:
                kind, number = operation.lower(), instruction.arg or 0
        if kind is not None:
            line, tested = instruction.line_number or 0, decides(instructions, index)
            yield instruction.offset, Site(kind, name, label, line, number or 0, tested)


def _does(operation: str) -> str:
    return {"LOAD": "read", "STORE": "write", "DELETE": "delete"}[operation.partition("_")[0]]


def _private(code: CodeType, instructions: list[dis.Instruction]) -> set[object]:
    # What a function of the module uses is not the module's alone.
    inner = {name for one in codes_of(code) if one is not code for name in one.co_names}
    return private_names(code, instructions, inner if code.co_name == MODULE else set())


def _start(instruction: dis.Instruction) -> tuple[int | None, int | None]:
    where = instruction.positions
    return (None, None) if where is None else (where.lineno, where.col_offset)


def _text(code: CodeType, instruction: dis.Instruction) -> str:
    """The source of an instruction, when it is on one line."""
    loaded: object = instruction.argval
    if isinstance(loaded, tuple):
        # Two loads in one instruction stand where the first does: the second lies on top.
        return str(cast("tuple[object, ...]", loaded)[-1])
    where = instruction.positions
    if where is None or where.lineno is None or where.lineno != where.end_lineno:
        return ""
    line = line_of(code.co_filename, where.lineno).encode()
    return line[where.col_offset : where.end_col_offset].decode(errors="replace")
