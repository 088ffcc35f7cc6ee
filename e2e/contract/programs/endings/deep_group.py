# ends: raised ExceptionGroup
leaf = KeyError("leaf")
for depth in range(4000):
    leaf = ExceptionGroup(f"level {depth}", [leaf])
raise leaf
