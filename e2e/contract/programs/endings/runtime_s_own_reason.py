# ends: raised Halt
# natively: ModuleNotFoundError
from faultline.pristine.halt import Halt, HaltReason

raise Halt(HaltReason("stopped"))
