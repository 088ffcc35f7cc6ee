"""A tour of odd places for threads: finalisers, tracers, signals. CPython prints the same lines."""

import contextlib
import ctypes
import functools
import io
import logging
import signal
import sys
import threading
import time
from threading import Thread


def together(*functions):
    threads = [Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def error_of(function, *args):
    try:
        return function(*args)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


def logging_from_threads():
    lines = io.StringIO()
    log = logging.getLogger("tour")
    handler = logging.StreamHandler(lines)
    handler.setFormatter(logging.Formatter("%(threadName)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    threads = [Thread(target=log.info, args=("hello %d", n), name=f"logger {n}") for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log.removeHandler(handler)
    print(sorted(lines.getvalue().splitlines()))


def printing_at_once():
    with contextlib.redirect_stdout(io.StringIO()) as text:
        together(*(functools.partial(print, n, end=" ") for n in range(5)))
    print(sorted(text.getvalue().split()))


def thread_in_del():
    class Last:
        def __del__(self):
            thread = Thread(target=print, args=("from __del__",))
            thread.start()
            thread.join()

    last = Last()
    del last
    print("after")


def tracing():
    seen = []

    def trace(frame, event, arg):
        if frame.f_code.co_name == "traced":
            seen.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
            return trace

    def traced():
        x = 1
        return x

    threading.settrace(trace)
    together(traced)
    threading.settrace(None)
    together(traced)
    print(seen)
    profiled = []
    threading.setprofile(lambda frame, event, arg: profiled.append(event) if frame.f_code is traced.__code__ else None)
    together(traced)
    threading.setprofile(None)
    print(profiled)
    seen.clear()
    sys.settrace(trace)
    traced()
    sys.settrace(None)
    print(seen)


def monitoring():
    monitoring, seen = sys.monitoring, []
    monitoring.use_tool_id(3, "tour")

    def watched():
        return sum([1, 2])

    monitoring.register_callback(3, monitoring.events.PY_START, lambda code, offset: seen.append(code.co_name))
    monitoring.register_callback(3, monitoring.events.LINE, lambda code, line: seen.append("line"))
    monitoring.set_local_events(3, watched.__code__, monitoring.events.PY_START | monitoring.events.LINE)
    together(watched, watched)
    monitoring.free_tool_id(3)
    print(sorted(seen))


def signals():
    seen = []
    together(lambda: seen.append(error_of(signal.signal, signal.SIGTERM, signal.SIG_IGN)))
    print(seen)
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, before)


def recursion():
    def deep(n):
        return deep(n + 1)

    class Endless:
        def __repr__(self):
            return repr(self)

    def stays(function, *args):
        try:
            function(*args)
        except RecursionError:
            seen.append("RecursionError")

    seen = []
    together(lambda: stays(deep, 0))
    together(lambda: stays(repr, Endless()))
    together(lambda: stays(deep, 0))
    stays(deep, 0)
    print(seen)


def ended_from_outside():
    class Gone(Exception):
        pass

    def work():
        try:
            while True:
                ready.set()
                time.sleep(0.01)
        except Gone:
            seen.append("gone")

    seen, ready, thread = [], threading.Event(), Thread(target=work)
    thread.start()
    ready.wait()
    print(ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(Gone)))
    thread.join()
    print(seen)


for part in (logging_from_threads, printing_at_once, thread_in_del, tracing, monitoring, signals, recursion, ended_from_outside):
    print(f"-- {part.__name__}")
    part()
