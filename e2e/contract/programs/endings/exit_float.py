# ends: exited 1
# says: 0.0
raise SystemExit(0.0)
