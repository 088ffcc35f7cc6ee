# ends: raised Halt
# natively: ModuleNotFoundError
from faultline.scheduler.halt import Halt

raise Halt
