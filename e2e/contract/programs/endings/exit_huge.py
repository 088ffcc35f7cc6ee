# ends: exited 255
raise SystemExit(-(10**40))
