# ends: raised KeyboardInterrupt
raise KeyboardInterrupt
