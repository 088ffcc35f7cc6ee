# ends: raised Halt
# natively: ModuleNotFoundError
from faultline.scheduler.halt import Halt, HaltReason

raise Halt(HaltReason("stopped"))
