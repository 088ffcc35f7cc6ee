"""A tour of what is below `threading.Thread`, and of the end of a program. CPython prints the same lines."""

import _thread
import contextvars
import sys
import threading
import time
from threading import Thread


def since(start):
    """Tenths of a second, so that a slow machine tells the same."""
    return round((time.monotonic() - start) * 10)


def error_of(function, *args):
    try:
        function(*args)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    return "no error"


def all_join(*threads):
    for thread in threads:
        thread.join()


def low_level():
    lock = _thread.allocate_lock()
    lock.acquire()
    seen = []

    def work(value, *, more):
        seen.append((value, more, type(threading.current_thread()).__name__))
        lock.release()

    ident = _thread.start_new_thread(work, (5,), {"more": 6})
    lock.acquire()
    print(seen, isinstance(ident, int), error_of(_thread.start_new_thread, work, 5))

    def leaves():
        try:
            _thread.exit()
        finally:
            lock.release()

    _thread.start_new_thread(leaves, ())
    print(lock.acquire(timeout=9))
    time.sleep(0.1)
    # `current_thread()` has made an object of the first, which ends with it.
    print(threading.enumerate() == [threading.main_thread()])


def own_values():
    local = threading.local()
    variable = contextvars.ContextVar("variable", default="default")
    variable.set("main")
    local.x = "main"

    class Listed(threading.local):
        def __init__(self, first):
            self.items = [first]

    listed = Listed(7)
    listed.items.append(8)
    seen = []

    def work(number):
        # Without a GIL a thread begins with the context of who started it.
        inherited = variable.get() == ("main" if FREE else "default")
        had = hasattr(local, "x"), inherited, listed.items[:]
        local.x = number
        variable.set(number)
        listed.items.append(number)
        time.sleep(0.1)
        seen.append((number, *had, local.x, variable.get(), listed.items))

    threads = [Thread(target=work, args=(n,)) for n in range(3)]
    for thread in threads:
        thread.start()
    all_join(*threads)
    for line in sorted(seen):
        print(line)
    print(local.x, variable.get(), listed.items)

    context = contextvars.copy_context()
    if sys.version_info >= (3, 14):
        thread = Thread(target=lambda: seen.append(variable.get()), context=context)
        thread.start()
        thread.join()
        print("given a context", seen[-1])
    else:
        print("given a context main")


def from_within():
    order = []

    def inner():
        order.append("inner")

    def outer():
        thread = Thread(target=inner)
        thread.start()
        thread.join()
        order.append("outer")

    thread = Thread(target=outer)
    thread.start()
    thread.join()
    print(order)


def timers():
    seen = []
    start = time.monotonic()
    due, cancelled = threading.Timer(0.2, seen.append, ["due"]), threading.Timer(0.1, seen.append, ["no"])
    due.start()
    cancelled.start()
    cancelled.cancel()
    all_join(due, cancelled)
    print(seen, since(start), due.finished.is_set())


def callbacks_of_c():
    """A thread can be switched out while C code has called it back."""
    seen = []

    def key(number):
        seen.append((threading.get_ident(), number))
        time.sleep(0.001)
        return -number

    def work():
        assert sorted(range(20), key=key) == list(range(19, -1, -1))

    threads = [Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    all_join(*threads)
    changes = sum(one[0] != other[0] for one, other in zip(seen, seen[1:]))
    print("sorted side by side", changes > 10, len(seen))

    class Slow:
        def __repr__(self):
            time.sleep(0.001)
            return f"{threading.current_thread().name}"

    shown = []
    threads = [Thread(target=lambda: shown.append(repr([Slow()] * 3)), name=f"r{n}") for n in range(3)]
    for thread in threads:
        thread.start()
    all_join(*threads)
    print(sorted(shown))


def shared_generator():
    def numbers():
        for number in range(3):
            time.sleep(0.1)
            yield number

    shared, problems = numbers(), []

    def eat():
        problems.append(error_of(lambda: list(shared)))

    threads = [Thread(target=eat) for _ in range(3)]
    for thread in threads:
        thread.start()
    all_join(*threads)
    print(sorted(problems))


FREE = not getattr(sys, "_is_gil_enabled", lambda: True)()


for part in (low_level, own_values, from_within, timers, callbacks_of_c, shared_generator):
    print(f"-- {part.__name__}")
    part()


def last_words(words, seconds):
    time.sleep(seconds)
    print(words)


Thread(target=last_words, args=("the program waits for this", 0.2)).start()
Thread(target=last_words, args=("but not for this", 60), daemon=True).start()
print("-- main ends")
