"""Which code is ours: its file names begin with the folder of the package."""

OURS = __file__.rpartition("/")[0].rpartition("/")[0]
