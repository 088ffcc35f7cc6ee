# ends: raised ValueError
# says: ValueError: told
import asyncio
import collections.abc
import gc
import sys
import threading
import time
import types
import weakref

sys.monitoring = None
sys.exc_info = sys.exit = sys.excepthook = sys.__excepthook__ = 5
time.time = time.monotonic = time.perf_counter = time.sleep = None
asyncio.run = asyncio.new_event_loop = None
gc.get_objects = gc.get_referrers = gc.freeze = gc.disable = None
weakref.ref = weakref.WeakSet = threading.Lock = threading.get_ident = None
collections.abc.Mapping = types.FunctionType = types.CodeType = None
raise ValueError("told")
