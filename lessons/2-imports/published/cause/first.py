from second import second_step


def first_step():
    second_step()
