"""Tests of our Python, for CPython 3.14: on the product's image, or a native one."""
