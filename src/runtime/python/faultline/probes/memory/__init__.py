"""The memory probe: what a program keeps, what its collector frees, and who holds what is left."""

from .probe import MemoryProbe

__all__ = ["MemoryProbe"]
