# ends: raised ZeroDivisionError
# says: ZeroDivisionError: division by zero
import builtins

builtins.isinstance = builtins.issubclass = builtins.hasattr = builtins.callable = lambda *_: False
builtins.print = builtins.open = builtins.sorted = builtins.repr = lambda *_args, **_options: 0
1 / 0
