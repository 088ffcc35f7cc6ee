# ends: raised ValueError
import json
import json.decoder
import json.encoder
import json.scanner

json.dumps = json.loads = lambda *_args, **_options: "{}"
json.JSONEncoder.encode = json.JSONEncoder.iterencode = json.JSONEncoder.default = None
json.encoder.c_make_encoder = json.encoder.encode_basestring_ascii = json.encoder.encode_basestring = None
json._default_encoder = None
print("printed all the same")
raise ValueError("told")
