"""Two threads add to a variable of a closure."""

import threading


def main():
    seen = 0

    def look():
        nonlocal seen
        for _ in range(15_000):
            seen += 1

    lookers = [threading.Thread(target=look) for _ in range(2)]
    for looker in lookers:
        looker.start()
    for looker in lookers:
        looker.join()
    print(seen)


main()
