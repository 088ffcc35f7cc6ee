"""Facts about who holds an object: the links of a chain from it to a name of the program's. More of `facts.py`."""

from .fact import Fact, fact


def container(kind: str, name: str | None) -> Fact:
    """A list, a dictionary and the like, by the name that its holder has for it."""
    return fact("container", kind, name)


def instance(kind: str, attribute: str | None) -> Fact:
    """An object, which holds by an attribute."""
    return fact("instance", kind, attribute)


def exception(kind: str, attribute: str | None) -> Fact:
    """An exception, which holds by an attribute."""
    return fact("exception", kind, attribute)


def function(name: str, variable: str | None) -> Fact:
    """A function, which holds by a variable that it has closed over."""
    return fact("function", name, variable)


def bound_method(name: str) -> Fact:
    """A method together with its object."""
    return fact("bound method", name)


def lru_cache(function: str) -> Fact:
    """The results that `functools.lru_cache` keeps of a function."""
    return fact("lru cache", function)


def frame(function: str) -> Fact:
    """A frame of a call."""
    return fact("frame", function)


def suspended_call(function: str) -> Fact:
    """A generator or a coroutine that waits."""
    return fact("suspended call", function)


def traceback() -> Fact:
    """The traceback of an exception."""
    return fact("traceback")


def class_object(name: str) -> Fact:
    """A class."""
    return fact("class object", name)


def global_variable(name: str, module: str | None) -> Fact:
    """A global variable, of a module where it is not the program's own file."""
    return fact("global", name, module)


def local_variable(name: str, function: str) -> Fact:
    """A variable of a call that has not returned."""
    return fact("local", name, function)


def exit_function() -> Fact:
    """What `atexit` is to call."""
    return fact("exit function")


def no_name() -> Fact:
    """Something that has no name in Python."""
    return fact("no name")


def not_followed() -> Fact:
    """Holders that are not followed any further."""
    return fact("not followed")


def in_a_row(count: int) -> Fact:
    """So many like the holder before."""
    return fact("in a row", count)
