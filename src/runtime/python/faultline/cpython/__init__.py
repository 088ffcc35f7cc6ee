"""All that knows the insides of CPython: what is replaced there, hidden from programs, and followed.

`catalogue` lists each thing replaced, why, and what proves it; `replacements` is the one way to replace it.
"""
