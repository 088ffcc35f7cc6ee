# ends: raised ValueError
# says: ValueError: told
import builtins


def never(*_args, **_options):
    raise RuntimeError("replaced")


failure = ValueError("told")
for name in "len str repr type int bool list dict tuple set any all min max sum sorted range enumerate zip".split():
    setattr(builtins, name, never)
for name in "isinstance issubclass hasattr getattr setattr callable id hash iter next vars print open super".split():
    builtins.__dict__[name] = never
raise failure
