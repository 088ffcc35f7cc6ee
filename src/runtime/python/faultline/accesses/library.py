"""What is the library's: whose a function or a class is, and what of the library has a state that a program cannot
see."""

import sys
from functools import partial
from io import BytesIO, StringIO
from types import (
    BuiltinMethodType,
    FunctionType,
    GetSetDescriptorType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
    WrapperDescriptorType,
)
from typing import Any, Literal

from ..source.class_of import class_of
from ..source.locate import Locate
from ..source.module_names import file_of, names_in
from .classes import module_of
from .containers import may_change

# "program": followed instruction by instruction. "threads": tells the scheduler what it does. "pure": keeps all that it
# knows in what it is given. "outside": may keep it anywhere, e.g. in files.
Whose = Literal["program", "threads", "pure", "outside"]

# Packages that use the scheduler's primitives, or have a clock and a context of their own for each thread.
_THREADS = frozenset(
    "threading _thread queue _queue concurrent faultline time contextvars _contextvars asyncio _asyncio logging "
    "sched".split()
)
_PURE = frozenset(
    (
        "builtins math cmath _operator operator json _json copy _copy functools _functools itertools heapq _heapq "
        "bisect _bisect statistics _statistics pprint string textwrap re datetime _datetime collections _collections "
        "array dataclasses typing types enum abc _abc random _random weakref _weakref decimal _decimal fractions "
        "numbers contextlib traceback inspect reprlib struct _struct hashlib _hashlib base64 binascii zlib pickle "
        "_pickle copyreg difflib unicodedata graphlib _weakrefset _collections_abc NoneType"
    ).split()
)
# Classes that only say what others are like, and hold nothing.
_ABSTRACT = frozenset({"typing", "abc", "enum", "_collections_abc", "types", "contextlib"})
_METHODS = (BuiltinMethodType, MethodDescriptorType, WrapperDescriptorType, MethodWrapperType)
_BOUND = (BuiltinMethodType, MethodWrapperType, MethodType)
_COMPUTED = (property, GetSetDescriptorType)
_IN_MEMORY = (StringIO, BytesIO)
_mro: Any = type.__dict__["__mro__"]
_names_of: Any = type.__dict__["__dict__"]


class Library:
    """`locate` tells the program's files from the library's."""

    def __init__(self, locate: Locate) -> None:
        self._locate = locate

    def whose(self, called: Any) -> Whose:
        """Whose code a call runs; for a method written in C, that of its class."""
        kind = class_of(called)
        function = called.__func__ if kind is MethodType else called
        if type(function) is FunctionType:
            file = function.__code__.co_filename
            if self._locate(file) is not None or (file.startswith("<") and not file.startswith("<frozen")):
                return "program"
            return self._of_module(function.__module__)
        if issubclass(kind, type):
            return self.of_class(called)
        if kind in _METHODS:
            bound: object = getattr(called, "__self__", None)
            of: type[object] | None = getattr(called, "__objclass__", None) or (
                None if type(bound) is ModuleType else class_of(bound)
            )
            module = called.__module__ if kind is BuiltinMethodType else None
            return self._of_module(module) if of is None or type(module) is str else self.of_class(of)
        return self.of_class(kind)

    def of_class(self, kind: type) -> Whose:
        """Whose a class is."""
        return self._of_module(module_of(kind))

    def _of_module(self, name: object) -> Whose:
        if type(name) is not str or name == "__main__":
            return "program" if name == "__main__" else "outside"
        package = name.partition(".")[0]
        if package in _THREADS:
            return "threads"
        if package in _PURE:
            return "pure"
        file = file_of(sys.modules.get(name))
        return "program" if file is not None and self._locate(file) is not None else "outside"

    def state_of(self, thing: object) -> Whose | None:
        """Whose class gives `thing` a state that shows only in what its methods do; None where it has none such."""
        kind = class_of(thing)
        if not may_change(thing) or module_of(kind) == "builtins" or kind is partial:
            return None
        for cls in _mro.__get__(kind):
            module, whose = module_of(cls), self.of_class(cls)
            if whose == "threads":
                return None
            if whose in ("pure", "outside") and module != "builtins" and module not in _ABSTRACT:
                return "pure" if issubclass(kind, _IN_MEMORY) else whose
        return None

    def runs_program(self, called: object) -> bool:
        """Whether a call may run code of the program's."""
        return type(called) is partial or self.whose(called) == "program"

    def is_built_in(self, called: Any) -> bool:
        """Whether it is one of the functions and classes that need not be imported, or one of their methods."""
        kind = class_of(called)
        if kind is BuiltinMethodType and type(called.__self__) is ModuleType:
            return called.__module__ == "builtins"
        if kind in _METHODS:
            return module_of(getattr(called, "__objclass__", None) or class_of(called.__self__)) == "builtins"
        return issubclass(kind, type) and module_of(called) == "builtins"

    def is_programs(self, module: ModuleType) -> bool:
        """Whether a module is the program's."""
        return self._of_module((names_in(module) or {}).get("__name__")) == "program"

    def is_computed(self, owner: object, name: str) -> bool:
        """Whether an attribute of a library's class is made when it is read."""
        for cls in _mro.__get__(type(owner)):
            found = _names_of.__get__(cls).get(name)
            if found is not None:
                return type(found) in _COMPUTED and self.of_class(cls) != "program"
        return False


def bound_to(called: Any) -> Any:
    """What a bound method belongs to; None for all else, and for the functions of a module."""
    bound = called.__self__ if type(called) in _BOUND else None
    return None if type(bound) is ModuleType else bound
