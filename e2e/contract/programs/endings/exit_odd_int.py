# ends: exited 9
class Number(int):
    def __and__(self, other):
        return 0

    __index__ = __int__ = __rand__ = __eq__ = __bool__ = lambda self, *_: 0
    __hash__ = None


raise SystemExit(Number(9))
