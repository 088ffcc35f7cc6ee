"""What a program hears of the network, of processes and of signals, and how its event loops wait."""

import _socket
import asyncio
import errno
import os
import selectors
import signal
import socket
import unittest
from typing import Any

from faultline.cpython.replacements import Replacements
from faultline.environment.event_loop import A_ROUND, Bell, install_event_loops
from faultline.environment.no_network import refuse_network
from faultline.environment.no_processes import refuse_processes
from faultline.report.absent import NO_PROCESSES
from faultline.scheduler.clock import VirtualClock
from faultline.scheduler.outside import Outside
from faultline.scheduler.scheduler import Scheduler
from faultline.scheduler.steps import Steps
from faultline.scheduler.thread import BLOCKED, READY

from .stage import TestMachine


class ReplacedCase(unittest.TestCase):
    def setUp(self) -> None:
        self.replacements = Replacements()
        self.addCleanup(self.replacements.restore)


class Network(ReplacedCase):
    def setUp(self) -> None:
        super().setUp()
        # In the place of what asks the machine: it answers with what it was asked.
        self.asked: list[object] = []

        def answer(host: object, *_rest: object) -> object:
            self.asked.append(host)
            return host

        for name in ("gethostbyname", "gethostbyname_ex", "getaddrinfo"):
            self.replacements.put(_socket, name, answer)
            if name != "getaddrinfo":
                self.replacements.put(socket, name, getattr(_socket, name))
        refuse_network(self.replacements)

    def test_names_of_others_cannot_be_resolved(self) -> None:
        for host in ("example.org", b"example.org", "no-such-host"):
            with self.assertRaises(socket.gaierror) as caught:
                socket.gethostbyname(host)  # pyright: ignore[reportArgumentType]  # CPython takes bytes, too
            self.assertEqual(caught.exception.args[0], socket.EAI_AGAIN)
        self.assertEqual(self.asked, [])

    def test_this_machine_is_known_by_its_names(self) -> None:
        for host in ("localhost", "LOCALHOST", socket.gethostname()):
            self.assertEqual(socket.gethostbyname(host), "127.0.0.1")

    def test_addresses_are_what_they_are(self) -> None:
        self.assertEqual(socket.gethostbyname("10.0.0.1"), "10.0.0.1")
        # As `inet_aton` reads it.
        self.assertEqual(socket.gethostbyname("127.1"), "127.0.0.1")
        for host in ("", "<broadcast>", "::1"):
            socket.gethostbyname(host)
        self.assertEqual(self.asked[-3:], ["", "<broadcast>", "::1"])

    def test_a_name_is_asked_for_by_every_way(self) -> None:
        self.assertRaises(socket.gaierror, socket.getaddrinfo, "example.org", 80)
        self.assertRaises(socket.gaierror, socket.gethostbyname_ex, "example.org")

    def test_names_that_are_none_raise_what_they_raise(self) -> None:
        self.assertRaises(UnicodeError, socket.gethostbyname, "a" * 300)


class Processes(ReplacedCase):
    def setUp(self) -> None:
        super().setUp()
        refuse_processes(self.replacements)

    def test_a_shell_cannot_be_asked(self) -> None:
        import posix

        for module in (os, posix):
            with self.assertRaises(OSError) as caught:
                module.system("ls")
            self.assertEqual(caught.exception.errno, NO_PROCESSES)

    def test_clearing_the_terminal_does_nothing(self) -> None:
        for command in ("clear", "cls", b" clear ", ""):
            self.assertEqual(os.system(command), 0)  # pyright: ignore[reportDeprecated]  # programs call it

    def test_wrong_commands_raise_what_they_raise(self) -> None:
        self.assertRaises(TypeError, os.system, 5)  # pyright: ignore[reportDeprecated]  # programs call it


