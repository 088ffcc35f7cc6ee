"""Which code is ours: its file names begin with this folder."""

OURS = __file__.rpartition("/")[0]
