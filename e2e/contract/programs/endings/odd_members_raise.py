# ends: raised Batch
class Batch(ExceptionGroup):
    @property
    def exceptions(self):
        raise LookupError("not today")


raise Batch("two things", [OSError(1, "a"), ValueError("b")])
