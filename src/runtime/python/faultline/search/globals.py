"""Touches of global variables, most of what a search looks at: the same each time, whatever the value is."""

from collections.abc import Callable
from types import FrameType

from ..accesses.sites import Site
from ..accesses.touch import Touch
from ..cpython.value_stack import MISSING

# What an instruction touches, in the frame that is about to execute it.
Touches = Callable[[FrameType], list[Touch]]


def global_touches(site: Site) -> Touches | None:
    """What the instruction at a site of a global variable touches; None for any other site."""
    if not site.kind.startswith("global "):
        return None
    name, write = site.name, site.kind != "global read"
    # By the address of the module's dictionary, which is in what is touched.
    known: dict[int, list[Touch]] = {}

    def touches(frame: FrameType) -> list[Touch]:
        module = id(frame.f_globals)
        found = known.get(module)
        if found is None:
            found = known[module] = [Touch(("global", module, name), None, None, site.label, write, MISSING)]
        return found

    return touches
