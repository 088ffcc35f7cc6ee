"""Counts switch points: how many the program has passed, and when the next one matters."""

from collections.abc import Callable
from types import CodeType

# So many points away is never.
NEVER = 2**60

Tick = Callable[[CodeType | None, int], None]
# Looks at an instruction that is about to be executed, in the frame that is so many above its own: most need none. One
# that returns `sys.monitoring.DISABLE` need not be called there again, unless only some instructions are points and
# this is one.
Look = Callable[[], object]
FRAME = 2

_UNKNOWN: Look = lambda: None
# Stands in for a look that need not be taken again.
_SEEN: Look = lambda: None
# Stands in for a look at an instruction that is a point as well.
AT_POINT: Look = lambda: None


class Steps:
    """The count of switch points passed by all threads.

    `tick` is called at every point, so it does nothing but count down; `reached` is called at the point where the
    count armed by `arm` is used up.
    """

    def __init__(self) -> None:
        self._target = 0
        self.reached: Tick = _ignore
        # Hears of a look that has failed, and may answer for it.
        self.look_failed: Callable[[BaseException], object] = _raise
        left = 0

        def tick(code: CodeType | None, offset: int) -> None:
            nonlocal left
            left -= 1
            if not left:
                self.reached(code, offset)

        def tick_and_look(looks: dict[int, Look | None], disable: object) -> Tick:
            look_at = looks.get

            def at_instruction(code: CodeType | None, offset: int) -> None:
                nonlocal left
                left -= 1
                if not left:
                    self.reached(code, offset)
                look = look_at(id(code) + offset)
                if look is not None:
                    try:
                        if look() is disable:
                            looks[id(code) + offset] = _SEEN
                    except Exception as error:
                        self.look_failed(error)

            return at_instruction

        def tick_at(
            points: dict[int, Look | None], looks: dict[int, Look | None], disable: object
        ) -> Callable[[CodeType, int], object]:
            look_at = looks.get

            def at_point(code: CodeType, offset: int) -> object:
                nonlocal left
                look = look_at(id(code) + offset, _UNKNOWN)
                if look is None:
                    left -= 1
                    if not left:
                        self.reached(code, offset)
                    return None
                if look is _UNKNOWN:
                    return disable
                is_point = look is AT_POINT
                if is_point:
                    left -= 1
                    if not left:
                        self.reached(code, offset)
                    look = points[id(code) + offset]
                try:
                    answer = None if look is None else look()
                except Exception as error:
                    self.look_failed(error)
                    return None
                return None if is_point else answer

            return at_point

        def arm(points: int) -> None:
            nonlocal left
            passed = self._target - left
            left = points
            self._target = passed + points

        def passed() -> int:
            return self._target - left

        self.tick = tick
        # A tick that also calls what is to look at an instruction, by the address of the code plus the offset in it. Both
        # in one, as it is called at every instruction of the program. The other one ticks only where
        # `looks` has None or `AT_POINT`, with what is to look there in `points`; what it does not have it disables.
        self.tick_and_look = tick_and_look
        self.tick_at = tick_at
        self.arm = arm
        self.passed = passed
        arm(NEVER)

    def count(self) -> None:
        """Counts a step that is no point: the choice of who goes on when a thread waits or ends."""
        self._target += 1

    def restart(self) -> None:
        """Sets the count to zero."""
        self.arm(NEVER)
        self._target -= self.passed()


def _ignore(_code: CodeType | None, _offset: int) -> None:
    """Nobody is interested in points yet."""


def _raise(error: BaseException) -> None:
    raise error
