"""The program instruction by instruction: where a switch may happen, and what each instruction accesses."""
