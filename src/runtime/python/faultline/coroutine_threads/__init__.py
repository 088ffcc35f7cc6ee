"""Threads where Python cannot be suspended: the program's functions, rewritten so that they can be left and
re-entered."""
