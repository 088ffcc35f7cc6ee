# ends: raised Untraceable
class Untraceable(Exception):
    @property
    def __traceback__(self):
        raise OSError("none")

    @__traceback__.setter
    def __traceback__(self, value):
        raise OSError("read only")


raise Untraceable("where")
