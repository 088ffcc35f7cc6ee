# ends: raised ValueError
# says: ValueError: told
import linecache
import tokenize
import traceback

for module in (traceback, linecache, tokenize):
    vars(module).clear()
raise ValueError("told")
