from first import first_step


def second_step():
    first_step()
