"""One entry of the catalogue: what is replaced, by whom, why, and what proves it."""

from typing import NamedTuple


class Replaced(NamedTuple):
    """`names` of each owner, a module or a class; of an attribute of an object its class is the owner. `by` is the file
    of ours and `proof` another, both below `src/runtime/python`, or a browser test."""

    names: dict[str, str]
    by: str
    why: str
    proof: str
