"""What leaves Python, as JSON: `json` is written in Python, and a program may change how it works."""

from _json import encode_basestring_ascii
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from ..source.class_of import class_of
from .facts import exact

# What JSON can say.
Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"

_in_tuple: Callable[[Any], Iterator[Any]] = vars(tuple)["__iter__"]
_in_list: Callable[[Any], Iterator[Any]] = vars(list)["__iter__"]
_WORDS = {None: "null", True: "true", False: "false"}


def to_json(value: Any) -> str:
    """The JSON of what consists of dictionaries, lists, tuples, texts, finite numbers, booleans and None."""
    kind = class_of(value)
    if kind is str:
        return encode_basestring_ascii(value)
    if kind is int:
        return int.__repr__(value)
    if value is None or kind is bool:
        return _WORDS[value]
    if kind is list or kind is tuple:
        return f"[{','.join([to_json(item) for item in value])}]"
    if kind is dict:
        return f"{{{','.join([f'{to_json(exact(key))}:{to_json(item)}' for key, item in value.items()])}}}"
    if kind is float:
        return float.__repr__(value)
    # A subclass by which a program's value got here: what it is in C.
    if issubclass(kind, str):
        return encode_basestring_ascii(exact(value))
    if issubclass(kind, int):
        return int.__repr__(value)
    if issubclass(kind, (list, tuple)):
        return to_json([*_in_tuple(value)] if issubclass(kind, tuple) else [*_in_list(value)])
    raise TypeError(f"no JSON for {kind.__qualname__}")
