"""Two threads add to values of a dictionary."""

import threading

votes = {"yes": 0, "no": 0}


def vote(answer):
    for _ in range(10_000):
        votes[answer] += 1
        votes["yes"] += 1


voters = [threading.Thread(target=vote, args=(answer,)) for answer in votes]
for voter in voters:
    voter.start()
for voter in voters:
    voter.join()
print(votes)
