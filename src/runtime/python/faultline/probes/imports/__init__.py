"""The imports probe: how the program's own modules come to life, and who asked for what too early."""

from .probe import ImportsProbe

__all__ = ["ImportsProbe"]
