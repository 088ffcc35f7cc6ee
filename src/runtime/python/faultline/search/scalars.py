"""Scalars: values with no other value in them, and what makes one of others. A search need not look at these."""

from ..accesses.sites import Site
from ..scheduler.rules import MAKES_SCALARS, lone_range, one_plain, scalar_call, two_plain
from ..scheduler.steps import Steps

# Nothing but a new value comes of these, whatever scalars they are given.
MAKERS = (
    int,
    float,
    complex,
    bool,
    str,
    abs,
    round,
    min,
    max,
    pow,
    divmod,
    len,
    ord,
    chr,
    repr,
    ascii,
    hash,
    bin,
    oct,
    hex,
    range,
)
_TWO = frozenset({"both", "in place"})


def know_makers(steps: Steps) -> None:
    """Has native code know them by their addresses."""
    for one in MAKERS:
        steps.know_location(id(one), MAKES_SCALARS, None)


def rule_of(site: Site) -> bytes | None:
    """By which rule a look at `site` need not be taken, if there is one."""
    if site.kind in _TWO:
        return two_plain(scalar=True)
    if site.kind == "whole":
        return one_plain(site.number, scalar=True)
    if site.kind == "call":
        return scalar_call(site.number)
    return lone_range() if site.kind == "next" else None
