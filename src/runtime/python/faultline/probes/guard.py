"""Stands between one probe and the run: a probe that fails is taken out, and the program goes on as if it never was
there."""

from collections.abc import Callable, Iterator
from typing import Any

from ..cpython.replacements import Before, Replacements
from ..pristine.facts import is_a
from ..pristine.halt import Halt
from ..report.faults import Faults
from ..scheduler.scheduler import Scheduler


class Guard:
    """Knows whether a probe still watches."""

    def __init__(self, name: str, faults: Faults) -> None:
        self.out = False
        # Whether the probe is there: it has no answer yet to what comes while it is made, a collection for example.
        self.made = False
        # Called when it has failed.
        self.on_failure: list[Callable[[], object]] = []
        self._name = name
        self._faults = faults

    def fail(self, error: BaseException) -> None:
        """The probe has failed: it hears nothing from now on. `Halt` is no failure, and goes on to whom it concerns."""
        if is_a(error, Halt):
            raise error
        if not self.out:
            self.out = True
            self._faults.add(self._name, error)
            for listener in self.on_failure:
                listener()

    def around(self, callback: Callable[..., Any]) -> Callable[..., Any]:
        """What is called in the place of one of the probe's callbacks."""

        def call(*args: Any) -> Any:
            if self.out or not self.made:
                return None
            try:
                return callback(*args)
            except BaseException as error:
                self.fail(error)
                return None

        return call


class ProbeReplacements(Replacements):
    """The replacements of one probe. Where its own part fails, what the program called is called all the same, once."""

    def __init__(self, guard: Guard) -> None:
        super().__init__()
        self._guard = guard

    def guarded(self, callback: Callable[..., Any]) -> Callable[..., Any]:
        return self._guard.around(callback)

    def on_failure(self, listener: Callable[[], object]) -> None:
        self._guard.on_failure.append(listener)

    def wrap(self, owner: Any, name: str, around: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
        super().wrap(owner, name, lambda original: self._around(original, around))

    def surround(self, owner: Any, name: str, before: Before, after: Callable[[Any, Any], object]) -> None:
        # Nothing of the probe's is under way while the original is: there is less to guard than in `_around`.
        super().wrap(owner, name, lambda original: self.surrounded(original, before, after))

    def surrounded(
        self, original: Callable[..., Any], before: Before, after: Callable[[Any, Any], object]
    ) -> Callable[..., Any]:
        guard = self._guard

        def guarded(*args: Any, **options: Any) -> Any:
            begun = result = None
            watches = not guard.out
            try:
                if watches:
                    try:
                        # Not unpacked: the callee mostly wants one of them.
                        begun = before(args, options)
                    except BaseException as error:
                        watches = False
                        guard.fail(error)
                result = original(*args, **options)
                return result
            finally:
                try:
                    if watches:
                        after(begun, result)
                except BaseException as error:
                    guard.fail(error)
                # A traceback keeps this frame.
                del args, options, begun, result

        return guarded

    def _around(
        self, original: Callable[..., Any], around: Callable[[Callable[..., Any]], Callable[..., Any]]
    ) -> Callable[..., Any]:
        guard = self._guard
        # The call under way, from where the probe's part begins to where it calls the original: no other comes between.
        begun: list[_Call] = []

        # A traceback keeps the frames that it leads through: what those name would live until the collector comes.
        def noted(*args: Any, **options: Any) -> Any:
            call = begun.pop() if begun else _Call()
            call.made = True
            try:
                call.result = original(*args, **options)
                return call.result
            except BaseException as error:
                call.error = error
                raise
            finally:
                del args, options, call

        probes = around(noted)

        def guarded(*args: Any, **options: Any) -> Any:
            call = _Call()
            try:
                if guard.out:
                    return original(*args, **options)
                begun[:] = [call]
                try:
                    return probes(*args, **options)
                except BaseException as error:
                    if call.error is error:
                        raise
                    guard.fail(error)
                if call.error is not None:
                    raise call.error
                return call.result if call.made else original(*args, **options)
            finally:
                del args, options, call

        return guarded


class _Call:
    """Whether the original has been called, and what came of it."""

    __slots__ = ("made", "result", "error")

    def __init__(self) -> None:
        self.made = False
        self.result: Any = None
        self.error: BaseException | None = None


def adopt(scheduler: Scheduler, guard: Guard, known: dict[int, int]) -> None:
    """Puts the guard around what a probe has added to the lists of listeners. `known` is how long these were,
    by their addresses."""
    for listeners in _lists(scheduler):
        for index in range(known.get(id(listeners), 0), len(listeners)):
            listeners[index] = guard.around(listeners[index])


def lengths(scheduler: Scheduler) -> dict[int, int]:
    """How many are notified of what."""
    return {id(listeners): len(listeners) for listeners in _lists(scheduler)}


def _lists(scheduler: Scheduler) -> Iterator[list[Any]]:
    outside = scheduler.outside
    yield from vars(scheduler.watchers).values()
    yield from (outside.before_pause, outside.before_halt, outside.on_beat, outside.at_end)
