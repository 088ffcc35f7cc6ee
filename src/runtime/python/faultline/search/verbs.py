"""What the operations of threads mean to a search, by the verbs that primitives tell."""

# Operations that learn how something stands without waiting for it to change.
LOOKS = ("try", "look")
TAKES = ("acquired", "got")
# What a thread can be switched out before, with an effect. Where nobody only looks at locks, it makes no difference to
# be switched out before releasing one or after: whoever wants it gets it no sooner.
CHOICES = ("acquire", "try", "look", "put", "get", "sleep")
# Waits for the end of a thread: it makes no difference whether it came before the wait or ended it.
FOR_AN_END = ("join", "shutdown")
