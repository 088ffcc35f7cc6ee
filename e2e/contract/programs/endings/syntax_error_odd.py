# ends: raised SyntaxError
error = SyntaxError(["no text"])
error.filename, error.lineno, error.offset, error.text = b"bytes", 1.5, "x", {"no": "line"}
error.end_lineno = error.end_offset = object()
raise error
