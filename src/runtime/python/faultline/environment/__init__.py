"""What a program finds around it: modules, clocks, streams, randomness, and how it is let go."""
