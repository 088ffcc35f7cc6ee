"""Functions as the rounds need them."""

from collections.abc import Callable
from types import FunctionType
from typing import Any, cast


def nothing() -> None:
    """What a thread without a body does."""


def as_function(method: Callable[..., Any]) -> FunctionType:
    return cast(FunctionType, method)
