def first_step():
    second_step()


def second_step():
    first_step()


first_step()
