"""What rewritten code calls: how it finds variants, awaits them, and comes to switch points."""

import contextvars
import functools
import operator
import sys
from collections.abc import Awaitable, Callable
from types import BuiltinFunctionType, CoroutineType, FunctionType, MethodType, TracebackType
from typing import Any

from ..source.class_of import class_of
from . import marks
from .switching import SWITCH, Escaped, immediately, switched, through
from .variants import Variants

Run = Callable[..., Any]

# No stub tells the types of its in-place functions.
_operator: Any = operator
_IN_PLACE: dict[str, Run] = {
    "Add": _operator.iadd,
    "Sub": _operator.isub,
    "Mult": _operator.imul,
    "MatMult": _operator.imatmul,
    "Div": _operator.itruediv,
    "Mod": _operator.imod,
    "Pow": _operator.ipow,
    "LShift": _operator.ilshift,
    "RShift": _operator.irshift,
    "BitOr": _operator.ior,
    "BitXor": _operator.ixor,
    "BitAnd": _operator.iand,
    "FloorDiv": _operator.ifloordiv,
}


class _Slot(list[Any]):
    """Holds a value between two calls of one expression. A class of its own, so that nobody takes it for the
    program's."""


async def _made(cls: type[Any], init: Run, /, *args: Any, **kwargs: Any) -> Any:
    """What calling the class gives."""
    made = cls.__new__(cls, *args, **kwargs)
    result = through(await init(made, *args, **kwargs))
    if result is not None:
        raise TypeError(f"__init__() should return None, not {type(result).__name__!r}")
    return made


class Calls:
    """`tick` counts a switch point, `wanted` then tells whether another thread is to go on; `run_in` calls a variant in
    a `contextvars.Context`."""

    def __init__(self, variants: Variants, tick: Run, wanted: Callable[[], bool], run_in: Run) -> None:
        self._variants = variants
        self._run_in = run_in
        variants.codes.add(id(_made.__code__))
        variants.meanings = {
            **self._operations(variants.codes, tick, wanted),
            marks.THROUGH: through,
            marks.RESOLVE: self.resolve,
            marks.SWITCH: SWITCH,
            marks.ESCAPED: lambda: Escaped(sys.exc_info()[1]),
            marks.ENTERING: self._entering,
            marks.STOP_ITERATION: StopIteration,
            **{marks.IN_PLACE + name: function for name, function in _IN_PLACE.items()},
        }

    def _entering(self, manager: Any) -> "_Entering":
        return _Entering(manager, self)

    def resolve(self, function: Any) -> Any:
        """The variant of what is about to be called, or the thing itself."""
        kind = class_of(function)
        if kind is FunctionType:
            return self._variants.of(function) or function
        if kind is MethodType:
            inner = self.resolve(function.__func__)
            return function if inner is function.__func__ else MethodType(inner, function.__self__)
        if kind is BuiltinFunctionType:
            if type(function.__self__) is contextvars.Context and function.__name__ == "run":
                return functools.partial(self._run, function.__self__)
            return function
        if kind is type:
            return self._class(function)
        if kind is functools.partial:
            inner = self.resolve(function.func)
            return function if inner is function.func else functools.partial(inner, *function.args, **function.keywords)
        return self._instance(function)

    def is_variant(self, result: Any) -> bool:
        """Whether what a call gave is to be awaited."""
        return type(result) is CoroutineType and id(result.cr_code) in self._variants.codes

    async def called(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Calls a function, by way of its variant where it has one."""
        result = self.resolve(function)(*args, **kwargs)
        return through(await result) if self.is_variant(result) else result

    def _class(self, cls: Any) -> Any:
        """A class that is called: by the variant of its `__init__`, where making one is nothing but that."""
        init = cls.__init__
        if type(init) is not FunctionType or cls.__new__ is not object.__new__:
            return cls
        variant = self._variants.of(init)
        return cls if variant is None else functools.partial(_made, cls, variant)

    def _instance(self, function: Any) -> Any:
        """An object that is called: by its class's `__call__`, if that is written in Python."""
        call: object = getattr(class_of(function), "__call__", None)  # noqa: B004 (it is looked at, not asked for)
        if isinstance(function, type) or type(call) is not FunctionType:
            return function
        inner = self.resolve(call)
        return function if inner is call else MethodType(inner, function)

    def _run(self, context: contextvars.Context, function: Any, *args: Any, **kwargs: Any) -> Any:
        variant = self.resolve(function)
        if variant is function:
            return context.run(function, *args, **kwargs)
        return self._run_in(context, variant, args, kwargs)

    @staticmethod
    def _operations(codes: set[int], tick: Run, wanted: Callable[[], bool]) -> dict[str, Run]:
        slot = _Slot()
        put = slot.append

        def point() -> bool:
            """Counts a point; True when the thread is to be switched out."""
            tick(None, 0)
            return wanted()

        def more(result: Any) -> bool:
            """Puts by what a call gave. True when there is something to await before it can be taken: the variant that
            was called, or another thread's turn, as there is a point after each call."""
            if type(result) is CoroutineType and id(result.cr_code) in codes:
                put(result)
                return True
            tick(None, 0)
            if wanted():
                put(switched(result))
                return True
            put(result)
            return False

        def more_inside(result: Any) -> bool:
            """The same inside the library, where there are no points."""
            put(result)
            return type(result) is CoroutineType and id(result.cr_code) in codes

        return {marks.POINT: point, marks.MORE: more, marks.MORE_INSIDE: more_inside, marks.TAKE: slot.pop}


class _Entering:
    """A `with` statement: enters and leaves by the variants of `__enter__` and `__exit__`."""

    __slots__ = ("_calls", "_enter", "_exit", "_manager")

    def __init__(self, manager: Any, calls: Calls) -> None:
        cls: Any = class_of(manager)
        try:
            self._enter, self._exit = cls.__enter__, cls.__exit__
        except AttributeError:
            # Says in the interpreter's own words what is missing.
            with manager:
                raise
        self._manager = manager
        self._calls = calls

    def __aenter__(self) -> Awaitable[Any]:
        # No frame of ours is to stand between the program and the lock that it waits for.
        result = self._calls.resolve(self._bound(self._enter))()
        return result if self._calls.is_variant(result) else immediately(result)

    def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Awaitable[Any]:
        return self._calls.called(self._bound(self._exit), kind, error, trace)

    def _bound(self, way: Any) -> Any:
        return way.__get__(self._manager, type(self._manager))
