import first


def second_step():
    first.first_step()
