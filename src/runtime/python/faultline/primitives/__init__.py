"""The thread primitives that CPython has in C, in Python on the scheduler. The standard library runs on top."""
