# ends: finished
raise SystemExit(256 * 7)
