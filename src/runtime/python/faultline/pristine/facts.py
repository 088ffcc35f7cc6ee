"""What an exception is, read past everything that its class may have put in the way: properties, metaclasses, text."""

from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, TypeGuard, TypeVar

from .halt import Halt

_T = TypeVar("_T")

# A line of a traceback: file, line, function.
Entry = tuple[str, int | None, str]

# What is said where there is nothing else to say.
UNKNOWN = "an exception that cannot be described"
NO_TEXT = "(the exception could not be turned into text)"

# Of one text; `src/runtime/protocol.ts` refuses those ten times as long.
LONGEST_TEXT = 100_000
_SAID_OF_THE_REST = 100

_FIELDS: Any = {name: vars(BaseException)[name] for name in ("__traceback__", "__cause__", "__context__")}
_SUPPRESSED: Any = vars(BaseException)["__suppress_context__"]
_MEMBERS: Any = vars(BaseExceptionGroup)["exceptions"]
_QUALNAME: Any = vars(type)["__qualname__"]
_MRO: Any = vars(type)["__mro__"]
_FLAGS: Any = vars(type)["__flags__"]
_NAMES_OF: Any = vars(type)["__dict__"]

# Links of a chain, and entries of a traceback: a RecursionError has some five thousand.
_DEEP = 500
MOST_ENTRIES = 6_000

# CPython's mark of classes that are made while it runs, by `class` for one; those written in C are mostly not.
_HEAP_TYPE = 1 << 9

# What a report asks an exception for, beside its text and its notes.
_ASKED = frozenset(
    "__class__ __getattribute__ __getattr__ __traceback__ __cause__ __context__ __suppress_context__ exceptions name "
    "obj name_from filename lineno end_lineno text offset end_offset msg".split()
)


def is_a(thing: object, kind: type[_T]) -> TypeGuard[_T]:
    """`isinstance`, but for what a thing says of itself by `__class__`."""
    return issubclass(type(thing), kind)


def exact(text: str) -> str:
    """The same letters, as no subclass of `str`."""
    return str.__str__(text)


def cut(text: str) -> str:
    """The text as long as it can be reported. What has been cut is not cut again."""
    if len(text) <= LONGEST_TEXT + _SAID_OF_THE_REST:
        return text
    return f"{text[:LONGEST_TEXT]} ... ({len(text) - LONGEST_TEXT} more characters)"


def text_of(value: object, instead: str = NO_TEXT, made_by: Callable[[Any], str] = str) -> str:
    """The value as text, which may be its own code. Raises nothing but `Halt`."""
    try:
        return cut(exact(made_by(value)))
    except Halt:
        raise
    except BaseException:
        return instead


def kind_of(error: BaseException) -> str:
    """The name of its class."""
    try:
        name = _QUALNAME.__get__(type(error))
        return cut(exact(name)) or UNKNOWN
    except Exception:
        return UNKNOWN


def message_of(error: BaseException) -> str:
    """What it says; of a syntax error without the place, which is reported as a line."""
    if is_a(error, SyntaxError):
        message = field_of(error, SyntaxError, "msg")
        if message:
            return text_of(message)
    return text_of(error)


def field_of(error: BaseException, kind: type, name: str) -> Any:
    """An attribute that `kind` keeps for its instances in C; None where `error` is none of them."""
    # Not all versions of Python have all of them.
    slot = vars(kind).get(name)
    return slot.__get__(error) if slot is not None and is_a(error, kind) else None


def traceback_of(error: BaseException) -> TracebackType | None:
    """Its traceback."""
    found: TracebackType | None = _FIELDS["__traceback__"].__get__(error)
    return found


def set_traceback(error: BaseException, traceback: TracebackType | None) -> None:
    """Replaces its traceback."""
    _FIELDS["__traceback__"].__set__(error, traceback)


def entries_of(tb: TracebackType | None) -> Iterator[Entry]:
    """Its lines, the outermost call first."""
    while tb is not None:
        code = tb.tb_frame.f_code
        yield code.co_filename, tb.tb_lineno, code.co_name
        tb = tb.tb_next


def members_of(error: BaseException) -> tuple[BaseException, ...]:
    """The exceptions in a group; of anything else none."""
    found: tuple[BaseException, ...] = _MEMBERS.__get__(error) if is_a(error, BaseExceptionGroup) else ()
    return found if type(found) is tuple else ()


def linked_to(error: BaseException) -> Iterator[BaseException]:
    """The exceptions that are its cause or context, or members of it."""
    for name in ("__cause__", "__context__"):
        linked = _FIELDS[name].__get__(error)
        if linked is not None:
            yield linked
    yield from members_of(error)


def answers_itself(error: BaseException) -> bool:
    """Whether its class has code of its own for what a report asks of it."""
    return any(
        _FLAGS.__get__(kind) & _HEAP_TYPE and not _ASKED.isdisjoint(_NAMES_OF.__get__(kind))
        for kind in _MRO.__get__(type(error))
    )


def all_linked(error: BaseException, most: int = 10_000) -> list[BaseException]:
    """The exception and all that it is linked to, near ones first."""
    return [one for one, _depth in _linked(error, most)]


def is_deep(error: BaseException) -> bool:
    """Whether it has so many tracebacks in a row, or is linked to others in so long a chain, that to free them one
    within the other may need more stack than there is."""
    linked = _linked(error, 10_000)
    return linked[-1][1] > _DEEP or any(_is_long(traceback_of(one)) for one, _depth in linked)


def _is_long(tb: TracebackType | None) -> bool:
    count = 0
    while tb is not None and count <= MOST_ENTRIES:
        tb, count = tb.tb_next, count + 1
    return tb is not None


def _linked(error: BaseException, most: int) -> list[tuple[BaseException, int]]:
    found = [(error, 0)]
    seen = {id(error)}
    for one, depth in found:
        for linked in linked_to(one):
            if id(linked) not in seen and len(found) < most:
                seen.add(id(linked))
                found.append((linked, depth + 1))
    return found


def earlier_of(error: BaseException) -> tuple[BaseException | None, bool]:
    """What came before it, by `raise ... from` (True) or while it was handled (False); None where nothing is to be
    reported."""
    cause = _FIELDS["__cause__"].__get__(error)
    if cause is not None:
        return cause, True
    hidden = _SUPPRESSED.__get__(error)
    return (None if hidden else _FIELDS["__context__"].__get__(error)), False
