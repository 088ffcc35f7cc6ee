# ends: raised ValueError
import builtins

builtins.isinstance = builtins.issubclass = lambda *_: True
builtins.len = builtins.id = lambda *_: 0
raise ValueError("told")
