"""Calls that access no data of the program's, known again by what is called and for what: programs poll by such
calls."""

import sys
from collections.abc import Callable
from types import FrameType, FunctionType
from typing import Any

from ...accesses.accesses import AccessReader
from ...accesses.calls import LIBRARY
from ...accesses.classes import module_of, name_of
from ...accesses.containers import container_of
from ...accesses.sites import Site
from ...cpython.value_stack import MISSING
from ...scheduler.rules import Ruled, quiet_call
from ...scheduler.steps import Steps
from ...source.class_of import class_of
from ...source.locate import Locate

# With how many values above the arguments.
_CALLS = {"call": 0, "call_kw": 1}


class QuietCalls:
    """Only functions and classes of the library's are remembered: they last, and so do their addresses."""

    def __init__(self, reader: AccessReader, locate: Locate, steps: Steps) -> None:
        self._reader = reader
        self._locate = locate
        self._steps = steps
        self._kept: list[object] = []

    def callback_for(self, site: Site, watch: Callable[[FrameType], bool]) -> Ruled | None:
        """A look at a call; `watch` tells whether it has accessed anything. None for a site that is no call."""
        if site.kind not in _CALLS:
            return None
        names = _CALLS[site.kind]

        def callback(frame: FrameType) -> None:
            if watch(frame):
                return
            call = self._reader.called(site, frame, names)
            if self._lasts(call.called, call.receiver):
                self._kept.append(call.called)
                kind = 0 if call.receiver is MISSING else id(class_of(call.receiver))
                self._steps.know_location(id(call.called), kind, None)

        return Ruled(callback, quiet_call(site.number + names))

    def _lasts(self, called: Any, receiver: Any) -> bool:
        if (
            type(called) is not FunctionType
            or called.__module__ in LIBRARY
            or self._is_own(called.__code__.co_filename)
        ):
            return False
        if receiver is MISSING:
            return True
        kind = class_of(receiver)
        names = getattr(sys.modules.get(module_of(kind)), "__dict__", {})
        is_library = names.get(name_of(kind)) is kind and not self._is_own(str(names.get("__file__")))
        return is_library and container_of(receiver) is MISSING

    def _is_own(self, file: str) -> bool:
        return self._locate(file) is not None
