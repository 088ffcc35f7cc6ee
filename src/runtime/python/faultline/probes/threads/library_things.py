"""The library's own things for threads: that one was looked at says nothing about the program's data."""

from ...accesses.access import Access
from ...accesses.classes import module_of

_LIBRARY = ("threading", "_thread", "queue", "_queue", "concurrent.futures", "asyncio", "contextvars", "logging")


def is_of_library(access: Access) -> bool:
    """Whether what is accessed is such a thing, or belongs to one."""
    thing: object = access.owner if access.key[0] == "attribute" else access.value
    return module_of(type(thing)).startswith(_LIBRARY)
