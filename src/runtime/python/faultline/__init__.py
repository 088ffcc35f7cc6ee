"""What runs beside the learner's program inside the interpreter: scheduler, probes, recorder, runner."""
