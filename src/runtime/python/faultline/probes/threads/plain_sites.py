"""Instructions that may have a container before them, and mostly have a number: loops over ranges, sums."""

from ...accesses.sites import Site
from ...scheduler.rules import one_plain, two_plain

# How the name of a site begins that takes the next number of a range.
_OF_RANGE = "range("


def rule_of_plain(site: Site) -> bytes | None:
    """The rule for a site at which plain values need no look, or None where more than such values are looked at."""
    match site.kind:
        case "next":
            return one_plain(0, once=site.name.startswith(_OF_RANGE))
        case "contains":
            return one_plain(0)
        case "whole":
            return one_plain(site.number)
        case "both" | "in place":
            return two_plain()
        case _:
            return None
