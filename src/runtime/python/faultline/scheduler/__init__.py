"""Time and waiting for the learner's program: the run clock, the virtual thread it runs on, and its event loop."""
