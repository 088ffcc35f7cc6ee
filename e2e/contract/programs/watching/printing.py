"""Two threads print very many lines."""

import threading


def say(letter):
    for number in range(10_000):
        print(f"{letter}{number % 1000:03}")


sayers = [threading.Thread(target=say, args=(letter,)) for letter in "ab"]
for sayer in sayers:
    sayer.start()
for sayer in sayers:
    sayer.join()
