import second


def first_step():
    second.second_step()
