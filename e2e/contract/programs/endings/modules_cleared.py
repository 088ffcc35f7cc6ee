# ends: raised ValueError
import sys

sys.modules.clear()
raise ValueError("told")
