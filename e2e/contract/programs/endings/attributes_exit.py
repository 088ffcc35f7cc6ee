# ends: raised Leaver
class Leaver(BaseException):
    def __getattribute__(self, name):
        raise SystemExit(0)


raise Leaver("stay")
