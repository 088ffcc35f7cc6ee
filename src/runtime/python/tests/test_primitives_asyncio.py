"""Threads and event loops together, and sets that do not depend on addresses."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from .threads_case import AtRandom, ThreadsCase


class LoopsAndThreads(ThreadsCase):
    def test_to_thread(self) -> None:
        async def main() -> list[Any]:
            return await asyncio.gather(*[asyncio.to_thread(time.sleep, 1) for _ in range(4)], asyncio.sleep(1))

        self.assertEqual(asyncio.run(main()), [None] * 5)
        self.assertNow(1)

    def test_run_in_executor(self) -> None:
        async def main() -> list[int]:
            loop = asyncio.get_running_loop()
            with ThreadPoolExecutor(2) as pool:
                jobs = [loop.run_in_executor(pool, lambda: (time.sleep(1), threading.get_ident())[1]) for _ in "abcd"]
                return await asyncio.gather(*jobs)

        self.assertEqual(len(set(asyncio.run(main()))), 2)
        self.assertNow(2)

    def test_a_loop_in_another_thread(self) -> None:
        loop = asyncio.new_event_loop()
        thread = self.start(loop.run_forever)
        future = asyncio.run_coroutine_threadsafe(asyncio.sleep(2, "slept"), loop)
        self.assertEqual(future.result(5), "slept")
        late = asyncio.run_coroutine_threadsafe(asyncio.sleep(9), loop)
        self.assertRaises(TimeoutError, late.result, 1)
        late.cancel()
        time.sleep(1)
        loop.call_soon_threadsafe(loop.stop)
        self.join(thread)
        loop.close()
        self.assertNow(4)

    def test_each_thread_has_its_own_loop(self) -> None:
        loops: list[Any] = []

        async def main() -> None:
            await asyncio.sleep(1)
            loops.append(asyncio.get_running_loop())

        self.together(lambda: asyncio.run(main()), 3)
        self.assertEqual(len(set(map(id, loops))), 3)
        self.assertNow(1)
        asyncio.set_event_loop(mine := asyncio.new_event_loop())
        errors: list[str] = []

        def ask() -> None:
            try:
                asyncio.get_event_loop()
            except RuntimeError as error:
                errors.append(str(error))

        self.join(self.start(ask))
        self.assertEqual(errors, ["There is no current event loop in thread 'Thread-4 (ask)'."])
        self.assertIs(asyncio.get_event_loop(), mine)
        mine.close()


class Sets(ThreadsCase):
    def test_sets_of_a_few_keep_the_order_of_creation(self) -> None:
        async def main() -> None:
            loop = asyncio.get_running_loop()
            tasks = [loop.create_task(asyncio.sleep(1)) for _ in range(5)]
            futures = [loop.create_future() for _ in range(5)]
            self.assertEqual(sorted(tasks, key=hash), tasks)
            self.assertEqual(sorted(futures, key=hash), futures)
            self.assertEqual([type(tasks[0]).__name__, type(futures[0]).__name__], ["Task", "Future"])
            self.assertIsInstance(tasks[0], asyncio.Task)
            self.assertIsInstance(futures[0], asyncio.Future)

        asyncio.run(main())
        threads = [threading.Thread() for _ in range(5)]
        self.assertEqual(sorted(threads, key=hash), threads)
        with ThreadPoolExecutor(1) as pool:
            jobs = [pool.submit(int) for _ in range(5)]
            self.assertEqual(sorted(jobs, key=hash), jobs)

    def test_coroutines_become_tasks_in_the_order_given(self) -> None:
        order: list[int] = []

        async def job(number: int) -> int:
            order.append(number)
            await asyncio.sleep(5 - number)
            return number

        async def main() -> list[int]:
            return [await done for done in asyncio.as_completed([job(number) for number in range(5)])]

        self.assertEqual(asyncio.run(main()), [4, 3, 2, 1, 0])
        self.assertEqual(order, [0, 1, 2, 3, 4])
        with self.assertRaises(TypeError):
            asyncio.run(self.complete(3))

    async def complete(self, what: Any) -> None:
        for done in asyncio.as_completed(what):
            await done

    def test_names_of_tasks_are_counted_from_one(self) -> None:
        async def main() -> list[str]:
            loop = asyncio.get_running_loop()
            self.assertIsNone(loop.get_task_factory())
            named = loop.create_task(asyncio.sleep(0), name="mine")
            unnamed = asyncio.create_task(asyncio.sleep(0))
            return [task.get_name() for task in (asyncio.current_task(), named, unnamed) if task is not None]

        self.assertEqual(asyncio.run(main()), ["Task-1", "mine", "Task-2"])

    def test_a_task_factory_of_the_programs_own(self) -> None:
        made: list[Any] = []

        def factory(loop: Any, coro: Any, **options: Any) -> Any:
            made.append(coro)
            return asyncio.Task(coro, loop=loop, **options)

        async def main() -> None:
            loop = asyncio.get_running_loop()
            loop.set_task_factory(factory)
            self.assertIs(loop.get_task_factory(), factory)
            await loop.create_task(asyncio.sleep(0))
            loop.set_task_factory(None)
            await loop.create_task(asyncio.sleep(0))

        asyncio.run(main())
        self.assertEqual(len(made), 1)


class LoopsAndThreadsAtRandom(LoopsAndThreads, AtRandom):
    pass
