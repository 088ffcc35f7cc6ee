"""The probe of threads: what each does, and what they do to the variables they share."""

from .probe import ThreadsProbe

__all__ = ["ThreadsProbe"]
