# ends: raised RuntimeError
# says: RuntimeError: 3999
earlier = None
for number in range(4000):
    later = RuntimeError(number)
    later.__context__ = earlier
    earlier = later
raise earlier
