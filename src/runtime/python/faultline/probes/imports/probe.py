"""Follows the import system: CPython tells when a body begins and ends and when a line with an import is reached."""

import importlib._bootstrap as bootstrap
import os
import sys
from types import CodeType, FrameType, ModuleType
from typing import Any

from ...cpython.frames import real_back
from ...cpython.monitoring import IMPORTS, Tool
from ...pristine.halt import Halt
from ...report.recorder import Place
from ..stage import Stage
from .cycles import cycles_in
from .edge import Edge
from .frames import Frames, beneath_us, name_of, package_of
from .lines import Lines
from .modules import Modules
from .source import Statement
from .sources import MAIN, Sources

_FROZEN = "<frozen "
# Code without a file: made by `exec`, or typed after `python -c`.
_NO_FILE = "<"
# Python's own functions that clear up after a body that failed, by the address of their code.
_LOADERS = frozenset(id(getattr(bootstrap, name).__code__) for name in ("_load_unlocked", "_exec"))

# How the fields of an exception are read, whatever its class has put in their place.
_OBJ: Any = vars(AttributeError)["obj"]
_NAME: Any = vars(AttributeError)["name"]
_FILENAME: Any = vars(SyntaxError)["filename"]
_LINENO: Any = vars(SyntaxError)["lineno"]


