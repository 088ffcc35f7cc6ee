"""What leaves Python, as JSON: `json` is written in Python, and a program may change how it works."""

from _json import encode_basestring_ascii
from typing import Any

from .facts import exact

_WORDS = {None: "null", True: "true", False: "false"}


def to_json(value: Any) -> str:
    """The JSON of what consists of dictionaries, lists, tuples, texts, finite numbers, booleans and None."""
    kind = type(value)
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
        return to_json([*tuple.__iter__(value)] if issubclass(kind, tuple) else [*list.__iter__(value)])
    raise TypeError(f"no JSON for {kind.__qualname__}")
