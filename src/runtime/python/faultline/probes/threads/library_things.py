"""The library's own things for threads: that one was looked at says nothing about the program's data."""

from ...accesses.classes import module_of
from ...accesses.touch import Touch

_LIBRARY = ("threading", "_thread", "queue", "_queue", "concurrent.futures", "asyncio", "contextvars", "logging")


def is_of_library(touch: Touch) -> bool:
    """Whether what is touched is such a thing, or belongs to one."""
    thing: object = touch.owner if touch.key[0] == "attribute" else touch.value
    return module_of(type(thing)).startswith(_LIBRARY)
