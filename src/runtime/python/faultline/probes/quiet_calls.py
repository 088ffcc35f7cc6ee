"""Calls that touch no data of the program's, known again by what is called and for what: programs poll by such calls."""

import sys
from collections.abc import Callable
from sys import _getframe
from types import FrameType, FunctionType
from typing import Any

from ..scheduler.awaiting import Locate
from ..scheduler.steps import FRAME, Look
from ..stepping.calls import LIBRARY
from ..stepping.classes import module_of, name_of
from ..stepping.containers import container_of
from ..stepping.sites import Site
from ..stepping.touches import Looks
from ..stepping.value_stack import MISSING, ValueStack

# With how many values above the arguments.
_CALLS = {"call": 0, "call_kw": 1}


class QuietCalls:
    """Only functions and classes of the library's are remembered: they last, and so do their addresses."""

    def __init__(self, stack: ValueStack, looks: Looks, locate: Locate) -> None:
        self._stack = stack
        self._looks = looks
        self._locate = locate
        # The address of a function, and that of the type that it is called for, or 0.
        self._quiet: set[tuple[int, int]] = set()
        self._kept: list[object] = []

    def look(self, site: Site, watch: Callable[[FrameType], bool]) -> Look | None:
        """A look at a call; `watch` tells whether it has touched anything. None for a site that is no call."""
        if site.kind not in _CALLS:
            return None
        names, quiet, frame_of = _CALLS[site.kind], self._quiet, _getframe
        below, address, kind = site.number + names, self._stack.address, self._stack.kind

        def look() -> None:
            frame = frame_of(FRAME)
            called = address(frame, below + 1), kind(frame, below)
            if called in quiet or watch(frame):
                return
            call = self._looks.called(site, frame, names)
            if self._lasts(call.called, call.receiver):
                self._kept.append(call.called)
                quiet.add(called)

        return look

    def _lasts(self, called: Any, receiver: Any) -> bool:
        if type(called) is not FunctionType or called.__module__ in LIBRARY or self._is_own(called.__code__.co_filename):
            return False
        if receiver is MISSING:
            return True
        kind = type(receiver)
        names = getattr(sys.modules.get(module_of(kind)), "__dict__", {})
        is_library = names.get(name_of(kind)) is kind and not self._is_own(str(names.get("__file__")))
        return is_library and container_of(receiver) is MISSING

    def _is_own(self, file: str) -> bool:
        return self._locate(file) is not None
