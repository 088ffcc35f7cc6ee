"""A value in a line, without running any code of the program's: a probe must not be felt."""

from collections import OrderedDict, defaultdict, deque
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from ..accesses.classes import name_of
from ..source.class_of import class_of

_PLAIN = frozenset({int, float, complex, str, bytes, bool, type(None), range})
_BRACKETS = {list: "[]", tuple: "()", deque: "[]", set: "{}", frozenset: "{}"}
_DICTS = frozenset({dict, defaultdict, OrderedDict})
_MOST_ITEMS = 20
_DEEPEST = 3
_MOST_CHARS = 200


def shown(value: object) -> str:
    """What `repr` gives for numbers, texts and collections of them; the name of its class for anything else."""
    text = _shown(value, 0)
    return text if len(text) <= _MOST_CHARS else text[: _MOST_CHARS - 1] + "…"


def brief(value: object) -> str | None:
    """The same for what is quickly said, None for anything else: said of what is hardly ever asked for."""
    return _plain(value) if type(value) in _PLAIN else None


def _shown(value: Any, depth: int) -> str:
    kind = class_of(value)
    if kind in _PLAIN:
        return _plain(value)
    if kind in _DICTS:
        items = [f"{_shown(key, depth + 1)}: {_shown(item, depth + 1)}" for key, item in _first(value.items(), depth)]
        return "{" + _joined(items, len(value)) + "}"
    if kind in _BRACKETS:
        items = [_shown(item, depth + 1) for item in _first(value, depth)]
        if kind in (set, frozenset):
            # Their own order depends on where things lie in memory.
            items.sort()
        left, right = _BRACKETS[kind]
        return f"{left}{_joined(items, len(value))}{',' if kind is tuple and len(value) == 1 else ''}{right}"
    if kind in (FunctionType, BuiltinFunctionType, MethodType):
        return str(value.__name__)
    return name_of(value) if issubclass(kind, type) else f"<{name_of(kind)}>"


def _plain(value: object) -> str:
    if isinstance(value, (str, bytes)):
        return repr(value[:_MOST_CHARS])
    try:
        return repr(value)
    except ValueError:
        # An int of more digits than Python turns into text.
        return "<int>"


def _first(items: Any, depth: int) -> list[Any]:
    if depth >= _DEEPEST:
        return []
    return list(items) if len(items) <= _MOST_ITEMS else [item for item, _ in zip(items, range(_MOST_ITEMS))]


def _joined(items: list[str], count: int) -> str:
    return ", ".join(items) + ("" if len(items) == count else ", …" if items else "…")
