"""The pool probe's parts, told by hand what SQLAlchemy would tell them. The contract tests have the real one."""

import gc
import sys
import traceback
import unittest
from typing import Any

from faultline.pristine.halt import Halt
from faultline.probes.pool.collector import Collector
from faultline.probes.pool.requests import Requests
from faultline.report import facts

from .pool_case import Engine, Fairy, NullPool, PoolProbeCase, QueuePool, Record


class ConnectionsOfAPool(PoolProbeCase):
    def test_a_connection_is_opened_taken_and_given_back(self) -> None:
        pool = QueuePool(2, 1, 0.5)
        record, driver = Record(pool), object()
        self.connections.opened(driver, record)
        self.connections.taken(driver, record, Fairy())
        self.assertTrue(self.connections.returned(record, "returned", None))
        self.assertFalse(self.connections.returned(record, "returned", None))
        name = "ConnectionsOfAPool.test_a_connection_is_opened_taken_and_given_back"
        self.assertEqual(
            self.of("connection 1")[1:],
            [
                ("state", "idle", None),
                ("open", name, 0),
                ("state", "out", "MainThread"),
                ("close", "returned", 0),
                ("state", "idle", None),
            ],
        )
        self.assertEqual(self.levels("opened"), [0, 1])
        self.assertEqual(self.levels("checked out"), [0, 1, 0])
        self.assertEqual(self.levels("overflow"), [-2, -1])

    def test_a_pool_tells_its_limits(self) -> None:
        pool = QueuePool(2, 1, 0.5)
        self.pools.lane(pool, None)
        self.assertEqual(self.of("pool")[1], ("state", "QueuePool", "0.5"))
        self.assertEqual((self.levels("size"), self.levels("most")), ([2], [3]))

    def test_without_a_limit_there_is_none_and_without_a_size_no_overflow(self) -> None:
        pools = QueuePool(1, -1, 30), NullPool()
        for pool in pools:
            self.pools.lane(pool, None)
        self.assertEqual((self.levels("size"), self.levels("most")), ([1], []))
        self.assertEqual(self.of("pool 2")[1], ("state", "NullPool", ""))
        self.assertEqual(self.levels("overflow"), [-1])

    def test_a_size_of_nothing_counts_no_overflow(self) -> None:
        record = Record(QueuePool(0, -1, 30))
        self.connections.opened(object(), record)
        self.assertEqual(self.levels("overflow"), [0])

    def test_a_pool_is_called_by_its_engines_name(self) -> None:
        pool = QueuePool(2, 1, 0.5)
        shop = Engine(pool)
        self.pools.lane(shop.pool, sys._getframe())
        self.assertEqual(self.of("shop")[0][0], "track")

    def test_a_closed_connection_is_neither_open_nor_out(self) -> None:
        record, driver = Record(QueuePool(2, 1, 0.5)), object()
        self.connections.opened(driver, record)
        self.connections.taken(driver, record, Fairy())
        self.connections.closed(driver, record)
        self.connections.closed(driver)
        self.assertEqual(self.of("connection 1")[-2:], [("close", "closed", 0), ("state", "closed", None)])
        self.assertEqual(self.levels("opened"), [0, 1, 0])
        self.assertIsNone(self.connections.track_of(driver))

    def test_all_who_share_a_connection_have_it_until_each_has_given_it_back(self) -> None:
        record, driver, first, second = Record(NullPool()), object(), Fairy(), Fairy()
        self.connections.opened(driver, record)
        for fairy in (first, first, second):
            self.connections.taken(driver, record, fairy)
        self.connections.returned(record, "returned", second)
        self.connections.taken(driver, record, Fairy())
        self.connections.returned(record, "dropped", Fairy())
        self.connections.returned(record, "returned", first)
        spans = [(word, what, span) for word, what, span in self.of("connection 1") if word in ("open", "close")]
        self.assertEqual([span for word, _, span in spans if word == "open"], [0, 1, 2])
        self.assertEqual(
            [(what, span) for word, what, span in spans if word == "close"],
            [("returned", 1), ("dropped", 2), ("returned", 0)],
        )
        self.assertEqual(self.levels("checked out"), [0, 1, 0])
        self.assertEqual(self.levels("idle"), [0, 1, 0, 1])
        self.assertEqual(self.of("connection 1")[-1], ("state", "idle", None))

    def test_a_detached_connection_is_open_and_no_overflow(self) -> None:
        pool = QueuePool(1, 0, 0.5)
        first, second = (object(), Record(pool)), (object(), Record(pool))
        self.connections.opened(*first)
        self.connections.taken(*first, Fairy())
        self.connections.detached(*first)
        self.connections.opened(*second)
        self.connections.closed(first[0])
        self.assertEqual(self.levels("opened"), [0, 1, 2, 1])
        self.assertEqual(self.levels("overflow"), [-1, 0, -1, 0])

    def test_a_record_that_nobody_keeps_is_not_kept_by_us(self) -> None:
        def open_one() -> None:
            self.connections.opened(object(), Record(QueuePool(2, 1, 0.5)))

        open_one()
        gc.collect()
        self.assertEqual(self.levels("opened"), [0, 1, 0])
        self.assertEqual(self.of("connection 1")[-1], ("state", "closed", None))


