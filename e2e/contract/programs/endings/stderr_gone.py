# ends: raised ZeroDivisionError
import sys

sys.stderr = sys.stdout = sys.__stderr__ = None
1 / 0
