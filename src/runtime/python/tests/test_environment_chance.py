"""Chance and clocks of a run with a schedule, the strategies that it asks for, and the platform."""

import datetime
import logging
import os
import random
import sys
import time
import unittest
import warnings
from typing import Any

from faultline.cpython.replacements import Replacements
from faultline.environment.clocks import STARTS, make_virtual, shift_clocks
from faultline.environment.free_threaded import install_free_threaded
from faultline.environment.plan import price_of, strategy_of
from faultline.environment.platform import _Info, install_platform
from faultline.environment.randomness import Chance
from faultline.scheduler.clock import VirtualClock
from faultline.scheduler.strategies.manual import Manual
from faultline.scheduler.strategies.pct import Pct
from faultline.scheduler.strategies.random_walk import RandomWalk
from faultline.scheduler.strategies.realistic import SideBySide, SwitchInterval
from faultline.scheduler.strategies.replay import Replay
from faultline.scheduler.strategies.round_robin import RoundRobin
from faultline.scheduler.strategies.strategy import Strategy


class ReplacedCase(unittest.TestCase):
    def setUp(self) -> None:
        self.replacements = Replacements()
        self.addCleanup(self.replacements.restore)


class Randomness(ReplacedCase):
    def setUp(self) -> None:
        super().setUp()
        self.addCleanup(random.setstate, random.getstate())
        self.chance = Chance()
        self.chance.install(self.replacements)

    def drawn(self) -> list[Any]:
        self.chance.restart()
        return [random.random(), os.urandom(8), random.Random().random(), random.SystemRandom().random()]

    def test_every_program_draws_the_same(self) -> None:
        self.assertEqual(self.drawn(), self.drawn())

    def test_two_draws_differ(self) -> None:
        self.chance.restart()
        self.assertNotEqual(os.urandom(8), os.urandom(8))
        self.assertNotEqual(random.Random().random(), random.Random().random())

    def test_a_seed_of_the_programs_own_is_what_it_is(self) -> None:
        # Python's documentation promises that the same seed gives the same sequence in every version.
        self.assertEqual(random.Random(1).random(), 0.13436424411240122)
        random.seed(1)
        self.assertEqual(random.random(), 0.13436424411240122)

    def test_bytes_are_as_many_as_were_asked_for(self) -> None:
        self.assertEqual([len(os.urandom(size)) for size in (0, 1, 100)], [0, 1, 100])
        self.assertRaises(ValueError, os.urandom, -1)
        self.assertRaises(TypeError, os.urandom, 1.5)

    def test_the_machines_own_chance_is_put_back(self) -> None:
        self.replacements.restore()
        self.assertNotEqual(self.drawn()[1], self.drawn()[1])


class VirtualTime(ReplacedCase):
    def setUp(self) -> None:
        super().setUp()
        self.steps = 0
        self.clock = VirtualClock(lambda: 0.0, lambda: self.steps, price=1.0)
        self.clock.restart()
        make_virtual(self.replacements, self.clock)

    def wait(self, seconds: float) -> None:
        self.clock.skip(seconds)

    def test_clocks_begin_at_a_fixed_moment(self) -> None:
        # The beginning of 2026 in UTC.
        self.assertAlmostEqual(time.time(), 1_767_225_600.0, places=2)
        self.assertAlmostEqual(time.monotonic(), 1000.0, places=2)
        self.assertAlmostEqual(time.perf_counter(), 1000.0, places=2)
        self.assertEqual(time.gmtime()[:4], (2026, 1, 1, 0))

    def test_all_of_them_go_on_by_as_much_as_is_waited(self) -> None:
        clocks: dict[str, Any] = {name: getattr(time, name) for name in ("time", "monotonic", "perf_counter")}
        before = {name: clock() for name, clock in clocks.items()}
        self.wait(90.5)
        for name, clock in clocks.items():
            self.assertAlmostEqual(clock() - before[name], 90.5, places=2, msg=name)

    def test_clocks_in_nanoseconds_show_the_same(self) -> None:
        self.wait(1.5)
        for name in STARTS:
            self.assertAlmostEqual(getattr(time, f"{name}_ns")() / 1e9, getattr(time, name)(), places=2, msg=name)
            nanoseconds: object = getattr(time, f"{name}_ns")()
            self.assertIs(type(nanoseconds), int)

    def test_what_asks_for_the_time_itself_is_told_the_same(self) -> None:
        self.wait(86_400 * 31)
        self.assertEqual(time.gmtime()[:3], (2026, 2, 1))
        self.assertEqual(datetime.datetime.now(datetime.UTC).date(), datetime.date(2026, 2, 1))
        self.assertEqual(time.gmtime(0)[:3], (1970, 1, 1))
        self.assertEqual(time.gmtime(None)[:3], (2026, 2, 1))
        self.assertEqual(time.strftime("%Y", time.gmtime(0)), "1970")

    def test_the_time_of_utc_without_a_zone_is_deprecated_as_usual(self) -> None:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            now: Any = datetime.datetime.utcnow()  # pyright: ignore[reportDeprecated]  # as the test says
        self.assertEqual((now.year, now.tzinfo), (2026, None))
        self.assertEqual([(one.category, one.filename) for one in caught], [(DeprecationWarning, __file__)])

    def test_dates_are_of_the_class_that_was_asked(self) -> None:
        class Own(datetime.datetime):
            pass

        self.assertIs(type(Own.now()), Own)
        self.assertRaises(TypeError, datetime.datetime.now, "zone")

    @unittest.skipUnless(hasattr(time, "clock_gettime"), "no clocks by number")
    def test_clocks_by_number_are_those_by_name(self) -> None:
        self.assertAlmostEqual(time.clock_gettime(time.CLOCK_REALTIME), time.time(), places=2)
        self.assertAlmostEqual(time.clock_gettime_ns(time.CLOCK_MONOTONIC) / 1e9, time.monotonic(), places=2)
        self.assertRaises(TypeError, time.clock_gettime, "real")

    def test_log_records_count_from_the_beginning_of_the_run(self) -> None:
        self.wait(2.0)
        record = logging.LogRecord("n", 1, "p", 1, "m", (), None)
        self.assertAlmostEqual(record.relativeCreated / 1000, 2.0, places=2)

    def test_everything_is_put_back(self) -> None:
        self.replacements.restore()
        self.assertGreater(abs(time.time() - STARTS["time"]), 1.0)
        self.assertEqual(datetime.datetime.now().year, time.localtime().tm_year)


