"""What native code works on: numbers that both read and write, and addresses."""

from array import array


class NativeState(bytearray):
    """So many words of 64 bits. A function of native code holds the one that it works on, and with it what is `kept`:
    what is known to that code by its address alone."""

    kept: tuple[object, ...] = ()

    def __init__(self, words: int) -> None:
        super().__init__(words * array("q").itemsize)
