# ends: raised ValueError
import builtins

for name in [*vars(builtins)]:
    if name.endswith(("Error", "Exception", "Exit", "Group", "Interrupt")) and name != "ValueError":
        delattr(builtins, name)
raise ValueError("told")
