# ends: raised ValueError
import builtins

builtins.SystemExit = builtins.KeyboardInterrupt = builtins.Exception = ValueError
builtins.BaseException = builtins.BaseExceptionGroup = KeyError
raise ValueError("told")
