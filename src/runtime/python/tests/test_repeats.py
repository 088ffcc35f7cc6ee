"""The same program under the same schedule sees the same clocks, the same chance, and is told the same addresses."""

import re
import unittest
from typing import Any

from faultline.report.addresses import Addresses

from .driving import Run, run

_SCHEDULE: dict[str, Any] = {"model": "before310", "strategy": {"kind": "realistic"}, "check": None}


def scheduled(source: str) -> Run:
    return run(source, probes=(), schedule=_SCHEDULE)


def _anywhere(text: str) -> str:
    """Without the folder in which the program lay."""
    return re.sub(r"/\S*/main.py", "main.py", text)


class TheSameEveryTime(unittest.TestCase):
    def assertRepeats(self, source: str) -> str:
        first, second = scheduled(source), scheduled(source)
        self.assertEqual(_anywhere(str(first.ending)), _anywhere(str(second.ending)))
        for stream in ("stdout", "stderr"):
            self.assertEqual(_anywhere(first.printed(stream)), _anywhere(second.printed(stream)))
        return first.printed() + first.printed("stderr")

    def test_clocks(self) -> None:
        printed = self.assertRepeats("""
            import datetime, os, pickle, time
            print(time.localtime()[0], time.gmtime()[0], time.ctime()[-4:], time.asctime()[-4:], time.strftime("%Y"))
            print(datetime.datetime.now().year, datetime.date.today().year, datetime.datetime.today().year)
            now = datetime.datetime.now(datetime.timezone.utc)
            print(now.year, now.tzinfo, type(now) is datetime.datetime, pickle.loads(pickle.dumps(now)) == now)
            class Own(datetime.datetime): pass
            print(type(Own.now()).__name__, Own.utcnow().year, time.gmtime(0)[0], time.strftime("%Y", time.gmtime(0)))
            print(time.process_time(), time.clock_gettime(time.CLOCK_REALTIME), os.times())
        """)
        self.assertEqual(printed.splitlines()[0].split(), ["2026"] * 5)
        self.assertEqual(printed.splitlines()[1].split(), ["2026"] * 3)
        self.assertEqual(printed.splitlines()[2], "2026 UTC True True")
        self.assertEqual(printed.splitlines()[3], "Own 2026 1970 1970")

    def test_the_calendar_goes_on_with_waiting(self) -> None:
        printed = scheduled("""
            import datetime, time
            began, processing = datetime.datetime.now(), time.process_time()
            time.sleep(3600)
            print(round((datetime.datetime.now() - began).total_seconds()), time.localtime()[3] != began.hour)
            print(time.process_time() - processing < 1)
        """).printed()
        self.assertEqual(printed, "3600 True\nTrue\n")

    def test_wrong_arguments_raise_what_they_raise(self) -> None:
        printed = scheduled("""
            import datetime, os, time
            for wrong in (lambda: datetime.datetime.now(1), lambda: time.localtime("x"), lambda: time.asctime(None),
                          lambda: os.urandom(-1), lambda: os.urandom("1"), lambda: time.strftime()):
                try: wrong()
                except (TypeError, ValueError) as error: print(type(error).__name__)
        """).printed()
        self.assertEqual(
            printed.split(), ["TypeError", "TypeError", "TypeError", "ValueError", "TypeError", "TypeError"]
        )

    def test_chance(self) -> None:
        printed = self.assertRepeats("""
            import os, random, secrets, uuid
            print(os.urandom(4), uuid.uuid4(), secrets.token_hex(4), random.SystemRandom().random())
            print(random.random(), random.Random().random(), random.Random(None).random(), random.Random(5).random())
            random.seed()
            print(random.random(), len(os.urandom(0)))
        """)
        self.assertEqual(len(set(printed.split())), len(printed.split()))
        self.assertIn("0.6229016948897019", printed)

    def test_addresses_in_what_is_printed_and_raised(self) -> None:
        printed = self.assertRepeats("""
            class A:
                def __del__(self): raise ValueError(self)
            a = A()
            print(a, [a], object(), a.__repr__, hex(2**40))
            del a
            raise RuntimeError(object())
        """)
        self.assertIn("<__main__.A object at 0x1000000> [<__main__.A object at 0x1000000>]", printed)
        self.assertIn("0x10000000000\n", printed)


class AddressesAreTold(unittest.TestCase):
    def test_in_the_order_of_their_first_appearance(self) -> None:
        told = Addresses(repeat=True).normalised
        self.assertEqual(told("<A object at 0xffff> <B at 0xeeee>"), "<A object at 0x1000000> <B at 0x1000010>")
        self.assertEqual(told("<A object at 0xffff>"), "<A object at 0x1000000>")

    def test_other_numbers_stay(self) -> None:
        self.assertEqual(Addresses(repeat=True).normalised("0xff, at 12, id 0xff"), "0xff, at 12, id 0xff")

    def test_real_ones_without_a_schedule(self) -> None:
        self.assertEqual(Addresses(repeat=False).normalised("<A object at 0xff>"), "<A object at 0xff>")


if __name__ == "__main__":
    unittest.main()
