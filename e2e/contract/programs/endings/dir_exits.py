# ends: raised AttributeError
class Thing:
    def __dir__(self):
        raise SystemExit(0)


Thing().missing
