"""Thread pools and their futures, from the documentation of `concurrent.futures`."""

import threading
import time
from concurrent.futures import (
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    BrokenExecutor,
    CancelledError,
    Future,
    ThreadPoolExecutor,
    as_completed,
    wait,
)
from typing import Any

from faultline.environment.thread_modules import exit_threads

from .threads_case import AtRandom, ThreadsCase


def slept(seconds: float) -> float:
    """A job that takes so long."""
    time.sleep(seconds)
    return seconds


def fail() -> None:
    """A job that fails."""
    raise OSError("no")


class Pools(ThreadsCase):
    def test_map_keeps_the_order(self) -> None:
        with ThreadPoolExecutor(2) as pool:
            self.assertEqual(list(pool.map(slept, [3, 1, 2])), [3, 1, 2])
            self.assertNow(3)
            self.assertRaises(TimeoutError, list, pool.map(slept, [1, 9], timeout=2))
            self.assertNow(5)

    def test_submit(self) -> None:
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(slept, 2)
            time.sleep(0.5)
            self.assertEqual((future.running(), future.done(), future.cancel()), (True, False, False))
            self.assertRaises(TimeoutError, future.result, 1)
            self.assertEqual((future.result(), future.done(), future.exception()), (2, True, None))
            failed = pool.submit(fail)
            self.assertIsInstance(failed.exception(), OSError)
            self.assertRaisesRegex(OSError, "no", failed.result)

    def test_as_completed(self) -> None:
        with ThreadPoolExecutor(3) as pool:
            futures = {pool.submit(slept, seconds): seconds for seconds in (3, 1, 2)}
            self.assertEqual([futures[future] for future in as_completed(futures)], [1, 2, 3])
            self.assertRaises(TimeoutError, list, as_completed([pool.submit(slept, 5)], timeout=1))

    def test_no_patience_at_all(self) -> None:
        with ThreadPoolExecutor(1) as pool:
            futures: list[Future[Any]] = [pool.submit(int), pool.submit(slept, 1)]
            wait(futures[:1])
            self.assertRaises(TimeoutError, list, as_completed(futures, timeout=0))
            self.assertRaises(TimeoutError, futures[1].result, 0)

    def test_wait(self) -> None:
        with ThreadPoolExecutor(4) as pool:
            futures: list[Future[Any]] = [pool.submit(slept, 1), pool.submit(slept, 9), pool.submit(time.sleep, 3)]
            done, pending = wait(futures, return_when=FIRST_COMPLETED)
            self.assertEqual((done, pending), ({futures[0]}, {*futures[1:]}))
            failing = pool.submit(lambda: (time.sleep(1), fail()))
            done, _ = wait([failing, *futures], return_when=FIRST_EXCEPTION)
            self.assertIn(failing, done)
            self.assertNow(2)
            self.assertEqual(len(wait(futures, timeout=2).done), 2)
            self.assertEqual(len(wait(futures).done), 3)
            self.assertNow(9)

    def test_cancel(self) -> None:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(slept, 1)
            waiting = pool.submit(slept, 1)
            self.assertTrue(waiting.cancel())
            self.assertTrue(waiting.cancelled())
            self.assertRaises(CancelledError, waiting.result)
        self.assertNow(1)

    def test_callbacks(self) -> None:
        seen: list[Any] = []
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(slept, 1)
            future.add_done_callback(lambda done: seen.append((done is future, threading.current_thread().name)))
        future.add_done_callback(lambda _: seen.append("at once"))
        self.assertEqual(seen, [(True, "ThreadPoolExecutor-0_0"), "at once"])

    def test_shutdown(self) -> None:
        pool = ThreadPoolExecutor(1, thread_name_prefix="mine")
        first, second, third = (pool.submit(slept, 1) for _ in range(3))
        time.sleep(0.5)
        self.assertEqual(threading.enumerate()[1].name, "mine_0")
        pool.shutdown(wait=False, cancel_futures=True)
        self.assertEqual((second.cancelled(), third.cancelled()), (True, True))
        with self.assertRaisesRegex(RuntimeError, "cannot schedule new futures after shutdown"):
            pool.submit(slept, 1)
        self.assertEqual(first.result(), 1)
        pool.shutdown()
        self.assertEqual(threading.active_count(), 1)

    def test_initialisers(self) -> None:
        seen: list[str] = []
        data = threading.local()

        def prepare(name: str) -> None:
            data.name = name

        with ThreadPoolExecutor(2, initializer=prepare, initargs=("ready",)) as pool:
            for _ in range(3):
                pool.submit(lambda: seen.append(data.name))
        self.assertEqual(seen, ["ready"] * 3)

    def test_an_initialiser_that_fails_breaks_the_pool(self) -> None:
        text = self.stderr_of(self.break_a_pool)
        self.assertIn("Exception in initializer:", text)

    def break_a_pool(self) -> None:
        pool = ThreadPoolExecutor(1, initializer=fail)
        future = pool.submit(slept, 1)
        self.assertRaises(BrokenExecutor, future.result)
        self.assertRaises(BrokenExecutor, pool.submit, slept, 1)

    def test_a_pool_that_nobody_shuts_down(self) -> None:
        done: list[float] = []
        pool = ThreadPoolExecutor(2)

        def work(seconds: float) -> None:
            done.append(slept(seconds))

        for seconds in (1, 2, 3):
            pool.submit(work, seconds)
        exit_threads(self.scheduler)
        self.assertEqual(sorted(done), [1, 2, 3])
        self.assertRaisesRegex(RuntimeError, "after (interpreter )?shutdown", pool.submit, slept, 1)

    def test_a_job_may_start_another_pool(self) -> None:
        def outer() -> list[float]:
            with ThreadPoolExecutor(2) as pool:
                return list(pool.map(slept, [1, 1]))

        with ThreadPoolExecutor(2) as pool:
            self.assertEqual([future.result() for future in [pool.submit(outer), pool.submit(outer)]], [[1, 1]] * 2)
        self.assertNow(1)


class PoolsAtRandom(Pools, AtRandom):
    pass
