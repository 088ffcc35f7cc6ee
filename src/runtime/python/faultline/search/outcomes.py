"""How the executions of a search came out, told apart by their words."""

from dataclasses import dataclass
from typing import Any, Literal

from ..scheduler.strategies.replay import Decision

Kind = Literal["passed", "failed", "cut"]

# So many decisions are what a page takes in one report, beside those of the smallest failing schedule.
MOST_DECISIONS = 200_000
# Without a single execution that came to its end, so many are enough.
_HOPELESS = 3
MOST_OUTCOMES = 100


@dataclass
class Outcome:
    """One way to come out; `decisions` lead there, with as few preemptions as have been seen to."""

    kind: Kind
    words: str
    preemptions: int = 0
    decisions: tuple[Decision, ...] = ()
    count: int = 1

    def report(self) -> dict[str, Any]:
        """In the shape of `OutcomeSchema` in `src/runtime/schedule.ts`."""
        return {
            "kind": self.kind,
            "words": self.words,
            "count": self.count,
            "preemptions": self.preemptions,
            "decisions": self.decisions,
        }


class Outcomes:
    """Counts outcomes by their words."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Begins to count anew."""
        self._known: dict[tuple[Kind, str], Outcome] = {}
        self.tried = self.failed = self.cut = self.others = 0

    def add(self, outcome: Outcome) -> None:
        """Another execution has come out."""
        self.tried += 1
        self.failed += outcome.kind == "failed"
        self.cut += outcome.kind == "cut"
        key = (outcome.kind, outcome.words)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MOST_OUTCOMES:
                self.others += 1
            else:
                self._known[key] = outcome
            return
        known.count += 1
        if outcome.preemptions < known.preemptions:
            known.preemptions, known.decisions = outcome.preemptions, outcome.decisions

    @property
    def hopeless(self) -> bool:
        """Whether none has come to its end, and there is no point in trying more."""
        return self.cut == self.tried >= _HOPELESS

    def smallest(self) -> Outcome | None:
        """The failing one with the fewest preemptions."""
        failing = [outcome for outcome in self._known.values() if outcome.kind == "failed"]
        return min(failing, key=lambda outcome: (outcome.preemptions, len(outcome.decisions)), default=None)

    def report(self, most: int = MOST_DECISIONS) -> tuple[list[dict[str, Any]], int]:
        """They, the most frequent first, as long as their decisions are no more than `most` together; and how many
        executions came out otherwise."""
        listed: list[dict[str, Any]] = []
        others = self.others
        for one in sorted(self._known.values(), key=lambda one: -one.count):
            if len(one.decisions) > most:
                others += one.count
            else:
                most -= len(one.decisions)
                listed.append(one.report())
        return listed, others
