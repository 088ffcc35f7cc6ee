# ends: raised Meta
class Kind(type):
    def __getattribute__(cls, name):
        raise SystemExit(0)


class Meta(Exception, metaclass=Kind):
    pass


raise Meta("made oddly")
