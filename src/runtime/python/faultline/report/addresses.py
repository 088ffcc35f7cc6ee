"""Addresses in what a run says: those of memory differ from run to run, so they are reported in made-up ones."""

import re
from collections.abc import Iterable
from itertools import count

from ..pristine.json_text import Json

# As CPython's own `repr` writes them. Other numbers of the program's stay as they are.
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
# Numbers that may be addresses, however the program writes them: also `f"{id(one):08x}"`.
_NUMBER = re.compile(r"\b(?:0[xX])?[0-9a-fA-F]{5,}\b")
_SIGN = " at 0x"
_FIRST, _STEP = 0x100_0000, 0x10


class Addresses:
    """Gives each address another one, in the order of their first appearance, if runs are to repeat."""

    def __init__(self, *, repeat: bool) -> None:
        self._repeat = repeat
        self.restart()

    def restart(self) -> None:
        """A program begins: none has appeared."""
        self._known: dict[str, str] = {}
        self._next = count(_FIRST, _STEP).__next__

    def normalised(self, text: str) -> str:
        """The text with made-up addresses."""
        return _ADDRESS.sub(self._made_up, text) if self._repeat and _SIGN in text else text

    def normalised_in(self, value: Json) -> Json:
        """The same for all texts in what is about to become JSON."""
        if isinstance(value, str):
            return self.normalised(value)
        if isinstance(value, dict):
            return {key: self.normalised_in(item) for key, item in value.items()}
        return [self.normalised_in(item) for item in value] if isinstance(value, list) else value

    def _made_up(self, found: "re.Match[str]") -> str:
        text = found[0]
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = f" at {self._next():#x}"
        return known


def without(text: str) -> str:
    """The text without its addresses."""
    return _ADDRESS.sub("", text)


def without_those_of(text: str, things: Iterable[object]) -> str:
    """The same, and `…` for every number that is the address of one of `things`: programs write `id(one)` as they like,
    and a number that is nobody's address has to stay."""
    text = without(text)
    if _NUMBER.search(text) is None:
        return text
    own = {id(thing) for thing in things}
    return _NUMBER.sub(lambda found: "…" if _is_any_of(own, found[0]) else found[0], text)


def _is_any_of(own: set[int], number: str) -> bool:
    # Digits alone are of ten, unless they are as many as `:08x` writes.
    is_decimal = number.isdecimal()
    return (is_decimal and int(number) in own) or ((not is_decimal or len(number) == 8) and int(number, 16) in own)
