# ends: raised OverflowError
raise OverflowError("much " * 1_000_000)
