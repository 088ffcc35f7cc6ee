# ends: raised Nest
# natively: does not end
class Nest(ExceptionGroup):
    exceptions = property(lambda self: (Nest("inside", [KeyError(1)]),))


raise Nest("outside", [KeyError(1)])
