# ends: raised Liar
class Liar(Exception):
    code = 0
    __class__ = property(lambda self: SystemExit)


raise Liar("not an exit")
