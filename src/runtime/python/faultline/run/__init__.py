"""One run: from its request, through its program, to its ending."""
