# ends: raised ExceptionGroup
raise ExceptionGroup("g" * 300_000, [ValueError("v" * 300_000) for _ in range(20)])
