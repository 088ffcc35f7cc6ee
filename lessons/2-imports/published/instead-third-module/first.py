from shared import step


def first_step():
    return step("first")


if __name__ == "__main__":
    print(first_step())
