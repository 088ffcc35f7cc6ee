"""How long a primitive is to wait, from the arguments as CPython takes them."""

import operator
from typing import Any

# 2^63 nanoseconds: what CPython's clocks can count.
MOST_SECONDS = 2**63 / 1e9
TIMEOUT_MAX = 9223372036.0


def seconds(value: Any) -> float:
    """A number of seconds as C code takes it (`_PyTime_FromSecondsObject`), with its errors."""
    if isinstance(value, float):
        if value != value:
            raise ValueError("Invalid value NaN (not a number)")
        if not -MOST_SECONDS <= value < MOST_SECONDS:
            raise OverflowError("timestamp out of range for platform time_t")
        return float(value)
    try:
        whole = operator.index(value)
    except TypeError:
        raise TypeError(f"{type(value).__name__!r} object cannot be interpreted as an integer or float") from None
    if abs(whole) >= MOST_SECONDS:
        raise OverflowError("timestamp too large to convert to C PyTime_t")
    return float(whole)


def limit_of(blocking: Any, timeout: Any) -> float | None:
    """For how many seconds `acquire(blocking, timeout)` may wait; None: for as long as it takes."""
    length = seconds(timeout)
    if not blocking:
        if length != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0.0
    if length == -1:
        return None
    if length < 0:
        raise ValueError("timeout value must be a non-negative number")
    return length
