"""What `signal` is made of, as far as our Python uses it."""

from collections.abc import Callable
from types import FrameType

type _Handler = Callable[[int, FrameType | None], object] | int | None

SIG_DFL: int
SIG_IGN: int

def signal(signalnum: int, handler: _Handler, /) -> _Handler: ...
def getsignal(signalnum: int, /) -> _Handler: ...
