"""SQLite among threads: who waits does so on the run clock, and a connection stays in the thread that made it."""

import inspect
import os
import sys
import tempfile
import threading
import time
import unittest
from typing import Any

from faultline.cpython.replacements import Replacements
from faultline.environment.sqlite import install_sqlite
from faultline.source.class_of import class_of

from .threads_case import ThreadsCase


class SqliteWait(ThreadsCase):
    def setUp(self) -> None:
        super().setUp()
        # As in a program that imports it for the first time.
        self.kept = {name: sys.modules.pop(name) for name in list(sys.modules) if name.partition(".")[0] == "sqlite3"}
        self.addCleanup(sys.modules.update, self.kept)
        replacements = Replacements()
        install_sqlite(replacements, self.scheduler, lambda _file: None)
        self.addCleanup(replacements.restore)
        self.replacements = replacements
        import sqlite3

        self.sqlite3: Any = sqlite3
        self.real_connection: Any = sqlite3.Connection.__base__
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "shop.db")
        with self.open() as connection:
            connection.execute("create table orders (item)")

    def open(self, timeout: float = 5.0) -> Any:
        connection = self.sqlite3.connect(self.path, timeout, check_same_thread=False)
        self.addCleanup(connection.close)
        return connection

    def count(self) -> int:
        return int(self.open().execute("select count(*) from orders").fetchone()[0])

    def test_a_writer_waits_until_the_other_has_committed(self) -> None:
        first, second = self.open(), self.open()

        def write(connection: Any, seconds: float) -> None:
            connection.execute("insert into orders values ('tea')")
            time.sleep(seconds)
            connection.commit()

        self.join(self.start(write, first, 1), self.start(write, second, 0))
        self.assertEqual(self.count(), 2)
        self.assertTrue(1 <= self.scheduler.now() < 1.3, self.scheduler.now())

    def test_wrong_arguments_are_refused_in_its_own_words(self) -> None:
        for args, options in (((), {}), ((self.path, 1), {"timeout": 2}), ((self.path,), {"colour": "red"})):
            with self.subTest(args=args, options=options):
                with self.assertRaises(TypeError) as real:
                    self.real_connection(*args, **options)
                with self.assertRaises(TypeError) as ours:
                    self.sqlite3.connect(*args, **options)
                self.assertEqual(str(ours.exception), str(real.exception))

    def test_it_gives_up_when_its_timeout_is_over(self) -> None:
        self.open().execute("insert into orders values ('tea')")
        second = self.open(0.5)
        with self.assertRaisesRegex(self.sqlite3.OperationalError, "database is locked"):
            second.execute("insert into orders values ('milk')")
        self.assertNow(0.5)

    def test_who_has_read_and_wants_to_write_is_refused_at_once(self) -> None:
        first, second = self.open(), self.open()
        second.isolation_level = None
        second.execute("begin")
        second.execute("select * from orders").fetchall()
        first.execute("insert into orders values ('tea')")
        with self.assertRaisesRegex(self.sqlite3.OperationalError, "database is locked"):
            second.execute("insert into orders values ('milk')")
        self.assertNow(0)

    def test_rows_from_an_iterator_are_all_written(self) -> None:
        first, second = self.open(), self.open()
        first.execute("insert into orders values ('tea')")

        def later() -> None:
            time.sleep(0.1)
            first.commit()

        thread = self.start(later)
        with second:
            second.executemany("insert into orders values (?)", ((str(number),) for number in range(3)))
        self.join(thread)
        self.assertEqual(self.count(), 4)

    def test_a_connection_is_refused_to_every_thread_but_its_own(self) -> None:
        sqlite3 = self.sqlite3
        own = sqlite3.connect(self.path)
        self.addCleanup(own.close)
        cursor = own.execute("select 1 union select 2")
        words = (
            r"^SQLite objects created in a thread can only be used in that same thread\. The object was created in "
            rf"thread id {threading.get_ident()} and this is thread id (\d+)\.$"
        )
        refused: list[bool] = []

        def use() -> None:
            for call in (
                own.cursor,
                own.commit,
                own.rollback,
                own.close,
                own.iterdump().__next__,
                own.__exit__,
                lambda: own("select 1"),
                lambda: own.execute("select 1"),
                lambda: own.executescript(""),
                lambda: own.create_function("f", 0, None),
                lambda: cursor.execute("select 1"),
                lambda: cursor.executemany("select ?", []),
                lambda: next(cursor),
                cursor.fetchone,
                cursor.fetchall,
                cursor.close,
            ):
                arguments = (None, None, None) if call == own.__exit__ else ()
                with self.assertRaisesRegex(sqlite3.ProgrammingError, words) as caught:
                    call(*arguments)
                refused.append(str(caught.exception).endswith(f" {threading.get_ident()}."))
            self.assertFalse(own.in_transaction)

        self.join(self.start(use))
        self.assertEqual(refused, [True] * 16)
        self.assertEqual(cursor.fetchall(), [(1,), (2,)])

    def test_a_connection_for_all_threads_is_refused_to_none(self) -> None:
        for options in ((), (5.0, 0, "", False)):
            shared = self.sqlite3.connect(self.path, *options, **({} if options else {"check_same_thread": False}))
            self.addCleanup(shared.close)
            found: list[Any] = []

            def use(one: Any, rows: list[Any]) -> None:
                rows.extend(one.execute("select 1"))

            self.join(self.start(use, shared, found))
            self.assertEqual(found, [(1,)])

    def test_who_inherits_is_refused_too_and_the_methods_look_as_ever(self) -> None:
        class Mine(self.sqlite3.Connection):
            pass

        mine = self.sqlite3.connect(self.path, factory=Mine)
        self.addCleanup(mine.close)
        errors: list[BaseException] = []

        def use() -> None:
            try:
                mine.execute("select 1")
            except self.sqlite3.ProgrammingError as error:
                errors.append(error)

        self.join(self.start(use))
        self.assertEqual(len(errors), 1)
        self.assertEqual(mine.rollback.__name__, "rollback")
        self.assertEqual(str(inspect.signature(mine.rollback)), "()")
        never = Mine.__new__(Mine)
        with self.assertRaisesRegex(self.sqlite3.ProgrammingError, "__init__ not called"):
            never.cursor()

    def test_the_classes_are_what_the_program_finds(self) -> None:
        sqlite3 = self.sqlite3
        connection = self.open()
        self.assertIs(class_of(connection), sqlite3.Connection)
        self.assertIs(class_of(connection.cursor()), sqlite3.Cursor)
        self.assertEqual(repr(sqlite3.Connection), "<class 'sqlite3.Connection'>")
        with self.assertRaises(AttributeError):
            connection.mine = 1
        with self.assertRaisesRegex(sqlite3.IntegrityError, "UNIQUE"), connection:
            connection.execute("create table names (name unique)")
            connection.executemany("insert into names values (?)", [("a",), ("a",)])
        self.assertFalse(connection.in_transaction)

    def test_what_was_replaced_is_put_back(self) -> None:
        ours = self.sqlite3.connect
        self.replacements.restore()
        self.assertIsNot(self.sqlite3.connect, ours)
        self.assertEqual(type(self.sqlite3.connect(":memory:")).__module__, "sqlite3")


if __name__ == "__main__":
    unittest.main()
