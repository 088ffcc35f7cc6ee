"""Searching a program's schedules for one that fails."""
