"""What a call accesses besides what it is given: what is inside of that, and what the library's code keeps."""

import sys
from collections.abc import Iterator
from functools import partial
from types import FunctionType, GeneratorType, MethodType, MethodWrapperType, ModuleType, WrapperDescriptorType
from typing import Any

from ..cpython.value_stack import MISSING
from .access import OUTSIDE, UNSEEN, Access
from .accesses import AccessReader
from .calls import WRITING, Call
from .containers import container_of
from .library import Library, bound_to
from .nested import Nested, contents
from .sites import Site

# By address: functions that look at what they are given, and not into it, or run it.
_SHALLOW = frozenset(
    map(
        id,
        (
            len,
            list,
            tuple,
            set,
            dict,
            frozenset,
            iter,
            next,
            enumerate,
            zip,
            reversed,
            range,
            isinstance,
            issubclass,
            id,
        )
        + (type, callable, any, all, bool, map, filter, getattr, setattr, hasattr, delattr, int, float, super, object)
        + (exec, eval),
    )
)
# Methods that compare or show what is in a container.
_DEEP = frozenset("remove index count sort __contains__ __eq__ __ne__ __lt__ __gt__ __repr__ __str__ format".split())
_ACCESS = {"__getattribute__": False, "__setattr__": True, "__delattr__": True}
_CALLBACKS = frozenset({FunctionType, MethodType})
# What calls the program for each of the values that it gives.
_GIVING = frozenset({GeneratorType, map, filter})


class HiddenCalls:
    """One for each execution."""

    def __init__(self, reader: AccessReader, library: Library, nested: Nested) -> None:
        self._reader = reader
        self._library = library
        self._nested = nested
        # What is printed there is heard by nobody.
        self._streams = (id(sys.stdout), id(sys.stderr))

    def all(self, site: Site, call: Call) -> Iterator[Access]:
        """What a call accesses, shown or not."""
        shown = self._reader.call(site, call)
        if shown is not None:
            yield from shown.all()
        yield from self.besides(site, call)

    def besides(self, site: Site, call: Call) -> Iterator[Access]:
        """What a call accesses that `AccessReader` does not tell."""
        called = call.called
        if type(called) is partial:
            given = [*called.args, *call.arguments, *called.keywords.values()]
            yield from self.all(site, Call(called.func, MISSING, given))
            return
        whose = self._library.whose(called)
        if whose == "program" or called is MISSING:
            return
        arguments = [one for one in call.arguments if id(one) not in self._streams]
        if whose == "threads":
            if self.hands_over(call):
                yield UNSEEN
            return
        receiver = bound_to(called)
        receiver = call.receiver if receiver is None else receiver
        recorded_access = self._access(called, receiver, arguments)
        if recorded_access is not None:
            yield from recorded_access.all()
        elif called is vars and arguments and not issubclass(type(arguments[0]), ModuleType):
            yield UNSEEN
        elif id(called) not in _SHALLOW and id(receiver) not in self._streams:
            yield from self._looked_into(called, receiver, arguments, outside=whose == "outside")
        if called is print and id(sys.stdout) not in self._streams:
            yield from self._nested.inside([sys.stdout])

    def hands_over(self, call: Call) -> bool:
        """Whether the call gives a thread something to call that is not followed, and may access what others do."""
        if self._library.whose(call.called) != "threads":
            return False
        return any(self._is_unfollowed(one, call.called, call.arguments) for one in call.arguments)

    def _looked_into(self, called: Any, receiver: Any, arguments: list[Any], *, outside: bool) -> Iterator[Access]:
        if outside:
            yield OUTSIDE
        name = getattr(called, "__name__", "")
        container = container_of(receiver)
        calls_back = any(type(one) in _CALLBACKS for one in arguments)
        if container is not MISSING:
            if name in WRITING and any(type(one) in _GIVING for one in arguments):
                yield UNSEEN
            if name in _DEEP:
                yield from self._nested.inside([receiver, *arguments])
            return
        if self._library.state_of(receiver) is not None:
            yield from self._nested.state(receiver)
            if calls_back:
                yield UNSEEN
        is_built_in = self._library.is_built_in(called)
        yield from self._nested.inside(arguments, write=outside, attributes=not is_built_in)
        if calls_back and not is_built_in and any(container_of(one) is not MISSING for one in arguments):
            yield UNSEEN

    def _access(self, called: Any, receiver: Any, arguments: list[Any]) -> Access | None:
        """`object.__setattr__(owner, name, value)` and the like."""
        if type(called) not in (WrapperDescriptorType, MethodWrapperType) or called.__name__ not in _ACCESS:
            return None
        given = arguments if receiver is MISSING else [receiver, *arguments]
        if len(given) < 2 or type(given[1]) is not str:
            return None
        return self._reader.attribute(given[0], given[1], "", write=_ACCESS[called.__name__])

    def _is_unfollowed(self, one: Any, called: Any, arguments: list[Any]) -> bool:
        if type(one) is partial:
            return self._library.whose(one.func) != "program"
        if not callable(one):
            return False
        whose = self._library.whose(one)
        if whose in ("program", "threads"):
            return False
        bound = bound_to(one)
        if whose == "outside" or self._library.state_of(bound) is not None:
            return True
        given = [bound, *(other for other in arguments if other is not one)]
        if getattr(called, "__name__", "") == "map":
            # It is called with what is in them.
            given = [
                part for other in given for part in ([other] if container_of(other) is MISSING else contents(other))
            ]
        return any(True for _ in self._nested.inside(given))
