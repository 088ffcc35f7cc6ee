"""The pool probe: who took which database connection, for how long, who waits for one, and what is said on them."""

from .probe import PoolProbe

__all__ = ["PoolProbe"]
