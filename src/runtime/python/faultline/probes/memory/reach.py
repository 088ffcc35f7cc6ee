"""Reach: which modules the reader of a program knows of: its own, those it imports, and those that these import."""

import sys
from types import CodeType, FunctionType, ModuleType
from typing import Any

from ...source.class_of import class_of
from ...source.locate import Locate
from ...source.module_names import file_of, names_in
from .holders import Holder

OWN, IMPORTED, BEHIND, UNHEARD_OF = range(4)

_names_of: Any = type.__dict__["__dict__"]


def modules_by_reach(locate: Locate) -> dict[int, Holder]:
    """The names of all modules, by the address of their dictionary, with how near each is to the program."""
    modules = [(name, module) for name, module in list(sys.modules.items()) if type(name) is str]
    names_by = {name: names for name, module in modules if (names := names_in(module)) is not None}
    own = {name for name, module in modules if (file := file_of(module)) is not None and locate(file) is not None}
    nearness = dict.fromkeys(own, OWN)
    todo, near = own, IMPORTED
    while todo:
        found = {one for name in todo for one in _mentioned(names_by[name], code=near == IMPORTED) if one in names_by}
        todo = found - nearness.keys()
        nearness.update(dict.fromkeys(todo, near))
        near = BEHIND
    holders: dict[int, Holder] = {}
    # By nearness: a module may be listed under a second name, as `__main__` is.
    for name in sorted(names_by, key=lambda name: nearness.get(name, UNHEARD_OF)):
        shown = name if name != "__main__" else ""
        holders.setdefault(id(names_by[name]), Holder(names_by[name], shown, nearness.get(name, UNHEARD_OF)))
    return holders


def _mentioned(names: dict[str, Any], *, code: bool) -> set[str]:
    """The modules that a module has names for, or names from."""
    found: set[str] = set()
    for value in list(names.values()):
        kind = class_of(value)
        if kind is ModuleType:
            found |= _with_packages(value.__name__)
        elif kind is FunctionType:
            found |= _with_packages(value.__module__)
            found |= _in_code(value.__code__) if code and value.__globals__ is names else set()
        elif issubclass(kind, type):
            inside = _names_of.__get__(value)
            found |= _with_packages(inside.get("__module__"))
            for function in inside.values() if code else ():
                found |= _in_code(function.__code__) if type(function) is FunctionType else set()
    return found


def _in_code(code: CodeType) -> set[str]:
    """What a function may import when it is called: every name in it that a module has."""
    inner = (one for one in code.co_consts if type(one) is CodeType)
    return {*code.co_names}.union(*map(_in_code, inner))


def _with_packages(name: object) -> set[str]:
    if type(name) is not str:
        return set()
    parts = name.split(".")
    return {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
