"""All that knows the insides of CPython: what is replaced there, hidden from programs, and followed."""
