"""Accesses of global variables, most of what a search looks at: the same each time, whatever the value is."""

from collections.abc import Callable
from types import FrameType

from ..accesses.access import Access
from ..accesses.sites import Site
from ..cpython.value_stack import MISSING

# What an instruction accesses, in the frame that is about to execute it.
Accesses = Callable[[FrameType], list[Access]]


def global_accesses(site: Site) -> Accesses | None:
    """What the instruction at a site of a global variable accesses; None for any other site."""
    if not site.kind.startswith("global "):
        return None
    name, write = site.name, site.kind != "global read"
    # By the address of the module's dictionary, which is in what is accessed.
    known: dict[int, list[Access]] = {}

    def accesses(frame: FrameType) -> list[Access]:
        module = id(frame.f_globals)
        found = known.get(module)
        if found is None:
            found = known[module] = [Access(("global", module, name), None, None, site.label, write, MISSING)]
        return found

    return accesses
