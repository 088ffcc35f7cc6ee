"""The one record of everything replaced in the standard library, so that all of it can be put back."""

import gc
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

from ..source.class_of import class_of

_ABSENT = object()

# Puts `original` back as `owner.name`.
_PutBack = Callable[[Any, str, Any], object]
# Gets the arguments of a call: those without names, the one whose method it is first, and those with names.
Before = Callable[[tuple[Any, ...], dict[str, Any]], Any]


class Replacements:
    """Replaces attributes and remembers the originals. The idea of one saved-originals table is gevent's `monkey`.

    `catalogue.py` lists what there is to be replaced, and why."""

    def __init__(self) -> None:
        self._saved: list[tuple[_PutBack, Any, str, Any]] = []
        self._undo: list[Callable[[], object]] = []

    def put(self, owner: Any, name: str, value: Any) -> None:
        """Sets `owner.name` to `value` until `restore`."""
        there: Mapping[str, Any] = owner.__dict__
        self._keep(_set_or_delete, owner, name, there.get(name, _ABSENT))
        setattr(owner, name, value)

    def put_special(self, owner: Any, name: str, value: Any) -> None:
        """The same for what is no entry of the owner's dictionary: `__bases__`, `__defaults__`."""
        self._keep(setattr, owner, name, getattr(owner, name))
        setattr(owner, name, value)

    def put_in_type(self, owner: type, name: str, value: Any) -> None:
        """The same for a type that is written in C, and refuses to have its attributes set."""
        put = _setter_in(owner)
        self._keep(lambda _owner, attribute, original: put(attribute, original), owner, name, vars(owner)[name])
        put(name, value)

    def wrap(self, owner: Any, name: str, around: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
        """Replaces the function `owner.name` by `around(original)`, which keeps its name, documentation and
        signature."""
        original = getattr(owner, name)
        wrapper = around(original)
        for attribute in ("__module__", "__name__", "__qualname__", "__doc__", "__signature__"):
            if hasattr(original, attribute):
                setattr(wrapper, attribute, getattr(original, attribute))
        self.put(owner, name, wrapper)

    def surround(self, owner: Any, name: str, before: Before, after: Callable[[Any, Any], object]) -> None:
        """Has `before(args, options)` called before each call of `owner.name`, whether or not these are arguments that
        it takes, and at its end, with what that gave, `after(begun, result)`. The result is None where the call raises.
        Quicker than `wrap`, for a probe."""
        self.wrap(owner, name, lambda original: self.surrounded(original, before, after))

    def surrounded(
        self, original: Callable[..., Any], before: Before, after: Callable[[Any, Any], object]
    ) -> Callable[..., Any]:
        """What `surround` puts in the place of this function."""
        raise NotImplementedError

    def put_copies(self, module: ModuleType) -> None:
        """Replaces what `module` has copied of the functions and classes that have been replaced elsewhere, as
        `from time import time` does: it was imported before."""
        replaced = {id(original): (owner, name) for _, owner, name, original in self._saved if callable(original)}
        for name, value in list(vars(module).items()):
            owner, original_name = replaced.get(id(value), (None, ""))
            if owner is not None:
                self.put(module, name, vars(owner)[original_name])

    def guarded(self, callback: Callable[..., Any]) -> Callable[..., Any]:
        """The callback, behind what guards those whose replacements these are."""
        return callback

    def on_failure(self, listener: Callable[[], object]) -> None:
        """Has `listener` called when those whose replacements these are fail, and are called no more."""

    def on_restore(self, undo: Callable[[], object]) -> None:
        """Has `undo` called by `restore`, for what is no attribute."""
        self._undo.append(undo)

    def restore(self) -> None:
        """Puts every original back, the latest replacement first."""
        while self._undo:
            self._undo.pop()()
        while self._saved:
            put_back, owner, name, original = self._saved.pop()
            put_back(owner, name, original)

    def _keep(self, put_back: _PutBack, owner: Any, name: str, original: Any) -> None:
        self._saved.append((put_back, owner, name, original))


def _set_or_delete(owner: Any, name: str, original: Any) -> None:
    if original is _ABSENT:
        delattr(owner, name)
    else:
        setattr(owner, name, original)


def _setter_in(owner: type) -> Callable[[str, Any], None]:
    """Sets names in the dictionary that a type's proxy refers to. The interpreter is to forget what it has looked up.

    All that it needs is at hand from now on: a program may leave nothing that could be imported."""
    import ctypes

    changed: Any = ctypes.pythonapi.PyType_Modified
    changed.argtypes, changed.restype = (ctypes.py_object,), None
    names: dict[str, Any] = next(one for one in gc.get_referents(vars(owner)) if class_of(one) is dict)

    def put(name: str, value: Any) -> None:
        names[name] = value
        changed(owner)

    return put
