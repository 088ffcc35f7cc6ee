"""What a task awaits: through shields, generators and the library."""

import unittest

from .driving import run


class WhatIsAwaited(unittest.TestCase):
    def waits(self, source: str) -> list[tuple[str, str | None]]:
        result = run(source)
        self.assertEqual(result.ending, {"kind": "finished"})
        events = result.tape.events()
        return [(e.b, e.place) for e in events if e.word == "state" and e.a == "waiting" and "main" in e.track]

    def test_a_shielded_task_is_no_request_of_its_own(self) -> None:
        source = """
            import asyncio
            async def child(): await asyncio.sleep(1)
            async def main():
                await asyncio.shield(asyncio.get_running_loop().create_task(child()))
            asyncio.run(main())
        """
        self.assertEqual(self.waits(source), [("shield", "main.py:5")])
        self.assertEqual(max(run(source).levels("in flight")), 1)

    def test_a_lock_in_a_with_statement(self) -> None:
        source = """
            import asyncio
            async def main():
                lock = asyncio.Lock()
                await lock.acquire()
                asyncio.get_running_loop().call_later(1, lock.release)
                async with lock:
                    pass
            asyncio.run(main())
        """
        self.assertEqual(self.waits(source), [("Lock.acquire", "main.py:7")])

    def test_inside_an_async_generator(self) -> None:
        source = """
            import asyncio
            async def numbers():
                await asyncio.sleep(1)
                yield 1
            async def main():
                async for number in numbers():
                    pass
            asyncio.run(main())
        """
        self.assertEqual(self.waits(source), [("asyncio.sleep(1)", "main.py:4")])


if __name__ == "__main__":
    unittest.main()
