"""A tour of `threading.Thread`: starting, waiting, names. CPython prints the same lines."""

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


def starting_and_waiting():
    seen = []

    def work(a, b=0):
        me = threading.current_thread()
        seen.append((me.name, a, b, me.ident == threading.get_ident(), me is threading.main_thread()))

    thread = Thread(target=work, args=(1,), kwargs={"b": 2}, name="worker")
    print("before", thread.is_alive(), thread.ident, thread.daemon, "initial" in repr(thread))
    print("too early", error_of(thread.join))
    thread.start()
    thread.join()
    print("after", thread.is_alive(), seen, "stopped" in repr(thread))
    print("again", error_of(thread.start))
    print("itself", error_of(threading.current_thread().join))
    print("no group", error_of(lambda: Thread(group=1)))


def names():
    def work():
        pass

    class Named(Thread):
        def run(self):
            pass

    threads = [Thread(target=work), Thread(), Named(), Thread(target=work, name="mine")]
    first = int(threads[0].name.split()[0].split("-")[1])
    print([thread.name.replace(f"-{first + k}", f"-+{k}") for k, thread in enumerate(threads)])
    threads[0].name = "other"
    print(threads[0].name, threading.current_thread().name)


def joining_with_a_timeout():
    threads = [Thread(target=time.sleep, args=(0.4,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    print("alive", threading.active_count(), len(threading.enumerate()), threads[0] in threading.enumerate())
    start = time.monotonic()
    threads[0].join(timeout=0.1)
    print("joined for", since(start), threads[0].is_alive())
    threads[0].join(0)
    threads[0].join(-1)
    all_join(*threads)
    print("all after", since(start), [thread.is_alive() for thread in threads], threading.active_count())


def daemons():
    def inherit(into):
        into.append(Thread(target=print).daemon)

    into = []
    thread = Thread(target=inherit, args=(into,), daemon=True)
    print("before", thread.daemon)
    thread.start()
    thread.join()
    print("inherits", into, Thread(target=print).daemon)
    sleeper = Thread(target=time.sleep, args=(0.1,))
    sleeper.start()
    print("too late", error_of(setattr, sleeper, "daemon", True))
    sleeper.join()


def subclasses():
    class Squares(Thread):
        def __init__(self, number):
            super().__init__()
            self.number = number

        def run(self):
            self.result = self.number**2

    threads = [Squares(n) for n in range(5)]
    for thread in threads:
        thread.start()
    all_join(*threads)
    print([thread.result for thread in threads])

    class Forgetful(Thread):
        def __init__(self):
            pass

    print(error_of(lambda: Forgetful().start()))


def uncaught():
    caught = []
    usual = threading.excepthook
    threading.excepthook = lambda args: caught.append(
        (args.exc_type.__name__, str(args.exc_value), args.thread.name, args.exc_traceback is not None)
    )

    def leave(error):
        raise error

    for error in (ValueError("gone wrong"), KeyboardInterrupt("by hand"), SystemExit(3), SystemExit()):
        thread = Thread(target=leave, args=(error,), name="failing")
        thread.start()
        thread.join()
    print(caught)

    def broken(args):
        raise TypeError("in the hook")

    threading.excepthook = broken
    thread = Thread(target=leave, args=(ValueError("again"),))
    thread.start()
    thread.join()
    threading.excepthook = usual
    print(threading.__excepthook__ is usual)


for part in (starting_and_waiting, names, joining_with_a_timeout, daemons, subclasses, uncaught):
    print(f"-- {part.__name__}")
    part()
