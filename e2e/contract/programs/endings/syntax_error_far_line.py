# ends: raised SyntaxError
raise SyntaxError("far away", ("main.py", 10**40, 10**40, "text"))
