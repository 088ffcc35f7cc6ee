"""What a run reports: events, tracebacks, faults, what a browser lacks."""
