"""What a call accesses: what a method of something built in belongs to, and what a function of the library is given."""

import bisect
import heapq
import operator
import random
from contextvars import ContextVar
from functools import lru_cache, reduce
from io import TextIOWrapper
from types import BuiltinMethodType, FunctionType, MethodDescriptorType, MethodType, WrapperDescriptorType
from typing import Any

from ..cpython.value_stack import MISSING
from ..source.class_of import class_of
from .containers import container_of, is_iterator, item_of, may_change

WRITING = frozenset(
    "append appendleft extend extendleft insert remove pop popleft clear sort reverse rotate add discard update "
    "setdefault popitem difference_update intersection_update symmetric_difference_update move_to_end subtract "
    "fromlist frombytes byteswap __setitem__ __delitem__ __iadd__".split()
)
# No stub tells the types of its in-place functions.
_operator: Any = operator
# Functions that change what they are given first.
_CHANGING: frozenset[object] = frozenset[object](
    {heapq.heappush, heapq.heappop, heapq.heapify, heapq.heapreplace, heapq.heappushpop, bisect.insort_left}
    | {bisect.insort_right, random.shuffle, operator.setitem, operator.delitem, _operator.iadd, _operator.iconcat}
    | {_operator.ior, _operator.iand, _operator.isub, _operator.ixor, _operator.imul}
)
# The library's own Python that looks at what it is given.
LIBRARY = frozenset({"bisect", "copy", "functools", "heapq", "json", "operator", "pprint", "random", "statistics"})
# Where classes come from that are written in C, or as good as.
_BUILT_IN_CLASSES = frozenset({"builtins", "collections", "itertools", "array"})
# What walks through something while it calls the program back.
_CALLING_BACK: frozenset[object] = frozenset[object]({max, min, map, filter, reduce, list[Any].sort})
_CALLBACKS = frozenset({FunctionType, MethodType})
_Cached: Any = type(lru_cache(len))
_OBJECT_ACCESS: dict[object, bool] = {getattr: False, hasattr: False, setattr: True, delattr: True}
_get = dict[Any, Any].get
_BUILT_IN = (BuiltinMethodType, MethodDescriptorType, WrapperDescriptorType)

# What they hold belongs to one thread, or is nobody's to read.
_NOT_SHARED = frozenset({ContextVar, TextIOWrapper})


class Call:
    """A call that is about to be made: what is called, and with what, none of it accessed."""

    __slots__ = ("called", "receiver", "arguments")

    def __init__(self, called: Any, receiver: Any, arguments: list[Any]) -> None:
        self.called = called
        self.receiver = receiver
        self.arguments = arguments

    @property
    def attribute(self) -> tuple[Any, str, bool] | None:
        """The attribute that `getattr` and its like are asked for: whose, its name, and whether it is written."""
        if type(self.called) is not BuiltinMethodType or len(self.arguments) < 2:
            return None
        write = _OBJECT_ACCESS.get(self.called) if self.called in _OBJECT_ACCESS else None
        owner, name = self.arguments[:2]
        return None if write is None or type(name) is not str else (owner, name, write)

    @property
    def looked_up(self) -> tuple[Any, Any, Any] | None:
        """The dictionary, the key and the value of `dictionary.get(key)`."""
        if self.called is not _get or not self.arguments or container_of(self.receiver) is MISSING:
            return None
        return self.receiver, self.arguments[0], item_of(self.receiver, self.arguments[0])

    def containers(self) -> list[tuple[Any, bool]]:
        """The containers that are accessed, each with whether it is written."""
        kind = class_of(self.called)
        found: list[tuple[Any, bool]] = []
        bound = self.called.__self__ if kind is BuiltinMethodType else self.receiver
        owner = container_of(bound) if kind in (*_BUILT_IN, FunctionType, MethodType) else MISSING
        if kind is MethodType:
            owner = container_of(self.called.__self__)
        if owner is not MISSING and owner is not None:
            found.append((owner, getattr(self.called, "__name__", "") in WRITING))
        if (self._is_built_in() or self._is_library()) and self.called is not exec and self.called is not eval:
            changing = kind is not type and self.called in _CHANGING
            given = [container_of(argument) for argument in self.arguments]
            found += [(one, changing and not index) for index, one in enumerate(given) if one is not MISSING]
        return found

    @property
    def runs_unseen(self) -> bool:
        """Whether C code calls the program back, and meanwhile does what cannot be seen: keeps a cache, walks through a
        container."""
        kind = class_of(self.called)
        if kind is _Cached:
            return True
        walks = self._is_built_in() and (self.called in _CALLING_BACK or _module_of(self.called) == "itertools")
        return walks and any(type(one) in _CALLBACKS for one in self.arguments)

    def changed(self) -> Any:
        """Something else built in that has a state, which the call may change: a stream, an iterator; else MISSING."""
        if self._is_built_in():
            for argument in self.arguments:
                if is_iterator(argument):
                    return argument
        if type(self.called) is BuiltinMethodType:
            owner = self.called.__self__
        elif type(self.called) is MethodDescriptorType:
            owner = self.receiver
        else:
            return MISSING
        return owner if may_change(owner) and type(owner) not in _NOT_SHARED else MISSING

    def _is_library(self) -> bool:
        function = self.called.__func__ if type(self.called) is MethodType else self.called
        return type(function) is FunctionType and function.__module__ in LIBRARY

    def _is_built_in(self) -> bool:
        kind = class_of(self.called)
        return kind in _BUILT_IN or (kind is type and _module_of(self.called) in _BUILT_IN_CLASSES)


def _module_of(called: Any) -> object:
    return getattr(called, "__module__", "")
