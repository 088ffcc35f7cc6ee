# ends: exited 255
raise SystemExit(2**63 - 1)
