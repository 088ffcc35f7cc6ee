# ends: raised Grammar
class Grammar(SyntaxError):
    msg = filename = lineno = text = offset = property(lambda self: 1 / 0)


raise Grammar("of mine")
