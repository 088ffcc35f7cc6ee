"""What our code works with, as it was before any of the program's ran: whatever that makes of Python, we still tell the
truth."""
