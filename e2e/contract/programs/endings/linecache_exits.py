# ends: raised ValueError
# says: ValueError: told
import linecache
import sys


def leave(*_args, **_options):
    sys.exit(0)


for name in ("getline", "getlines", "checkcache", "updatecache", "lazycache", "_register_code"):
    setattr(linecache, name, leave)
raise ValueError("told")
