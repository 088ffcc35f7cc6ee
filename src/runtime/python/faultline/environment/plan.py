"""What a request's schedule asks for: the model, the price of a step, the strategy."""

from collections.abc import Callable
from typing import Any

from ..accesses.manual_stepping import Questions
from ..coroutine_threads.unable import Unasked
from ..scheduler.strategies.manual import Manual
from ..scheduler.strategies.pct import Pct
from ..scheduler.strategies.random_walk import RandomWalk
from ..scheduler.strategies.realistic import SideBySide, SwitchInterval
from ..scheduler.strategies.replay import Replay
from ..scheduler.strategies.round_robin import RoundRobin
from ..scheduler.strategies.strategy import Strategy

# The model in which a thread may be switched out only where CPython 3.14 checks for it.
GIL_POINTS = "cpython314"
FREE_THREADED = "free-threaded"

# Seconds of the virtual clock that a switch point stands for: some 50 ns a bytecode, and CPython 3.14 has a switch
# point in about every fifth.
_PRICE = 50e-9
_PRICE_OF_GIL_POINT = 250e-9

# How many points a program is taken to pass, for strategies that spread their switches, where nobody has counted.
USUAL_LENGTH = 1000


def price_of(model: str) -> float:
    """Seconds of the virtual clock for one switch point."""
    return _PRICE_OF_GIL_POINT if model == GIL_POINTS else _PRICE


def strategy_of(
    plan: dict[str, Any], model: str, interval: Callable[[], float], questions: Questions | Unasked
) -> Strategy:
    """The strategy that a schedule names; see `StrategySchema` in `src/runtime/schedule.ts`."""
    decisions = [(step, thread) for step, thread in plan.get("decisions", ())]
    match plan["kind"]:
        case "round-robin":
            return RoundRobin(plan["every"])
        case "random":
            return RandomWalk(plan["seed"], plan["probability"])
        case "pct":
            return Pct(plan["seed"], plan["depth"], USUAL_LENGTH)
        case "replay":
            return Replay(decisions)
        case "manual":
            return Manual(decisions, plan.get("from", 0), questions.ask, questions.crossed)
        case _ if model == FREE_THREADED:
            return SideBySide()
        case _:
            price = price_of(model)
            return SwitchInterval(lambda: max(1, round(interval() / price)))
