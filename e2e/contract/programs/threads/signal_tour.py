"""A tour of events, semaphores and barriers. CPython prints the same lines."""

import threading
import time
from threading import Thread


def since(start):
    """Tenths of a second, so that a slow machine tells the same."""
    return round((time.monotonic() - start) * 10)


def error_of(function, *args, **options):
    try:
        return function(*args, **options)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


def together(function, count=3):
    """Runs `function` in so many threads, each with its number, and waits for them."""
    threads = [Thread(target=function, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def lock():
    lock = threading.Lock()
    print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False))
    start = time.monotonic()
    print(lock.acquire(timeout=0.2), since(start))
    print(error_of(lock.acquire, False, 1))
    print(error_of(lock.acquire, timeout=-3))
    print(lock.release(), error_of(lock.release))
    counter = 0

    def count(_):
        nonlocal counter
        for _ in range(100):
            with lock:
                seen = counter
                counter = seen + int(1)

    together(count, 5)
    print(counter, lock.locked())
    # Whoever it is may release it.
    lock.acquire()
    together(lambda n: lock.release(), 1)
    print(lock.locked())
    try:
        with lock:
            1 / 0
    except ZeroDivisionError:
        print("left", lock.locked())


def event():
    event = threading.Event()
    seen = []
    print(event.is_set(), event.wait(0.1), event.wait(0))
    waiters = [Thread(target=lambda: seen.append(event.wait(9))) for _ in range(3)]
    for thread in waiters:
        thread.start()
    time.sleep(0.05)
    event.set()
    for thread in waiters:
        thread.join()
    print(seen, event.is_set(), event.wait())
    event.clear()
    print(event.is_set())


def semaphores():
    gate, lock = threading.Semaphore(2), threading.Lock()
    inside = most = 0

    def visit(_):
        nonlocal inside, most
        with gate:
            with lock:
                inside += 1
                most = max(most, inside)
            time.sleep(0.1)
            with lock:
                inside -= 1

    start = time.monotonic()
    together(visit, 6)
    print(most, since(start))
    bounded = threading.BoundedSemaphore(1)
    print(bounded.acquire(), bounded.acquire(blocking=False), bounded.acquire(timeout=0.1))
    print(bounded.release(), error_of(bounded.release), error_of(threading.Semaphore, -1))
    print(error_of(gate.acquire, False, 1))
    gate.release(2)
    print([gate.acquire(False) for _ in range(5)], error_of(gate.release, 0))


def barrier():
    seen = []
    barrier = threading.Barrier(3, action=lambda: seen.append("all here"))

    def meet(n):
        seen.append(barrier.wait())

    together(meet)
    print(seen[0], sorted(seen[1:]), barrier.n_waiting, barrier.parties, barrier.broken)
    together(meet)
    print(len(seen))
    lonely = threading.Barrier(2, timeout=0.1)
    print(error_of(lonely.wait), lonely.broken, error_of(lonely.wait))
    lonely.reset()
    print(lonely.broken)
    problems = []

    def wait(_):
        problems.append(error_of(lonely.wait, 9))

    for interrupt in (lonely.abort, lonely.reset):
        thread = Thread(target=wait, args=(0,))
        thread.start()
        time.sleep(0.05)
        interrupt()
        thread.join()
        print(problems[-1], lonely.broken)

    def fail():
        raise OSError("in the action")

    failing = threading.Barrier(2, action=fail)
    found = []
    together(lambda n: found.append(error_of(failing.wait)), 2)
    print(sorted(found), failing.broken)


for part in (event, semaphores, barrier):
    print(f"-- {part.__name__}")
    part()
