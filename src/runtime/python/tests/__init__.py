"""Tests of our Python that run on ordinary CPython, 3.11 and later."""
