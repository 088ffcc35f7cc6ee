# ends: raised ValueError
# says: ValueError: told
import json


def never(*_args, **_options):
    raise SystemExit(0)


json.dumps = json.dump = json.loads = json.load = json.JSONEncoder.encode = json.JSONDecoder.decode = never
raise ValueError("told")
