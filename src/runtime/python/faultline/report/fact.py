"""A fact on the wire: a text that begins with a separator, then its kind and each field, with separators between."""

from typing import NewType

# Stands where any text may stand that is recorded as a name: of a mark, a link, or as the detail of a state.
Fact = NewType("Fact", str)

SEPARATOR = "\x1f"
# Stands between the facts that a fact is made of.
BETWEEN = "\x1e"
# A field that has no value.
NOTHING = "\x00"


_SHOWN = {SEPARATOR: "␟", BETWEEN: "␞", NOTHING: "␀"}


def fact(kind: str, *fields: str | int | None) -> Fact:
    """Puts a fact together."""
    return Fact(SEPARATOR + SEPARATOR.join([kind, *map(_field, fields)]))


def _field(value: str | int | None) -> str:
    if isinstance(value, str):
        # A text of the program's may have its own idea of what a method does.
        for sign, shown in _SHOWN.items():
            value = str.replace(value, sign, shown)
        return value
    return NOTHING if value is None else str(value)


def with_facts(whole: Fact, *parts: str) -> Fact:
    """A fact whose last fields are facts themselves, or texts."""
    return Fact(whole + SEPARATOR + BETWEEN.join(parts))
