import second

second.second_step()
