"""A fact on the wire: a text that begins with a separator, then its kind and each field, with separators between."""

from collections.abc import Iterable


class Fact(str):
    """Stands where any text may stand that is recorded as a name: of a mark, a link, or as the detail of a state.

    A class of its own: a text of the program's that only looks like a fact is none."""

    __slots__ = ()


SEPARATOR = "\x1f"
# Stands between the facts that a fact is made of.
BETWEEN = "\x1e"
# Characters of a field of a fact that is made of facts: there may be a thousand of them.
MOST_FIELD = 200
# A field that has no value.
NOTHING = "\x00"


_SHOWN = {SEPARATOR: "␟", BETWEEN: "␞", NOTHING: "␀"}


def fact(kind: str, *fields: str | int | None) -> Fact:
    """Puts a fact together. Last fields without a value are left out."""
    while fields and fields[-1] is None:
        fields = fields[:-1]
    return Fact(SEPARATOR + _joined(kind, fields))


def _field(value: str | int | None) -> str:
    if isinstance(value, str):
        return shown(value)
    return NOTHING if value is None else str(value)


def shown(text: str) -> str:
    """A text with the signs shown that facts are made of."""
    if type(text) is str and text.isprintable():
        return text
    # A text of the program's may have its own idea of what a method does.
    for sign, letter in _SHOWN.items():
        text = str.replace(text, sign, letter)
    return text


def with_facts(kind: str, *fields: str | int | None, parts: Iterable[str]) -> Fact:
    """A fact whose last fields, after all the others, are facts themselves, or texts."""
    inner = BETWEEN.join([cut(part) if type(part) is Fact else shown(part)[:MOST_FIELD] for part in parts])
    return Fact(cut(SEPARATOR + _joined(kind, fields)) + SEPARATOR + inner)


def cut(text: str, most: int = MOST_FIELD) -> str:
    """A fact with each of its fields cut, so that it keeps its kind and their number."""
    return SEPARATOR.join([field if len(field) <= most else field[:most] + "…" for field in text.split(SEPARATOR)])


def _joined(kind: str, fields: Iterable[str | int | None]) -> str:
    return SEPARATOR.join([kind, *map(_field, fields)])
