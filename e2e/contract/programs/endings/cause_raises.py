# ends: raised Broken
class Broken(Exception):
    __cause__ = __context__ = __suppress_context__ = property(lambda self: 1 / 0)


raise Broken("links")
