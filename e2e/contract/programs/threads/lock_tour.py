"""A tour of the locks: who holds them, who waits, what is an error. CPython prints the same lines."""

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


def rlock():
    lock = threading.RLock()
    out = []

    def twice(n):
        with lock:
            out.append(n)
            with lock:
                time.sleep(0.01)
                out.append(n)

    together(twice)
    print(out[0::2] == out[1::2], len(out), error_of(lock.release))
    lock.acquire()
    lock.acquire()
    seen = []
    together(lambda n: seen.append((lock.acquire(False), lock.acquire(timeout=0.1), error_of(lock.release))), 1)
    print(seen)
    lock.release()
    together(lambda n: seen.append(lock.acquire(False)), 1)
    lock.release()
    together(lambda n: seen.append((lock.acquire(False), lock.release())), 1)
    print(seen[1:], error_of(lock.release))


def condition():
    condition = threading.Condition()
    print(error_of(condition.wait), "|", error_of(condition.notify), "|", error_of(condition.notify_all))
    items, got = [], []

    def consume(_):
        with condition:
            while not items:
                condition.wait()
            got.append(items.pop())

    def produce():
        for n in range(4):
            time.sleep(0.01)
            with condition:
                items.append(n)
                condition.notify()

    producer = Thread(target=produce)
    producer.start()
    together(consume, 4)
    producer.join()
    print(sorted(got))
    start = time.monotonic()
    with condition:
        print(condition.wait(0.2), condition.wait_for(lambda: False, 0.2), since(start))
        print(condition.wait_for(lambda: "truth"))
    woken = []

    def wait(n):
        with condition:
            condition.wait()
            woken.append(n)

    threads = [Thread(target=wait, args=(n,)) for n in range(5)]
    for thread in threads:
        thread.start()
    time.sleep(0.05)
    with condition:
        condition.notify(2)
    time.sleep(0.05)
    print(len(woken))
    with condition:
        condition.notify_all()
    for thread in threads:
        thread.join()
    print(sorted(woken))
    nested = threading.Condition(threading.RLock())
    with nested, nested:
        # Waiting lets go of both.
        releaser = Thread(target=lambda: (nested.acquire(), nested.notify(), nested.release()))
        releaser.start()
        print(nested.wait(9))


for part in (lock, rlock, condition):
    print(f"-- {part.__name__}")
    part()