class ImportsProbe:
    """Reports the program's own modules; those of the standard library are folded away.

    Nothing stands between the program and the import system, so tracebacks are as they are without us. When an
    exception has left the main body, the run's imports are over: formatting its traceback imports modules once more.
    """

    def __init__(self, stage: Stage) -> None:
        self._locate = stage.locate
        self._frames = Frames(stage.locate)
        self._sources = Sources(os.getcwd(), stage.locate, stage.entry)
        self._modules = Modules(stage.recorder, self._sources, lambda: stage.scheduler.current)
        self._cycles = cycles_in(self._sources)
        # The module's name by the address of the code, which the tool keeps.
        self._bodies: dict[int, str] = {}
        # By the address of the code too: the import statements of its file, by line.
        self._statements: dict[int, dict[int, tuple[Statement, ...]]] = {}
        self._lines = Lines()
        self._begun = self._main = False
        if hasattr(sys, "monitoring"):
            callbacks = {
                "PY_START": self._started,
                "LINE": self._reached,
                "PY_RETURN": self._returned,
                "PY_UNWIND": self._unwound,
            }
            self._tool = Tool(IMPORTS, {name: stage.guarded(one) for name, one in callbacks.items()})
            self._tool.listen("PY_START", "PY_UNWIND")
            stage.replacements.on_restore(self._tool.stop)
            stage.replacements.wrap(bootstrap, "_lock_unlock_module", self._around_wait)

    def finish(self) -> None:
        """Bodies that have not ended stay open: that is what happened."""

    # -- what CPython tells ----------------------------------------------------------------------------------------

    def _started(self, code: CodeType, _offset: int) -> object:
        frame = beneath_us(sys._getframe(1))
        file = self._locate(code.co_filename)
        body = self._body_of(code, frame, own=file is not None)
        events: list[str] = []
        if body is not None:
            self._bodies[id(code)] = body
            self._begins(body, frame, None if file is None else Place(file, 1))
            events.append("PY_RETURN")
        statements = {} if file is None else self._sources.at(code.co_filename).statements
        # A function of many lines is not to be followed for an import that stands elsewhere.
        if statements and (body is not None or any(line in statements for _start, _end, line in code.co_lines())):
            self._statements[id(code)] = statements
            events.append("LINE")
        self._tool.follow(code, *events)
        # Each run of a body is reported; of a function it is enough to have seen it once.
        return None if body is not None else self._tool.enough

    def _body_of(self, code: CodeType, frame: FrameType, *, own: bool) -> str | None:
        """The name of the module whose body this code is, run by the import system or as the program itself."""
        if code.co_name != "<module>" or not (own or code.co_filename.startswith(_NO_FILE)):
            return None
        name = name_of(frame)
        if name == MAIN and not self._main:
            return name
        caller = real_back(frame)
        by_loader = caller is not None and caller.f_code.co_filename.startswith(_FROZEN)
        return name if own and by_loader else None

    def _begins(self, body: str, frame: FrameType, place: Place | None) -> None:
        modules = self._modules
        if not self._begun:
            self._begun = True
            modules.begin_run(self._cycles)
        self._main = self._main or body == MAIN
        asker = self._frames.own(real_back(frame))
        if asker is not None and not self._lines.is_named(asker, body):
            modules.asks(name_of(asker), body, self._lines.why(asker, body), self._frames.place(asker), begins=True)
        modules.begins(body, frame.f_globals, place)

    def _returned(self, code: CodeType, _offset: int, _value: object) -> None:
        body = self._bodies.get(id(code))
        if body is not None:
            self._modules.ends(body, failed=False)
            self._modules.look_again()

    def _unwound(self, code: CodeType, _offset: int, error: BaseException) -> None:
        kind, body = type(error), self._bodies.get(id(code))
        if body is None:
            if id(code) in _LOADERS:
                self._modules.look_again()
            return
        if issubclass(kind, Halt):
            return
        frame = beneath_us(sys._getframe(1))
        self._explain(body, frame, error)
        exits = body == MAIN and issubclass(kind, SystemExit)
        self._modules.ends(body, failed=not exits, place=self._frames.place(frame))
        if body == MAIN:
            self._modules.look_again()
            self._tool.listen()

    def _reached(self, code: CodeType, line: int) -> object:
        # Called once for each other line as well.
        statements = self._statements[id(code)].get(line)
        if statements is None:
            return self._tool.enough
        frame = beneath_us(sys._getframe(1))
        self._lines.reached(frame)
        for statement in statements:
            for asked in self._sources.asked_by(statement, package_of(frame)):
                self._lines.names(frame, asked)
                self._modules.asks(name_of(frame), asked.module, statement.text, self._frames.place(frame))
                if self._modules.waits_for_this_thread(asked.module):
                    lacking = self._lacking(asked.module, asked.names)
                    if lacking is not None or not self._modules.is_reloading(asked.module):
                        self._back_edge(frame, asked.module, lacking)
        return None

    def _around_wait(self, original: Any) -> Any:
        def _lock_unlock_module(name: str) -> None:
            asker = self._frames.own(sys._getframe(1))
            if asker is None or not self._modules.is_initialising(name):
                return original(name)
            too_early, expected = self._modules.waits_for_this_thread(name), self._lines.is_expected(asker, name)
            if not expected:
                self._modules.asks(name_of(asker), name, self._lines.why(asker, name), self._frames.place(asker))
            if too_early and not expected:
                self._back_edge(asker, name, None)
            original(name)
            if not too_early and self._modules.is_initialising(name):
                # Two threads would wait for one another for ever: Python hands out the module as it is.
                self._back_edge(asker, name, self._lacking(name, self._lines.wanted(asker, name)))
            return None

        return _lock_unlock_module

    # -- what is reported ------------------------------------------------------------------------------------------

    def _lacking(self, module: str, names: tuple[str, ...]) -> str | None:
        """The first of the names wanted that is not bound yet."""
        return next((name for name in names if name != "*" and self._modules.lacks(module, name)), None)

    def _back_edge(self, asker: FrameType, module: str, missing: str | None, *, used: bool = False) -> None:
        line = self._line_of_body(module, asker)
        if used and missing is not None:
            self._modules.uses(name_of(asker), module, missing, self._frames.place(asker))
        edge = Edge(name_of(asker), module, missing, used, self._frames.place(asker), line)
        self._modules.back_edge(edge, counts=not used)

    def _explain(self, body: str, frame: FrameType, error: BaseException) -> None:
        """Says of an exception that leaves a body what only the import system can explain."""
        kind = type(error)
        if issubclass(kind, AttributeError):
            module, name = _OBJ.__get__(error), _NAME.__get__(error)
            if type(module) is ModuleType and type(name) is str:
                other = module.__dict__.get("__name__")
                if type(other) is str and other != body and self._modules.is_initialising(other):
                    self._back_edge(frame, other, name, used=True)
        elif issubclass(kind, SyntaxError):
            path, line = _FILENAME.__get__(error), _LINENO.__get__(error)
            module = next(
                (name for name, file in self._sources.paths.items() if type(path) is str and file == path), None
            )
            if module is not None and self._modules.is_absent(module) and type(line) is int:
                self._modules.mark_unreadable(module, line, self._locate(path))

    def _line_of_body(self, module: str, frame: FrameType | None) -> int | None:
        while frame is not None:
            if frame.f_code.co_name == "<module>" and self._modules.is_of(frame.f_globals, module):
                return frame.f_lineno
            frame = real_back(frame)
        return None
