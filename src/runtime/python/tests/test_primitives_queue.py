"""Queues of every kind, from their documentation."""

import queue
import threading
import time
import weakref
from collections.abc import Callable
from typing import Any

from .threads_case import AtRandom, ThreadsCase


def _kinds() -> tuple[Any, ...]:
    """As they are now: during a test one of them is ours."""
    return queue.Queue, queue.SimpleQueue


def _put_late(items: Any) -> None:
    time.sleep(1)
    items.put("late")


class Queues(ThreadsCase):
    def test_order(self) -> None:
        cases: list[tuple[Callable[[], Any], list[int]]] = [
            (queue.Queue, [3, 1, 2]),
            (queue.LifoQueue, [2, 1, 3]),
            (queue.PriorityQueue, [1, 2, 3]),
            (queue.SimpleQueue, [3, 1, 2]),
        ]
        for kind, expected in cases:
            items = kind()
            for item in (3, 1, 2):
                items.put(item)
            self.assertEqual((items.qsize(), items.empty()), (3, False))
            self.assertEqual([items.get() for _ in range(3)], expected)
            self.assertTrue(items.empty())

    def test_full(self) -> None:
        items: queue.Queue[int] = queue.Queue(1)
        items.put(1)
        self.assertTrue(items.full())
        self.assertRaises(queue.Full, items.put_nowait, 2)
        self.assertRaises(queue.Full, items.put, 2, False)
        with self.assertRaises(queue.Full):
            items.put(2, timeout=3)
        self.assertNow(3)
        with self.assertRaisesRegex(ValueError, "'timeout' must be a non-negative number"):
            items.put(2, timeout=-1)
        self.start(lambda: (time.sleep(1), items.get()))
        items.put(2, timeout=3)
        self.assertNow(4)

    def test_empty(self) -> None:
        for kind in _kinds():
            began = self.scheduler.now()
            items = kind()
            self.assertRaises(queue.Empty, items.get_nowait)
            self.assertRaises(queue.Empty, items.get, False)
            with self.assertRaises(queue.Empty):
                items.get(timeout=3)
            with self.assertRaisesRegex(ValueError, "'timeout' must be a non-negative number"):
                items.get(timeout=-1)
            self.assertAlmostEqual(self.scheduler.now() - began, 3, places=3)
            self.start(_put_late, items)
            self.assertEqual(items.get(timeout=3), "late")
            self.assertAlmostEqual(self.scheduler.now() - began, 4, places=3)

    def test_everything_arrives_once_and_in_each_producers_order(self) -> None:
        for kind in _kinds():
            items = kind(*([2] if kind is queue.Queue else []))
            got: list[tuple[int, int]] = []

            def produce(number: int, items: Any = items) -> None:
                for item in range(5):
                    items.put((number, item))

            def consume(items: Any = items, got: list[tuple[int, int]] = got) -> None:
                while (item := items.get()) is not None:
                    got.append(item)

            producers = [self.start(produce, number) for number in range(3)]
            consumers = [self.start(consume) for _ in range(2)]
            self.join(*producers)
            for _ in consumers:
                items.put(None)
            self.join(*consumers)
            self.assertEqual(sorted(got), [(number, item) for number in range(3) for item in range(5)])

    def test_join_and_task_done(self) -> None:
        jobs: queue.Queue[int] = queue.Queue()

        def work() -> None:
            while True:
                time.sleep(jobs.get())
                jobs.task_done()

        for _ in range(2):
            self.start(work, daemon=True)
        for _ in range(4):
            jobs.put(1)
        jobs.join()
        self.assertNow(2)
        jobs.join()
        with self.assertRaisesRegex(ValueError, r"^task_done\(\) called too many times$"):
            jobs.task_done()

    def test_shutdown(self) -> None:
        items: Any = queue.Queue[Any](2)
        outcomes: list[str] = []

        def get() -> None:
            try:
                while True:
                    items.get()
                    time.sleep(2)
            except queue.ShutDown:
                outcomes.append("no more")

        def put() -> None:
            try:
                while True:
                    items.put(1)
            except queue.ShutDown:
                outcomes.append("closed")

        getter, putter = self.start(get), self.start(put)
        time.sleep(1)
        items.shutdown()
        self.join(putter)
        self.assertNow(1)
        self.join(getter)
        self.assertEqual(outcomes, ["closed", "no more"])
        self.assertRaises(queue.ShutDown, items.put_nowait, 1)

    def test_immediate_shutdown(self) -> None:
        items: Any = queue.Queue[Any]()
        for item in range(3):
            items.put(item)
        joining = self.start(items.join)
        items.shutdown(immediate=True)
        self.join(joining)
        self.assertRaises(queue.ShutDown, items.get)
        self.assertEqual(items.qsize(), 0)

    def test_shutdown_wakes_all_that_wait(self) -> None:
        items: Any = queue.Queue[Any]()
        outcomes: list[str] = []

        def get() -> None:
            try:
                items.get()
            except queue.ShutDown:
                outcomes.append("no more")

        threads = [self.start(get) for _ in range(3)]
        items.shutdown()
        self.join(*threads)
        self.assertEqual(outcomes, ["no more"] * 3)


class SimpleQueues(ThreadsCase):
    def test_its_type(self) -> None:
        items: queue.SimpleQueue[int] = queue.SimpleQueue()
        self.assertRegex(repr(items), "^<_queue.SimpleQueue object at 0x[0-9a-f]+>$")
        self.assertIs(weakref.ref(items)(), items)
        self.assertEqual(repr(queue.SimpleQueue[int]), "_queue.SimpleQueue[int]")
        self.assertRaises(TypeError, queue.SimpleQueue, 3)
        self.assertRaises(TypeError, items.get, timeout="soon")
        items.put_nowait(1)
        items.put(2, block=True, timeout=-1)
        self.assertEqual((items.get(False, -1), items.get(True, None)), (1, 2))

    def test_a_finaliser_may_put(self) -> None:
        items: queue.SimpleQueue[Any] = queue.SimpleQueue()

        class Last:
            def __del__(self) -> None:
                items.put("last words")

        items.put(Last())
        items.get()
        self.assertEqual(items.get(timeout=1), "last words")

    def test_one_item_ends_one_wait(self) -> None:
        items: queue.SimpleQueue[int] = queue.SimpleQueue()
        got: list[int] = []
        threads = [self.start(lambda: got.append(items.get()), daemon=True) for _ in range(3)]
        items.put(1)
        time.sleep(1)
        self.assertEqual((got, sum(thread.is_alive() for thread in threads)), ([1], 2))
        self.assertEqual(threading.active_count(), 3)


class QueuesAtRandom(Queues, AtRandom):
    pass


class SimpleQueuesAtRandom(SimpleQueues, AtRandom):
    pass
