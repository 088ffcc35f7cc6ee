"""How many threads there may be where Python cannot be suspended."""

# As many as where threads have stacks of their own.
MOST_THREADS = 500
# So many threads may wait in code that cannot be left: each keeps the interpreter's own stack.
MOST_HELD = 20
