# ends: raised LookupError
from types import TracebackType

try:
    [][0]
except IndexError as error:
    entry = error.__traceback__
chain = None
for _ in range(30_000):
    chain = TracebackType(chain, entry.tb_frame, entry.tb_lasti, entry.tb_lineno)
raise LookupError("far").with_traceback(chain)
