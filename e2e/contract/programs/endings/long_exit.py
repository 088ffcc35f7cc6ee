# ends: exited 1
raise SystemExit("much " * 100_000)
