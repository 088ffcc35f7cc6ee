# ends: raised KeyError
# says: KeyError: 'gone'
import sys

sys.excepthook = None
{}["gone"]
