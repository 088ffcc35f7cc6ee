# ends: raised KeyError
# says: sys.excepthook is missing
# says: KeyError: 'gone'
import sys

del sys.excepthook
{}["gone"]
