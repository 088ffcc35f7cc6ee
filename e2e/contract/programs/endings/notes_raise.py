# ends: raised ValueError
# says: ValueError: noted
class Note:
    def __str__(self):
        raise SystemExit(0)

    __repr__ = __str__


error = ValueError("noted")
error.__notes__ = [Note(), "second"]
raise error
