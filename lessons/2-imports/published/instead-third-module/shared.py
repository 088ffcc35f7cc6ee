def step(name):
    return f"one step, asked for by {name}"
