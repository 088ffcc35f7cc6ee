# ends: exited 1
# says: 3
raise SystemExit(SystemExit(3))
