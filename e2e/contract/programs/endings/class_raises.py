# ends: raised Shy
class Shy(Exception):
    @property
    def __class__(self):
        raise SystemExit(0)


raise Shy("nobody asks")
