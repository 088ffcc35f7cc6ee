"""Copies of the modules that tell of failures, `traceback` and `linecache`, which a program does not find and cannot
change."""

import importlib
import importlib.util
import linecache
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from .facts import (
    all_linked,
    answers_itself,
    earlier_of,
    entries_of,
    exact,
    is_deep,
    kind_of,
    message_of,
    text_of,
    traceback_of,
)
from .halt import Halt
from .names import OWN_NAMES

# What they import only when they need it. The program may have files of these names; not every Python has all of them.
_NEEDED = ("ast", "tokenize", "unicodedata", "_suggestions", "os", "sys")


_MOST_SHORT = 40
_CAUSED = "The above exception was the direct cause of the following exception:"
_MEANWHILE = "During handling of the above exception, another exception occurred:"


def _as_it_is(module: ModuleType) -> ModuleType:
    """The module with the attributes that it has now."""
    copy = ModuleType(module.__name__)
    vars(copy).update(vars(module))
    return copy


def _needed() -> dict[str, ModuleType]:
    found: dict[str, ModuleType] = {}
    for name in _NEEDED:
        try:
            found[name] = _as_it_is(importlib.import_module(name))
        except ImportError:
            continue
    return found


_known = _needed()


def _import(name: str, _globals: Any = None, _locals: Any = None, names: Any = (), level: int = 0) -> Any:
    """Loads nothing: a report of an `ImportError` asks for the module again, and its body must not run for that."""
    module = _known.get(name) or sys.modules.get(name)
    if module is None or level:
        raise ImportError(name)
    return module


def _guarded(usual: Callable[..., Any], *instead: Any) -> Callable[..., Any]:
    """Asks an object of the program's, which may have any answer; `instead` is for an object that has none."""

    def ask(*args: Any) -> Any:
        try:
            return usual(*args)
        except Halt:
            raise
        except BaseException:
            return args[2] if len(args) > 2 else instead[0]

    return ask


def _is_instance(thing: object, kind: Any) -> bool:
    return issubclass(type(thing), kind)


def _safe_string(value: object, what: str, func: Callable[[Any], str] = str) -> str:
    return text_of(value, f"<{what} {func.__name__}() failed>", func)


def _copy_of(name: str, names: dict[str, Any]) -> Any:
    """The module, run once more. What it has imported is left as it is now."""
    spec = importlib.util.find_spec(name)
    loader: Any = None if spec is None else spec.loader
    copy = ModuleType(name)
    # `importlib` is to be found as usual while the copy is made, and never again.
    vars(copy).update(__builtins__={**names, "__import__": OWN_NAMES["__import__"]}, __spec__=spec, __package__="")
    exec(loader.get_code(name), vars(copy))
    vars(copy)["__builtins__"]["__import__"] = _import
    for key, value in [*vars(copy).items()]:
        if type(value) is ModuleType:
            vars(copy)[key] = _known.get(value.__name__) or _as_it_is(value)
    return copy


_NAMES = {
    **OWN_NAMES,
    "isinstance": _is_instance,
    "dir": _guarded(dir, []),
    "hasattr": _guarded(hasattr, False),
    "getattr": _guarded(getattr, None),
}

_known["tokenize"] = _copy_of("tokenize", dict(OWN_NAMES))
_linecache = _known["linecache"] = _copy_of("linecache", dict(OWN_NAMES))
_traceback = _copy_of("traceback", _NAMES)
_traceback.linecache = _linecache
_traceback._safe_string = _safe_string
# Libraries put lines of code that they have made into the cache.
_linecache.cache = linecache.cache


def report_of(error: BaseException) -> str:
    """The exception as CPython reports it, or shorter if it does not let itself be asked. Raises nothing but `Halt`."""
    try:
        # The report of a long chain is as long a chain itself.
        if not is_deep(error) and not any(answers_itself(one) for one in all_linked(error)):
            return exact("".join(_traceback.TracebackException.from_exception(error).format()))
    except Halt:
        raise
    except BaseException:
        pass  # memory may be short, or the recursion deep, or something of the program's has gone into it all the same
    return _short_report_of(error)


def _short_report_of(error: BaseException) -> str:
    """What CPython falls back to, too: the exception and those before it, without their members, notes and advice."""
    parts: list[str] = []
    current = error
    seen: set[int] = set()
    while True:
        seen.add(id(current))
        parts.append(f"{_lines_of(current)}{_named(current)}\n")
        earlier, caused = earlier_of(current)
        if earlier is None or id(earlier) in seen or len(seen) == _MOST_SHORT:
            # What is not reported is not spoken of.
            break
        current = earlier
        parts.append(f"\n{_CAUSED if caused else _MEANWHILE}\n\n")
    return "".join(reversed(parts))


def _lines_of(error: BaseException) -> str:
    tb = traceback_of(error)
    if tb is None:
        return ""
    try:
        lines = exact("".join(_traceback.format_tb(tb)))
    except Halt:
        raise
    except BaseException:
        lines = "".join(
            [f'  File "{file}", line {line}, in {name}\n' for file, line, name in entries_of(tb)][-_MOST_SHORT:]
        )
    return f"Traceback (most recent call last):\n{lines}"


def _named(error: BaseException) -> str:
    message = message_of(error)
    return f"{kind_of(error)}: {message}" if message else kind_of(error)


def line_of(file: str, number: int) -> str:
    """A line of source, or nothing."""
    try:
        return exact(_linecache.getline(file, number))
    except Halt:
        raise
    except BaseException:
        return ""