class ShiftedTime(ReplacedCase):
    def test_clocks_go_on_from_where_they_start(self) -> None:
        clock = VirtualClock(lambda: 0.0, lambda: 0, price=1.0)
        clock.restart()
        shift_clocks(self.replacements, clock, {"time": 5000.0, "monotonic": 20.0, "perf_counter": 30.0})
        clock.skip(7.0)
        for name, seconds in (("time", 5007.0), ("monotonic", 27.0), ("perf_counter", 37.0)):
            self.assertAlmostEqual(getattr(time, name)(), seconds, places=2, msg=name)


class Plans(unittest.TestCase):
    def strategy(self, model: str = "cpython314", **plan: Any) -> Any:
        questions: Any = self
        return strategy_of(plan, model, lambda: 0.005, questions)

    ask = crossed = staticmethod(lambda *_: None)

    def test_each_kind_is_its_strategy(self) -> None:
        kinds: tuple[tuple[type[Strategy], dict[str, Any]], ...] = (
            (RoundRobin, {"kind": "round-robin", "every": 3}),
            (RandomWalk, {"kind": "random", "seed": 7, "probability": 0.5}),
            (Pct, {"kind": "pct", "seed": 1, "depth": 2}),
            (Replay, {"kind": "replay", "decisions": [[4, 1]]}),
            (Manual, {"kind": "manual", "decisions": []}),
            (SwitchInterval, {"kind": "realistic"}),
        )
        for kind, options in kinds:
            made: object = self.strategy(**options)
            self.assertIs(type(made), kind)
        free_threaded: object = self.strategy("free-threaded", kind="realistic")
        self.assertIs(type(free_threaded), SideBySide)

    def test_what_they_are_given_is_what_the_plan_says(self) -> None:
        self.assertEqual(self.strategy(kind="round-robin", every=3).budget(0), 3)
        self.assertEqual(self.strategy(kind="random", seed=7, probability=0.5).seed, 7)
        self.assertEqual(self.strategy(kind="replay", decisions=[[4, 1]]).budget(1), 3)

    def test_the_switch_interval_is_as_many_points_as_it_takes(self) -> None:
        # Five milliseconds, at 250 ns for a point where CPython checks, and at 50 ns for an instruction.
        self.assertEqual(self.strategy("cpython314", kind="realistic").budget(0), 20_000)
        self.assertEqual(self.strategy("before310", kind="realistic").budget(0), 100_000)
        self.assertEqual(price_of("cpython314"), 5 * price_of("before310"))


class Platforms(ReplacedCase):
    def test_a_free_threaded_interpreter_says_so_everywhere(self) -> None:
        import sysconfig

        flags, version = sys.flags, sys.version
        install_free_threaded(self.replacements)
        told: Any = sys
        self.assertFalse(told._is_gil_enabled())
        self.assertEqual((told.flags.thread_inherit_context, told.flags.gil), (1, None))
        self.assertEqual((told.flags.optimize, told.flags[:3]), (flags.optimize, flags[:3]))
        self.assertEqual(repr(told.flags), repr(flags))
        self.assertIn(" free-threading build ", sys.version)
        self.assertTrue(sys.abiflags.endswith("t"))
        self.assertEqual(sysconfig.get_config_var("Py_GIL_DISABLED"), 1)
        self.replacements.restore()
        self.assertEqual((sys.flags, sys.version), (flags, version))
        self.assertNotEqual(sysconfig.get_config_var("Py_GIL_DISABLED"), 1)

    def test_a_build_without_threads_says_that_it_has_them(self) -> None:
        class Usual(tuple[Any, ...]):
            pthreads, shared_memory = False, False

            def __repr__(self) -> str:
                return "info(pthreads=False, shared_memory=False)"

        usual = Usual()
        self.replacements.put(sys, "_emscripten_info", usual)
        install_platform(self.replacements)
        told: Any = sys
        info: _Info = told._emscripten_info
        self.assertTrue(info.pthreads)
        self.assertFalse(info.shared_memory)
        self.assertEqual(repr(info), "info(pthreads=True, shared_memory=False)")


if __name__ == "__main__":
    unittest.main()
