"""Which instructions access what the program's data does not show, so that only a search looks at them."""

import dis
from collections.abc import Iterator
from types import CodeType

from .sites import MODULE, Site, codes_of, rebound_names

# With how deep below the top of the value stack lies what matters.
_HIDDEN = {
    "CALL_FUNCTION_EX": "call_ex",
    "LOAD_SUPER_ATTR": "super read",
    "MATCH_CLASS": "match",
    "SEND": "send",
    "GET_YIELD_FROM_ITER": "yield from",
}
# What comes before a name is stored by `def` and `import`.
_DEFINES = frozenset({"MAKE_FUNCTION", "SET_FUNCTION_ATTRIBUTE", "IMPORT_NAME", "IMPORT_FROM"})
# Whoever uses these can change any variable of a module.
_INDIRECT = frozenset({"globals", "vars", "setattr", "exec", "__dict__", "__import__"})


def hidden_sites_of(code: CodeType) -> Iterator[tuple[int, Site]]:
    """The sites of one code object that `sites_of` leaves out, by offset."""
    for instruction in dis.get_instructions(code):
        kind = _HIDDEN.get(instruction.opname)
        if kind is not None:
            name = str(instruction.argval)
            yield instruction.offset, Site(kind, name, "", instruction.line_number or 0, instruction.arg or 0, False)


def variables_of(module: CodeType) -> frozenset[str]:
    """Names of globals and closure variables of a module that may change while threads run, as far as anybody reads
    them: all that are not only defined or imported."""
    stored: set[str] = set()
    defined: set[str] = set()
    read: set[str] = set()
    indirect = False
    for code in codes_of(module):
        before = ""
        indirect = indirect or not _INDIRECT.isdisjoint(code.co_names)
        for instruction in dis.get_instructions(code):
            operation, name = instruction.opname, str(instruction.argval)
            if operation in ("STORE_DEREF", "DELETE_DEREF") or (
                operation in ("STORE_NAME", "DELETE_NAME") and code.co_name == MODULE
            ):
                (defined if before in _DEFINES else stored).add(name)
            elif operation in ("LOAD_GLOBAL", "LOAD_DEREF"):
                read.add(name)
            before = operation
    if indirect:
        return frozenset(stored | (read - defined)) | rebound_names(module)
    return frozenset(stored & read) | rebound_names(module)
