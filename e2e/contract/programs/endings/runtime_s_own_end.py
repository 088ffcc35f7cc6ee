# ends: raised Halt
# natively: ModuleNotFoundError
from faultline.pristine.halt import Halt

raise Halt
