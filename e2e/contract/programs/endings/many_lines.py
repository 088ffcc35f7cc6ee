# ends: raised ValueError
raise ValueError("\n" * 1_200_000)
