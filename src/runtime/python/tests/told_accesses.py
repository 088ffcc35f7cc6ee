"""Accesses in words, and objects of a program for tests to access."""

from typing import Any

from faultline.accesses.access import OUTSIDE, UNSEEN

_TESTS = __file__.rpartition("/")[0]


def locate(file: str) -> str | None:
    """The files of the tests are the program's."""
    return file.rpartition("/")[2] if file.startswith(_TESTS) else None


class Box:
    """An object of the program's."""

    def __init__(self, *things: Any) -> None:
        self.things = [*things]


def named(accesses: Any) -> list[Any]:
    """Each access by what kind it is, or by name where it stands for what is not looked at; writes with a star."""
    told: list[Any] = []
    for access in accesses:
        kind = {UNSEEN.key: "unseen", OUTSIDE.key: "outside"}.get(access.key, access.key[0])
        told.append(kind + ("*" if access.write and kind not in ("outside", "object") else ""))
    return told
