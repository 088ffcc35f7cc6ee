"""The scheduler: what the program's threads, locks and waits are made of."""

from collections.abc import Callable
from sys import _getframe
from types import FrameType

from .beats import A_START
from .steps import NEVER
from .strategies.strategy import longest_ready
from .thread import BLOCKED, READY, VirtualThread
from .turns import LIFE, Turns

# CPython's own `sys.getswitchinterval()` at first, in seconds.
SWITCH_INTERVAL = 0.005


class Scheduler(Turns):
    """Runs the program's threads, one at a time, on carriers. Every wait of the program ends up in `block`."""

    # Seconds after which a thread that others wait for gives way, as `sys.setswitchinterval` sets it.
    switch_interval = SWITCH_INTERVAL

    # -- for primitives --------------------------------------------------------------------------------------------

    def spawn(self, body: Callable[[], None], daemon: bool, name: str) -> VirtualThread:
        """A new thread, ready to run. Raises `RuntimeError` where there can be no more threads."""
        if self.current.killed or len(self.alive) >= self.most_threads:
            raise RuntimeError("can't start new thread")
        thread = VirtualThread(len(self.threads), body, name=name, daemon=daemon)
        self.threads.append(thread)
        self.alive.append(thread)
        self._make_ready(thread)
        for listen in self.watchers.on_spawn:
            listen(thread)
        self.beats.due -= A_START
        # Somebody else can run now, so points begin to matter.
        self._arm()
        return thread

    def block(self, verb: str, on: object, timeout: float | None = None) -> bool:
        """The running thread waits until it is woken (True) or `timeout` seconds have passed (False).

        Raises `Halt` when the run is to end.
        """
        me = self._begin_to_wait(verb, on, timeout, _getframe(1))
        following = self._next()
        if following is me:
            for listen in self.watchers.on_resume:
                listen(me)
        else:
            self._go(following)
        return self._waited(me)

    def sleep(self, seconds: float) -> None:
        """The running thread waits for `seconds` of the run clock."""
        self.operation("sleep", seconds)
        self.block("sleep", seconds, seconds)

    def wake(self, thread: VirtualThread) -> None:
        """What `thread` waits for has come."""
        if thread.state is BLOCKED:
            thread.state = READY
            for listen in self.watchers.on_wake:
                listen(thread)
            self._arm()

    def requeue(self, thread: VirtualThread) -> None:
        """What `thread` was woken for has been taken by another; it has not run meanwhile."""
        if thread.state is READY and not thread.timed_out:
            self._wait(thread)

    def must_give_way(self) -> bool:
        """Whether the event loop of the running thread, which has ready callbacks, is to let other threads go first.
        Not here: they get their turn at a point of the program's."""
        return False

    def operation(self, verb: str, on: object) -> None:
        """The running thread is about to do what others can notice."""
        for listen in self.watchers.on_operation:
            listen(verb, on)

    def notify(self, what: str, on: object) -> None:
        """The running thread has done it."""
        for listen in self.watchers.on_happened:
            listen(what, on)

    def failed(self, error: BaseException) -> None:
        """The running thread ends with an exception that nobody has caught."""
        for listen in self.watchers.on_failure:
            listen(self.current, error)

    def now(self) -> float:
        """Run-clock seconds."""
        return self.clock.now()

    def _hear_beat(self, frame: FrameType | None) -> None:
        for listener in self.outside.on_beat:
            listener(frame)
        if self.outside.counted:
            self.outside.poll_host()
        else:
            self.outside.poll_host_if_due()

    def _begin_to_wait(self, verb: str, on: object, timeout: float | None, frame: FrameType | None) -> VirtualThread:
        self.check()
        if verb == "sleep" and timeout == 0:
            self.clock.yielded()
        me = self.current
        me.verb, me.on, me.frame, me.timed_out = verb, on, frame, False
        me.deadline = None if timeout is None else self.clock.now() + max(0.0, timeout)
        me.token += 1
        self._serial += 1
        me.since = self._serial
        self._wait(me)
        return me

    def _waited(self, me: VirtualThread) -> bool:
        me.frame = me.on = None
        me.token += 1
        self.check()
        return not me.timed_out

    # -- for the runner --------------------------------------------------------------------------------------------

    def run_main(self, body: Callable[..., object], *args: object) -> None:
        """Runs the program's main thread, which `body` is. Raises what it raises."""
        body(*args)

    def count_beats(self, every: int, beat: Callable[[], None]) -> None:
        """Has `beat` called each time the program has passed `every` points more."""
        self.beats.count(every, self.steps.passed(), beat)
        self._arm()

    def beat(self, frame: FrameType | None) -> None:
        """The heartbeat while the program computes. Raises `Halt` when the run is to end."""
        self.check()
        self._hear_beat(frame)
        self.check()

    def take_turns(self) -> None:
        """Another thread gets its turn, if one can run."""
        others = [thread for thread in self._ready() if thread is not self.current]
        if others:
            self.preempt(longest_ready(others))

    def unwind(self) -> None:
        """Ends all threads but the running one, the main thread, so that their carriers are free again."""
        for thread in self.alive[1:]:
            thread.killed = 1
            if thread.carrier is None:
                self._end(thread)
            else:
                self.steps.arm(LIFE)
                self._go(thread)
        self.steps.arm(NEVER)
