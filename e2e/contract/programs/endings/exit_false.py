# ends: finished
raise SystemExit(False)
