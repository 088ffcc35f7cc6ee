"""Two threads fill a counter, a deque, a set and a text."""

import threading
from collections import Counter, deque

seen, line, numbers = Counter(), deque(), set()
text = ""


def fill(letter):
    global text
    for number in range(8_000):
        seen[letter] += 1
        line.append(number)
        numbers.add(number)
        if number % 10 == 0:
            text += letter


threads = [threading.Thread(target=fill, args=(letter,)) for letter in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen["a"], seen["b"], len(line), len(numbers), len(text))
