"""Strategies: who goes on where a switch may happen, one file each."""
