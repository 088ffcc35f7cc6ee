"""The probe of asyncio tasks: what each does, and who cancelled it."""

from .probe import TasksProbe

__all__ = ["TasksProbe"]
