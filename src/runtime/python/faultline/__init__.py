"""What runs beside the learner's program inside the interpreter: scheduler, probes, recorder, runner."""

from .pristine.names import keep_own_names

keep_own_names(__name__)
