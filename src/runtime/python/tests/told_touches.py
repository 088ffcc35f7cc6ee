"""Touches in words, and objects of a program for tests to touch."""

from typing import Any

from faultline.accesses.touch import OUTSIDE, UNSEEN

_TESTS = __file__.rpartition("/")[0]


def locate(file: str) -> str | None:
    """The files of the tests are the program's."""
    return file.rpartition("/")[2] if file.startswith(_TESTS) else None


class Box:
    """An object of the program's."""

    def __init__(self, *things: Any) -> None:
        self.things = [*things]


def named(touches: Any) -> list[Any]:
    """Each touch by what kind it is, or by name where it stands for what is not looked at; writes with a star."""
    told: list[Any] = []
    for touch in touches:
        kind = {UNSEEN.key: "unseen", OUTSIDE.key: "outside"}.get(touch.key, touch.key[0])
        told.append(kind + ("*" if touch.write and kind not in ("outside", "object") else ""))
    return told
