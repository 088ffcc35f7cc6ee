"""Looks at the standard library once the run has been cleared up, and reports what has not been put back."""

import _thread
import array
import concurrent.futures
import gc
import queue
import _signal
import sys
import threading
import time

import faultline.entry
import faultline.report.recorder
import faultline.environment.run_environment

PLACES = [(_thread, name) for name in ("start_joinable_thread", "RLock", "allocate_lock", "interrupt_main")]
PLACES += [(threading, name) for name in ("Lock", "local", "get_ident", "_active")]
PLACES += [(threading.Thread, "__hash__"), (threading.Event, "is_set"), (concurrent.futures.Future, "__hash__")]
PLACES += [(queue, "SimpleQueue"), (_signal, "signal"), (sys, "setswitchinterval")]


def look_back():
    owner, send, numbers = faultline.environment.run_environment.Replacements, faultline.entry._send, array.array
    # Without a loop of the program's own: each of its steps would be watched.
    objects = gc.get_objects()
    recorder = objects[[*map(type, objects)].index(faultline.report.recorder.Recorder)]
    usual, places, word_print, tool = owner.restore, PLACES, 8, sys.monitoring.get_tool
    during = [getattr(*place) for place in places]

    def restore(self):
        usual(self)
        owner.restore = usual
        left = [name for (place, name), found in zip(places, during) if getattr(place, name) is found]
        text = f"left: {left} of {len(places)}, tool {tool(4)}"
        send(numbers("i", [word_print, 2**10, 0, 0, -1, -1, len(recorder._strings), 0]), [text])

    owner.restore = restore


threading.Thread(target=time.sleep, args=(1,)).start()
look_back()
