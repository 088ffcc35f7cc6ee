"""Facts: what a probe says of something, as fields and not as a sentence. The page makes the sentences.

Each function makes one fact; its parameters are the fact's fields. `src/trace/facts.ts` holds the same list, and a test
compares the two. Who holds an object stands in `holder_facts.py`."""

from typing import Literal

from .fact import Fact, fact, with_facts

Left = Literal["switched out", "slept", "waited"]
Canceller = Literal[
    "task",
    "program",
    "itself",
    "unasked",
    "waiter",
    "timeout",
    "task group",
    "callback",
    "run over",
    "runner closed",
    "asyncio",
]
Asked = Literal["imported", "used"]

# -- what threads do with variables -----------------------------------------------------------------------------------


def read(variable: str, value: str | None) -> Fact:
    """A thread has read a variable."""
    return fact("read", variable, value)


def wrote(variable: str, value: str | None) -> Fact:
    """A thread has written a variable."""
    return fact("wrote", variable, value)


def value_is(value: str) -> Fact:
    """A variable has this value from now on."""
    return fact("value is", value)


def stale_check(variable: str, thread: str, other: str, seen: str | None, written: str | None) -> Fact:
    """A thread acted on a look at the variable that another has outdated."""
    return fact("stale check", variable, thread, other, seen, written)


def lost_update(
    variable: str,
    thread: str,
    left: Left,
    other: str,
    seen: str | None,
    overwritten: str | None,
    written: str | None,
) -> Fact:
    """A thread wrote over what it had not seen; `left` says how it left in between."""
    return fact("lost update", variable, thread, left, other, seen, overwritten, written)


def half_done_read(
    variable: str, thread: str, reader: str, new: str | None, second: str, old: str | None, written: str | None
) -> Fact:
    """A thread read `variable` and `second` between the two writes of an update; `old` is what `second` was."""
    return fact("half-done read", variable, thread, reader, new, second, old, written)


# -- what threads and tasks wait for ----------------------------------------------------------------------------------


def lock(name: str | None, holder: str | None) -> Fact:
    """A lock, and which thread holds it, where one does."""
    return fact("lock", name, holder)


def own_lock(name: str | None) -> Fact:
    """A lock that the waiting thread itself holds."""
    return fact("own lock", name)


def end_of_thread(thread: str) -> Fact:
    """A thread is to end."""
    return fact("end of thread", thread)


def end_of_threads() -> Fact:
    """All the other threads are to end."""
    return fact("end of threads")


def event_loop() -> Fact:
    """An event loop waits for something to do."""
    return fact("event loop")


def signal() -> Fact:
    """A signal is to come."""
    return fact("signal")


def file_ready() -> Fact:
    """A file is to be ready."""
    return fact("file ready")


def future() -> Fact:
    """A future that somebody is to set."""
    return fact("future")


def call(function: str, of: str | None) -> Fact:
    """A call of the library that does not return yet: `Queue.get` of the queue `jobs`."""
    return fact("call", function, of)


def waits(who: str, file: str | None, line: int | None, *what: str) -> Fact:
    """A thread or a task waits at a line for `what`: one fact, or code."""
    return with_facts("waits", who, file, line, parts=what)


def deadlock(*waiting: str) -> Fact:
    """Who waits for one another in a circle."""
    return with_facts("deadlock", parts=waiting)


def stuck(*waiting: str) -> Fact:
    """Who waits for what can never come."""
    return with_facts("stuck", parts=waiting)


# -- tasks ------------------------------------------------------------------------------------------------------------


def loop_held() -> Fact:
    """A step of a task has held the event loop for long."""
    return fact("loop held")


def cancelled(by: Canceller, task: str | None) -> Fact:
    """Who has cancelled a task; `task` is the other one's name, where it was one."""
    return fact("cancelled", by, task)


# -- imports ----------------------------------------------------------------------------------------------------------


def package_of(module: str) -> Fact:
    """A package is asked for because a module inside it is."""
    return fact("package of", module)


def import_at_run_time() -> Fact:
    """A module is asked for by a call, and not by a line that names it."""
    return fact("import at run time")


def body_failed() -> Fact:
    """A module is gone because its body failed."""
    return fact("body failed")


def removed_by_program() -> Fact:
    """A module is gone because the program has taken it away."""
    return fact("removed by program")


def kept_though_failed() -> Fact:
    """A module is there, though its body failed."""
    return fact("kept though failed")


def names_so_far(*names: str) -> Fact:
    """What a module has bound by now."""
    return fact("names so far", *names)


def missing_name(name: str) -> Fact:
    """A name that a module has not bound yet."""
    return fact("missing name", name)


def syntax_error() -> Fact:
    """A module could not be compiled."""
    return fact("syntax error")


def static_cycle(*modules: str) -> Fact:
    """Modules whose sources import one another in a circle; the first stands at the end once more."""
    return fact("static cycle", *modules)


def back_edge(
    asker: str,
    module: str,
    name: str | None,
    asked: Asked,
    line: int | None,
    waits_for: str | None,
    bound: int | None,
) -> Fact:
    """A module asked for another whose body is under way, at its line `line`, and for a name of it, where it did.

    `waits_for` is what that body has asked for itself; `bound` is the line that binds the name, by the source."""
    return fact("back edge", asker, module, name, asked, line, waits_for, bound)


# -- memory -----------------------------------------------------------------------------------------------------------


def growth(blocks: int) -> Fact:
    """How many more blocks a line holds than after the warm-up; 0 where those that it holds have become larger."""
    return fact("growth", blocks)


def freed(objects: int) -> Fact:
    """What a collection has freed."""
    return fact("freed", objects)


def late_garbage(label: str, objects: int) -> Fact:
    """Objects of a class that only the collector could free."""
    return fact("late garbage", label, objects)


def program_ended() -> Fact:
    """What is measured from here on is what is left."""
    return fact("program ended")


# -- connection pools -------------------------------------------------------------------------------------------------


def brought_back(connections: int) -> Fact:
    """Connections that a collection has given back to their pools."""
    return fact("brought back", connections)


# -- how an execution came out ----------------------------------------------------------------------------------------


def finished() -> Fact:
    """It came to its end, and nothing tells it from others that did."""
    return fact("finished")


def stopped() -> Fact:
    """It was cut short because the search was stopped."""
    return fact("stopped")


def too_long() -> Fact:
    """It was cut short because it took too long."""
    return fact("too long")


def check_is(holds: Literal["True", "False"]) -> Fact:
    """What the check came to, where it names no variables."""
    return fact("check is", holds)


def raised_in(error: str, thread: str) -> Fact:
    """A thread other than the main one ended by an exception: `error` is its type and message."""
    return fact("raised in", error, thread)


def check_raised(error: str, message: str) -> Fact:
    """The check could not be evaluated."""
    return fact("check raised", error, message)


def check_unreadable(message: str) -> Fact:
    """The check is not an expression."""
    return fact("check unreadable", message)


# -- how threads ran in a browser that cannot suspend Python ----------------------------------------------------------


def rewritten(points: Literal["calls", "statements"]) -> Fact:
    """The program was rewritten, so that its threads take turns at these points."""
    return fact("rewritten", points)


def cannot_return(thread: str) -> Fact:
    """A thread that could go on is held below another one on the stack."""
    return fact("cannot return", thread)


def too_deep() -> Fact:
    """Too many threads wait inside of what C code called."""
    return fact("too deep")


def nobody_to_ask() -> Fact:
    """Stepping by hand has nobody to ask who goes on."""
    return fact("nobody to ask")
