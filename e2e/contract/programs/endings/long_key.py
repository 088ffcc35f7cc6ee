# ends: raised KeyError
{}["k" * 400_000]