class LoopCase(ReplacedCase):
    def setUp(self) -> None:
        super().setUp()
        machine, steps = TestMachine(), Steps()
        self.clock = VirtualClock(machine.now, steps.passed, price=1e-9)
        self.clock.restart()
        self.scheduler = Scheduler(machine, self.clock, steps, Outside(machine, self.clock, skip_waits=True))
        self.scheduler.most_threads = 2
        install_event_loops(self.replacements, self.scheduler)
        self.heard: list[str] = []
        self.scheduler.watchers.on_operation.append(lambda verb, _on: self.heard.append(verb))
        self.scheduler.watchers.on_happened.append(lambda what, _on: self.heard.append(what))
        running = asyncio.events._get_running_loop()
        asyncio.events._set_running_loop(None)
        self.addCleanup(asyncio.events._set_running_loop, running)


class Selecting(LoopCase):
    def select(self, timeout: float | None) -> list[Any]:
        with selectors.SelectSelector() as selector:
            return selector.select(timeout)

    def test_waiting_takes_as_long_as_the_run_clock_says(self) -> None:
        before = self.clock.now()
        self.assertEqual(self.select(90.0), [])
        self.assertAlmostEqual(self.clock.now() - before, 90.0, places=3)
        self.assertEqual(self.heard, ["get", "got"])

    def test_a_round_without_waiting_takes_a_moment(self) -> None:
        before = self.clock.now()
        self.select(0)
        self.assertAlmostEqual(self.clock.now() - before, A_ROUND, places=9)


class Bells(LoopCase):
    def setUp(self) -> None:
        super().setUp()
        self.loop: Any = asyncio.SelectorEventLoop(selectors.SelectSelector())
        self.addCleanup(self.loop.close)

    def test_a_loop_has_a_bell_in_place_of_sockets(self) -> None:
        bell: object = self.loop._csock
        self.assertIs(type(bell), Bell)
        self.assertIs(self.loop._csock, self.loop._ssock)

    def test_a_call_from_another_thread_rings(self) -> None:
        self.assertFalse(self.loop._csock.rung)
        self.loop.call_soon_threadsafe(lambda: None)
        self.assertTrue(self.loop._csock.rung)
        self.assertEqual(self.heard, ["put", "put"])

    def test_a_bell_wakes_the_thread_that_waits(self) -> None:
        thread = self.scheduler.spawn(lambda: None, False, "listener")
        thread.state = BLOCKED
        self.loop._csock.listener = thread
        self.assertEqual(self.loop._csock.send(b"\0"), 1)
        self.assertIs(thread.state, READY)

    def test_a_loop_that_was_rung_does_not_wait(self) -> None:
        async def main() -> float:
            began = self.clock.now()
            asyncio.get_running_loop().call_soon_threadsafe(lambda: None)
            await asyncio.sleep(0)
            return self.clock.now() - began

        self.assertLess(self.loop.run_until_complete(main()), 0.001)
        self.assertFalse(self.loop._csock.rung)

    def test_servers_and_connections_are_refused(self) -> None:
        for name in ("create_server", "create_connection", "create_datagram_endpoint", "create_unix_server"):
            with self.assertRaises(OSError) as caught:
                self.loop.run_until_complete(getattr(self.loop, name)(lambda: None, "localhost", 1))
            self.assertEqual(caught.exception.errno, errno.ENETDOWN)

    def test_signals_are_refused_in_words(self) -> None:
        async def coroutine() -> None:
            """Cannot be a handler."""

        with self.assertRaisesRegex(NotImplementedError, "cannot handle signals here"):
            self.loop.add_signal_handler(signal.SIGINT, print)
        self.assertRaises(TypeError, self.loop.add_signal_handler, signal.SIGINT, coroutine)
        self.assertRaises(ValueError, self.loop.add_signal_handler, 10_000, print)

    def test_an_executor_that_never_had_a_thread_is_shut_down_at_once(self) -> None:
        async def main() -> None:
            await asyncio.get_running_loop().shutdown_default_executor()

        from concurrent.futures import ThreadPoolExecutor

        executor = ThreadPoolExecutor()
        self.loop.set_default_executor(executor)
        self.loop.run_until_complete(main())
        self.assertRaises(RuntimeError, executor.submit, print)


if __name__ == "__main__":
    unittest.main()
