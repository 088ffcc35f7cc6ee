# ends: raised ValueError
print("x" * 249_000)
raise ValueError("y" * 90_000)
