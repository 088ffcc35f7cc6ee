"""The program's source: what its modules are called, and which code is ours."""
