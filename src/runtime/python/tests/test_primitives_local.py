"""Thread-local data: each thread sees its own, and it ends with the thread."""

import gc
import threading
import time
import weakref
from typing import Any

from .threads_case import AtRandom, ThreadsCase


class Thing:
    """Something that can be watched go."""


class Locals(ThreadsCase):
    def test_each_thread_sees_its_own(self) -> None:
        data = threading.local()
        data.value = "main"
        seen: list[Any] = []

        def work(value: int) -> None:
            seen.append(hasattr(data, "value"))
            data.value = value
            time.sleep(1)
            seen.append(data.value)
            seen.append(data.__dict__)

        self.join(*[self.start(work, number) for number in range(3)])
        self.assertEqual(seen[:3], [False] * 3)
        self.assertEqual(sorted(map(str, seen[3:])), ["0", "1", "2", *(f"{{'value': {n}}}" for n in range(3))])
        self.assertEqual(data.value, "main")
        del data.value
        self.assertRaises(AttributeError, lambda: data.value)

    def test_a_subclass_is_initialised_in_each_thread(self) -> None:
        class Own(threading.local):
            kind = "own"

            def __init__(self, start: int) -> None:
                self.number = start

            def square(self) -> int:
                return self.number**2

        data = Own(3)
        data.number = 4
        seen: list[int] = []
        self.join(self.start(lambda: seen.append(data.square())))
        self.assertEqual((seen, data.square(), data.kind), ([9], 16, "own"))

    def test_others_may_run_while_it_is_initialised(self) -> None:
        class Own(threading.local):
            def __init__(self) -> None:
                time.sleep(1)
                self.mine = threading.get_ident()

        data = Own()
        seen: list[bool] = []

        def work() -> None:
            data.value = threading.get_ident()
            seen.append(data.value == data.mine == threading.get_ident())

        self.together(work, 4)
        self.assertEqual(seen, [True] * 4)

    def test_slots_are_shared(self) -> None:
        class Own(threading.local):
            __slots__ = ("number",)

        data = Own()
        data.number = 1
        seen: list[int] = []
        self.join(self.start(lambda: seen.append(data.number)))
        self.assertEqual(seen, [1])

    def test_an_initialiser_that_fails_is_tried_again(self) -> None:
        calls: list[int] = []

        class Own(threading.local):
            def __init__(self) -> None:
                calls.append(1)
                if len(calls) == 2:
                    raise OSError("no")

        data: Any = Own()
        seen: list[Any] = []

        def work() -> None:
            try:
                data.anything = 1
            except OSError as error:
                seen.append(str(error))
            data.anything = 2
            seen.append(data.anything)

        self.join(self.start(work))
        self.assertEqual((seen, len(calls)), (["no", 2], 3))

    def test_values_end_with_their_thread(self) -> None:
        data = threading.local()
        kept: list[weakref.ref[Thing]] = []

        def work() -> None:
            data.thing = Thing()
            kept.append(weakref.ref(data.thing))

        for _ in range(3):
            self.join(self.start(work))
        gc.collect()
        self.assertEqual([reference() for reference in kept], [None] * 3)

    def test_values_end_with_the_local(self) -> None:
        data = threading.local()
        data.thing = Thing()
        data.itself = data
        kept = weakref.ref(data.thing)
        whole = weakref.ref(data)
        del data
        gc.collect()
        self.assertEqual((kept(), whole()), (None, None))

    def test_its_dictionary_cannot_be_replaced(self) -> None:
        data = threading.local()
        data.x = 5
        self.assertEqual(data.__dict__, {"x": 5})
        with self.assertRaisesRegex(AttributeError, "^'_thread._local' object attribute '__dict__' is read-only$"):
            data.__dict__ = {}
        with self.assertRaisesRegex(AttributeError, "object attribute '__dict__' is read-only$"):
            del data.__dict__

    def test_arguments_need_an_initialiser(self) -> None:
        for arguments, options in (((1,), {}), ((), {"a": 1})):
            with self.assertRaisesRegex(TypeError, "^Initialization arguments are not supported$"):
                threading.local(*arguments, **options)
        self.assertEqual(repr(threading.local), "<class '_thread._local'>")

    def test_threads_of_one_carrier_do_not_share(self) -> None:
        data = threading.local()
        seen: list[bool] = []

        def work() -> None:
            seen.append(hasattr(data, "value"))
            data.value = 1

        for _ in range(5):
            self.join(self.start(work))
        self.assertEqual(seen, [False] * 5)


class LocalsAtRandom(Locals, AtRandom):
    pass
