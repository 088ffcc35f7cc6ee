"""Accesses in words, and objects of a program for tests to access."""

from collections.abc import Iterable
from typing import Any

from faultline.accesses.access import OUTSIDE, UNSEEN

_TESTS = __file__.rpartition("/")[0]
_WHAT_IS_NOT_LOOKED_AT: dict[tuple[Any, ...], str] = {UNSEEN.key: "unseen", OUTSIDE.key: "outside"}


def locate(file: str) -> str | None:
    """The files of the tests are the program's."""
    return file.rpartition("/")[2] if file.startswith(_TESTS) else None


class Box:
    """An object of the program's."""

    def __init__(self, *things: Any) -> None:
        self.things = [*things]


def named(accesses: Iterable[Any]) -> list[str]:
    """Each access by what kind it is, or by name where it stands for what is not looked at; writes with a star."""
    told: list[str] = []
    for access in accesses:
        kind: str = _WHAT_IS_NOT_LOOKED_AT.get(access.key) or access.key[0]
        told.append(kind + ("*" if access.write and kind not in ("outside", "object") else ""))
    return told
