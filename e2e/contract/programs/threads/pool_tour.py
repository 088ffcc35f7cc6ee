"""A tour of queues and thread pools. CPython prints the same lines."""

import queue
import threading
import time
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, as_completed, wait
from threading import Thread


def since(start):
    """Tenths of a second, so that a slow machine tells the same."""
    return round((time.monotonic() - start) * 10)


def error_of(function, *args, **options):
    try:
        return function(*args, **options)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


def in_thread(function, *args):
    thread = Thread(target=function, args=args)
    thread.start()
    return thread


def queues():
    shared, got = queue.Queue(maxsize=3), []

    def produce():
        for n in range(20):
            shared.put(n)
        shared.put(None)

    def consume():
        while (item := shared.get()) is not None:
            got.append(item)
            shared.task_done()
        shared.task_done()

    threads = in_thread(produce), in_thread(consume)
    shared.join()
    for thread in threads:
        thread.join()
    print(got == list(range(20)), shared.empty(), shared.qsize(), shared.full())
    start = time.monotonic()
    print(error_of(shared.get, timeout=0.2), error_of(shared.get_nowait), since(start))
    for n in range(3):
        shared.put(n)
    print(error_of(shared.put_nowait, 3), error_of(shared.put, 3, timeout=0.1), shared.full())
    print(error_of(shared.get, timeout=-1), "|", [error_of(shared.task_done) for _ in range(4)][-1])


def other_queues():
    simple = queue.SimpleQueue()
    giver = in_thread(lambda: (time.sleep(0.1), simple.put("late")))
    print(simple.get(), simple.empty(), error_of(simple.get, timeout=0.1), error_of(simple.get_nowait))
    giver.join()
    by_priority, last_first = queue.PriorityQueue(), queue.LifoQueue()
    for n in (3, 1, 2):
        by_priority.put(n)
        last_first.put(n)
    print([by_priority.get() for _ in range(3)], [last_first.get() for _ in range(3)])


def shutting_down():
    shared, ends = queue.Queue(), []
    waiting = in_thread(lambda: ends.append(error_of(shared.get)))
    time.sleep(0.05)
    shared.shutdown()
    waiting.join()
    print(ends, error_of(shared.put, 1), error_of(shared.get))
    rest = queue.Queue()
    rest.put(1)
    rest.shutdown()
    print(rest.get(), error_of(rest.get))
    gone = queue.Queue(1)
    gone.put(1)
    full = in_thread(lambda: ends.append(error_of(gone.put, 2)))
    time.sleep(0.05)
    gone.shutdown(immediate=True)
    full.join()
    print(ends[1:], error_of(gone.get), error_of(gone.join))


def slow(seconds):
    time.sleep(seconds / 10)
    return seconds


def fail(words):
    raise OSError(words)


def pools():
    with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
        start = time.monotonic()
        print(list(pool.map(slow, [3, 1, 2])), since(start))
        futures = {pool.submit(slow, n): n for n in (3, 1, 2)}
        print([futures[future] for future in as_completed(futures)])
        print(error_of(pool.submit(fail, "in the pool").result), repr(pool.submit(fail, "kept").exception()))
        name = pool.submit(lambda: threading.current_thread().name).result()
        print(name.startswith("pool_"), pool.submit(pow, 2, exp=5).result())
        print(error_of(lambda: list(pool.map(fail, ["first", "second"]))))
        print(error_of(pool.submit(slow, 3).result, timeout=0.1))
    print(error_of(pool.submit, slow, 1))


def futures():
    with ThreadPoolExecutor(1) as pool:
        first, second = pool.submit(slow, 2), pool.submit(slow, 1)
        time.sleep(0.05)
        print(first.running(), first.cancel(), second.cancel(), second.cancelled(), error_of(second.result))
        seen = []
        first.add_done_callback(lambda future: seen.append(future.result()))
        print(first.result(), first.done())
    first.add_done_callback(lambda future: seen.append("at once"))
    print(seen)
    with ThreadPoolExecutor(4) as pool:
        futures = [pool.submit(slow, n) for n in (1, 3)]
        done, waiting = wait(futures, return_when=FIRST_COMPLETED)
        print(len(done), len(waiting), futures[0] in done)
        failing = pool.submit(fail, "early")
        done, waiting = wait([failing, futures[1]], return_when=FIRST_EXCEPTION)
        print(failing in done, futures[1] in waiting, len(wait(futures).done))
        print(error_of(lambda: list(as_completed([pool.submit(slow, 3)], timeout=0.1))))


def ending_a_pool():
    pool = ThreadPoolExecutor(1)
    futures = [pool.submit(slow, 1) for _ in range(4)]
    time.sleep(0.05)
    pool.shutdown(wait=True, cancel_futures=True)
    print([future.cancelled() for future in futures])

    def refuse():
        raise RuntimeError("no start")

    with ThreadPoolExecutor(1, initializer=refuse) as broken:
        print(error_of(broken.submit(slow, 1).result))

    def outer(pool):
        return pool.submit(slow, 1).result() + 1

    with ThreadPoolExecutor(2) as pool:
        print(pool.submit(outer, pool).result())


for part in (queues, other_queues, shutting_down, pools, futures, ending_a_pool):
    print(f"-- {part.__name__}")
    part()
print("-- a pool that nobody shuts down")
forgotten = ThreadPoolExecutor(2)
forgotten.submit(lambda: (time.sleep(0.2), print("still done")))