class PoolsThatAreGone(PoolProbeCase):
    def engine_pool(self, dialect: Any, size: int) -> Any:
        pool = QueuePool(size, 0, 0.5)
        vars(pool)["_dialect"] = dialect
        return pool

    def test_a_pool_that_its_engine_disposed_of_lives_on_in_what_is_out(self) -> None:
        dialect = Record(None)
        old, new = self.engine_pool(dialect, 1), self.engine_pool(dialect, 1)
        first, second = (object(), Record(old)), (object(), Record(new))
        self.connections.opened(*first)
        self.connections.taken(*first, Fairy())
        self.connections.opened(*second)
        self.connections.taken(*second, Fairy())
        self.assertEqual(self.levels("checked out")[-1], 2)
        self.assertEqual(self.levels("overflow"), [-1, 0, -1, 0])
        self.connections.returned(first[1], "returned", None)
        self.connections.closed(*first)
        self.assertEqual((self.levels("opened")[-1], self.levels("checked out")[-1]), (1, 1))
        self.assertEqual(self.levels("overflow")[-1], 0)
        self.assertEqual(self.of("pool 2"), [])
        self.assertEqual(self.of("connection 2")[-1], ("state", "out", "MainThread"))

    def test_a_pool_that_nobody_has_leaves_the_sums(self) -> None:
        for _ in range(5):
            self.connections.opened(object(), Record(self.engine_pool(Record(None), 3)))
        gc.collect()
        self.assertEqual(self.of("pool 5")[-1], ("state", "gone", None))
        kept = self.engine_pool(Record(None), 2)
        self.pools.lane(kept, None)
        self.assertEqual((self.levels("opened")[-1], self.levels("overflow")[-1]), (0, -2))

    def test_pools_without_an_engine_are_not_taken_for_one_another(self) -> None:
        class Bare(QueuePool):
            _dialect = Record(None)

        one, other = Bare(1, 0, 0.5), Bare(1, 0, 0.5)
        one._dialect = other._dialect = Bare._dialect
        self.pools.lane(one, None)
        self.pools.lane(other, None)
        self.assertEqual(self.levels("overflow"), [-1, -2])


class RequestsOfThreads(PoolProbeCase):
    def test_only_who_really_waits_is_waiting(self) -> None:
        requests = Requests(self.stage, self.pools)
        pool = QueuePool(2, 1, 0.5)

        def connect(_pool: Any, seconds: float = 0) -> str:
            if seconds:
                self.scheduler.block("lock.acquire", object(), seconds)
                raise TimeoutError
            return "a connection"

        self.assertEqual(requests.around(TimeoutError)(connect)(pool), "a connection")
        self.assertEqual(self.levels("waiting"), [])

        def wait() -> None:
            with self.assertRaises(TimeoutError):
                requests.around(TimeoutError)(lambda one: connect(one, 2))(pool)

        thread = self.start(wait)
        self.join(thread)
        self.assertEqual(self.levels("waiting"), [1, 0])
        self.assertEqual([word for word, *_ in self.of("timeouts")], ["track", "tally"])
        (_, *waited) = self.of(thread.name)
        self.assertEqual([(word, name) for word, name, _ in waited][1], ("close", "timed out"))

    def test_another_error_is_no_timeout(self) -> None:
        requests = Requests(self.stage, self.pools)

        def refuse(_pool: Any) -> None:
            raise ValueError("no such database")

        frames: list[str] = []
        try:
            requests.around(TimeoutError)(refuse)(NullPool())
        except ValueError as error:
            frames = [frame.f_code.co_name for frame, _ in traceback.walk_tb(error.__traceback__)]
        self.assertEqual(frames, ["test_another_error_is_no_timeout", "refuse"])
        self.assertEqual(self.of("timeouts"), [("track", "timeouts", -1)])

    def test_who_waits_when_the_run_ends_still_waits(self) -> None:
        requests = Requests(self.stage, self.pools)

        def connect(_pool: Any) -> None:
            self.scheduler.block("lock.acquire", object(), None)

        thread = self.start(lambda: requests.around(TimeoutError)(connect)(QueuePool(1, 0, 30)))
        with self.assertRaises(Halt):
            thread.join()
        self.scheduler.unwind()
        self.assertEqual([word for word, *_ in self.of(thread.name)], ["track", "open"])
        self.assertEqual(self.levels("waiting"), [1])


class TheCollectorsPart(PoolProbeCase):
    def test_it_is_at_work_only_while_it_collects(self) -> None:
        collector = Collector(self.stage)
        seen: list[bool] = []

        class Lost:
            def __del__(self) -> None:
                seen.append(collector.at_work)
                collector.brought_back()

        lost: Any = Lost()
        lost.itself = lost
        del lost
        gc.collect()
        self.assertEqual(seen, [True])
        self.assertFalse(collector.at_work)
        self.assertEqual(self.of("collected")[1:], [("tally", 1, None), ("mark", facts.brought_back(1), "note")])
        # A collection that finds nothing is no news.
        gc.collect()
        self.assertEqual(len(self.of("collected")), 3)

    def test_it_leaves_no_callback_behind(self) -> None:
        before = list(gc.callbacks)
        Collector(self.stage)
        self.replacements.restore()
        self.assertEqual(gc.callbacks, before)


if __name__ == "__main__":
    unittest.main()
