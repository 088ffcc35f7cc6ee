# ends: raised ZeroDivisionError
import atexit

atexit.register(print, "at the end")
1 / 0
