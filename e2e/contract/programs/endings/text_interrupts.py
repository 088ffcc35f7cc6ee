# ends: raised Mute
class Mute(BaseException):
    def __str__(self):
        raise KeyboardInterrupt


raise Mute
