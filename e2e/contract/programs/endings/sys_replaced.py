# ends: raised ValueError
import gc
import os
import sys

sys.settrace = sys.setprofile = sys.exc_info = sys._getframe = None
gc.collect = gc.callbacks = gc.isenabled = None
os.getcwd = os.stat = os.path = None
raise ValueError("told")
