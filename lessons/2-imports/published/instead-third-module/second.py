from shared import step


def second_step():
    return step("second")


if __name__ == "__main__":
    print(second_step())
