"""The main thread polls whether a worker is still alive."""

import threading
import time

worker = threading.Thread(target=time.sleep, args=(0.1,))
worker.start()
begun = time.monotonic()
while worker.is_alive():
    pass
print(round(time.monotonic() - begun, 2))
