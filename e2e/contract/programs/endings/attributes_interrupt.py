# ends: raised Wrapped
class Wrapped(Exception):
    def __getattr__(self, name):
        raise KeyboardInterrupt(name)


raise Wrapped("proxy")
