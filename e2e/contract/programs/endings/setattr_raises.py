# ends: raised Frozen
class Frozen(Exception):
    def __setattr__(self, name, value):
        raise AttributeError(f"cannot set {name}")

    __delattr__ = __setattr__


raise Frozen("solid")
