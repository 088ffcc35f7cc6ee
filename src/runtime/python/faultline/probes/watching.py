"""The probes of a run: each behind a guard of its own, so that one that fails takes neither the run nor the others
along."""

from collections.abc import Sequence

from ..report.faults import Faults
from . import PROBES
from .guard import Guard, ProbeReplacements, adopt, lengths
from .stage import Probe, Stage


class Watching:
    """Sets up the probes of these names. What fails is noted in `faults`, and is out from then on."""

    def __init__(self, names: Sequence[str], stage: Stage, faults: Faults) -> None:
        self._faults = faults
        self._probes: list[tuple[str, Guard, Probe]] = []
        for name in names:
            self._add(name, stage)

    def _add(self, name: str, stage: Stage) -> None:
        monitor = stage.monitor
        guard = Guard(name, self._faults)
        own = ProbeReplacements(guard)
        stage.replacements.on_restore(own.restore)
        known = lengths(stage.scheduler)
        was_watched = monitor is not None and monitor.is_watched
        try:
            self._probes.append((name, guard, PROBES[name](stage._replace(replacements=own, guarded=guard.around))))
            guard.made = True
        except BaseException as error:
            guard.fail(error)
        adopt(stage.scheduler, guard, known)
        if monitor is not None and monitor.is_watched and not was_watched:
            monitor.answered_for_by(guard.fail)
            guard.on_failure.append(monitor.watch_no_more)

    def finish(self) -> None:
        """The program has ended."""
        for name, guard, probe in self._probes:
            if not guard.out:
                with self._faults.noted(name):
                    probe.finish()
