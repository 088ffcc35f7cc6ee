"""Follows one execution for the search: what each thread does that others can notice, and where it could be
switched."""

from types import CodeType, FrameType

from ..accesses.access import UNSEEN, Access
from ..accesses.accesses import AccessReader
from ..accesses.hidden import Hidden
from ..accesses.sites import Site
from ..cpython.internals import THREADING
from ..cpython.value_stack import ValueStack
from ..primitives.handle import ThreadHandle
from ..scheduler.rules import Ruled
from ..scheduler.scheduler import Scheduler
from ..scheduler.steps import InstructionCallback
from ..scheduler.thread import VirtualThread
from ..source.locate import Locate
from .bookkeeping import Bookkeeping, is_turn, until
from .choices import Choices
from .explorer import Guided
from .globals import Accesses, global_accesses
from .histories import Execution
from .kept import Kept
from .quiet import Quiet
from .races import Races, Where
from .scalars import know_makers, rule_of
from .spins import Spins
from .verbs import CHOICES, FOR_AN_END, LOOKS, TAKES


class Observer:
    """Attached where it is needed; `begin` gives it the next execution to follow."""

    def __init__(self, scheduler: Scheduler, stack: ValueStack, locate: Locate) -> None:
        self._locate = locate
        self._scheduler = scheduler
        self._stack = stack
        self._looks = AccessReader(stack, locate)
        self._quiet = Quiet(stack)
        know_makers(scheduler.steps)
        self._races = Races()
        self._guided: Guided | None = None
        self._is_attached = False
        # Whether in any execution a thread has only looked at a lock, at a thread's end, or at how many there are.
        self._looked = self._looked_at_thread = self._counted = False

    def attach(self) -> None:
        """Hears of everything from now on: only a search that looks for what matters needs it."""
        if self._is_attached:
            return
        self._is_attached = True
        watchers = self._scheduler.watchers
        watchers.on_spawn.append(self._spawned)
        watchers.on_switch.append(self._switched)
        watchers.on_end.append(self._ended)
        watchers.on_block.append(self._blocked)
        watchers.on_wake.append(self._woken)
        watchers.on_operation.append(self._operation)
        watchers.on_happened.append(self._happened)

    def begin(self, guided: Guided, execution: Execution) -> None:
        """Follows this execution from its first step on."""
        self._guided, self._execution = guided, execution
        self._hidden = Hidden(self._looks, self._stack, self._locate)
        self._spins = Spins(execution, self._stack)
        self._choices = Choices(self._scheduler, guided)
        self._races.begin()
        self._bookkeeping = Bookkeeping(self._locate)
        # The first instruction that did what others may notice, and we cannot.
        self.unseen: Where | None = None
        # Whether something was found that ought to have been a choice earlier.
        self.grown = False
        # Keeps what locks are used from being freed, and their addresses from being used for other ones.
        self._accessed: list[object] = []
        self._kept = Kept()

    def end(self) -> None:
        """The execution is over: what happens while it is cleared up is not part of it."""
        self._guided = None
        self._kept.clear()

    def prepare(self, site: Site, code: CodeType) -> InstructionCallback | Ruled:
        """For the monitor."""
        # Not by the code object: each execution imports the program's modules anew.
        where = (code.co_filename, code.co_firstlineno, code.co_qualname, site)
        all_accesses: Accesses = lambda frame: self._hidden.at(site, frame)
        accesses = global_accesses(site) or all_accesses
        look = self._quiet.left_out(site, lambda frame: self._watch(site, frame, where, accesses))
        rule = rule_of(site)
        return look if rule is None else Ruled(look, rule)

    def _watch(self, site: Site, frame: FrameType, where: Where, accesses_of: Accesses) -> None:
        """The running thread is about to execute the instruction at `site`."""
        # A thread that has ended unnoticed could as well be running still.
        alone = len(self._scheduler.threads) == 1
        if self._guided is None or (alone and not self._hidden.hands_over(site, frame)):
            return
        accesses = accesses_of(frame)
        if not accesses:
            return
        thread = self._scheduler.current.number
        if where in self._races.sites and self._choices.offer():
            # Others have run, and what is there may be another thing.
            accesses = accesses_of(frame)
        reads = not any(access.write for access in accesses)
        if reads and self._spins.spins(thread, site, frame) and self._choices.give_way():
            # Back again, to look once more.
            accesses = accesses_of(frame)
        for access in accesses:
            self._access(thread, access, where)

    def _access(self, thread: int, access: Access, where: Where) -> None:
        if access.key == UNSEEN.key:
            self.unseen = self.unseen or where
            return
        key = access.key if access.owner is None else (*access.key, self._kept.time(access.owner))
        if self._races.access(key, thread, where, write=access.write):
            self.grown = True
        if access.write:
            self._spins.moved(thread)
            self._execution.write(thread, key)
        else:
            self._spins.read(thread, key)
            self._execution.read(thread, key)

    def clock_read(self, now: float) -> None:
        """The running thread has read the time."""
        if self._guided is not None:
            self._spins.moved(self._scheduler.current.number)
            self._execution.note(self._scheduler.current.number, now)

    def _spawned(self, thread: VirtualThread) -> None:
        if self._guided is not None:
            self._execution.begin(thread.number, self._scheduler.current.number)
            self._races.start(thread.number, self._scheduler.current.number)

    def _switched(self, _to: VirtualThread) -> None:
        if self._guided is not None:
            self._choices.switched()

    def _ended(self, thread: VirtualThread) -> None:
        if self._guided is not None:
            self._execution.write(thread.number, ("thread", thread.number))
            self._races.leave(thread.number, ("thread", thread.number))

    def _blocked(self, thread: VirtualThread) -> None:
        if self._guided is not None:
            if not is_turn(thread):
                self._spins.moved(thread.number)
            if thread.deadline is not None:
                self._execution.note(thread.number, until(thread, thread.deadline))

    def _woken(self, thread: VirtualThread) -> None:
        if self._guided is None:
            return
        if thread.timed_out and not is_turn(thread):
            self._execution.note(thread.number, "timed out")
        elif thread.verb not in ("acquire", "sleep"):
            self._races.woken(thread.number, self._scheduler.current.number)
            if thread.verb not in FOR_AN_END:
                self._execution.woken(thread.number, self._scheduler.current.number)

    def _operation(self, verb: str, on: object) -> None:
        if self._guided is None or len(self._scheduler.threads) == 1:
            return
        me = self._scheduler.current.number
        if not self._counted and self._bookkeeping.begins(me, on):
            return
        if on is THREADING._active_limbo_lock and not self._counted:
            self._counted = self.grown = True
        if isinstance(on, ThreadHandle):
            self._handle_used(verb, on, me)
            return
        looks = verb in LOOKS
        if looks and not self._looked:
            self._looked = self.grown = True
        if verb in CHOICES or (verb == "release" and self._looked):
            self._choices.offer()
        if looks:
            self._execution.read(me, ("lock", id(on)))

    def _handle_used(self, verb: str, handle: ThreadHandle, me: int) -> None:
        if handle.thread is None or handle.thread is self._scheduler.main:
            # `threading` looks at the main thread's when everything is over.
            return
        end = ("thread", handle.thread.number)
        if verb == "look":
            if not self._looked_at_thread:
                self._looked_at_thread = self.grown = True
            self._choices.offer()
            self._execution.read(me, end)
        elif verb == "join":
            self._races.take(me, end)
        elif verb == "end" and self._looked_at_thread:
            self._choices.offer()

    def _happened(self, what: str, on: object) -> None:
        if self._guided is None:
            return
        thread, place = self._scheduler.current.number, ("lock", id(on))
        if not self._counted and self._bookkeeping.ends(thread, on):
            return
        self._spins.moved(thread)
        self._accessed.append(on)
        self._execution.write(thread, place)
        if what in TAKES:
            self._races.take(thread, place)
        else:
            self._races.leave(thread, place)
