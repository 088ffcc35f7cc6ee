"""`threading.local`: attributes that each thread has for itself."""

from typing import Any
from weakref import ref

from ..scheduler.thread import VirtualThread
from .appearance import known_as, no_pickle
from .primitive import Primitive

_get = object.__getattribute__
_set = object.__setattr__


class _Dicts:
    """The attributes of one `Local`, thread by thread, and whose are in place."""

    __slots__ = ("__weakref__", "args", "current", "kwargs", "of", "owner")

    def __init__(self, owner: "Local", args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.owner = ref(owner)
        self.args = args
        self.kwargs = kwargs
        self.of: dict[VirtualThread, dict[str, Any]] = {}
        self.current: VirtualThread | None = None


# Which locals a thread has attributes in: they end with the thread.
_used_by: dict[VirtualThread, list[ref[_Dicts]]] = {}


class Local(Primitive):
    """Thread-local data"""

    __slots__ = ("__dict__", "__weakref__", "_local__dicts")

    def __new__(cls, /, *args: Any, **kwargs: Any) -> "Local":
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = super().__new__(cls)
        dicts = _Dicts(self, args, kwargs)
        _set(self, "_local__dicts", dicts)
        # The class is called for this thread, so `__init__` is about to be.
        _place(self, dicts, cls._scheduler.current)
        return self

    def __getattribute__(self, name: str) -> Any:
        _enter(self)
        return _get(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "__dict__":
            raise _read_only(self)
        _enter(self)
        _set(self, name, value)

    def __delattr__(self, name: str) -> None:
        if name == "__dict__":
            raise _read_only(self)
        _enter(self)
        object.__delattr__(self, name)

    __reduce__ = no_pickle


def _enter(local: Local) -> None:
    """Sees to it that the running thread finds its own attributes."""
    dicts: _Dicts = _get(local, "_local__dicts")
    thread = Primitive._scheduler.current
    if dicts.current is thread:
        return
    known = dicts.of.get(thread)
    if known is None:
        known = _place(local, dicts, thread)
        try:
            type(local).__init__(local, *dicts.args, **dicts.kwargs)
        except BaseException:
            # The next access is to try again.
            _forget(dicts, thread)
            raise
    # Also after `__init__`, in which another thread may have had its turn.
    dicts.current = thread
    _set(local, "__dict__", known)


def _place(local: Local, dicts: _Dicts, thread: VirtualThread) -> dict[str, Any]:
    own: dict[str, Any] = {}
    dicts.of[thread] = own
    dicts.current = thread
    _used_by.setdefault(thread, []).append(ref(dicts))
    _set(local, "__dict__", own)
    return own


def _read_only(local: Local) -> AttributeError:
    cls = type(local)
    name = "_thread._local" if cls is Local else cls.__name__
    return AttributeError(f"{name!r} object attribute '__dict__' is read-only")


def _forget(dicts: _Dicts, thread: VirtualThread) -> None:
    dicts.of.pop(thread, None)
    owner = dicts.owner()
    if dicts.current is thread and owner is not None:
        dicts.current = None
        _set(owner, "__dict__", {})


def forget_locals_of(thread: VirtualThread) -> None:
    """The thread has ended, and with it what only it could see."""
    for known in _used_by.pop(thread, ()):
        dicts = known()
        if dicts is not None:
            _forget(dicts, thread)


def forget_locals() -> None:
    """A program begins: no thread has been seen."""
    for thread in list(_used_by):
        forget_locals_of(thread)


known_as(Local, "_thread", "_local")
