"""Seeded draws built on random() alone, whose sequence Python promises to keep, so that the files never change."""
import random


class Draw:
    def __init__(self, seed):
        self.uniform = random.Random(seed).random

    def normal(self):
        return sum(self.uniform() for _ in range(12)) - 6

    def near(self, mean, spread=0.05):
        """A whole number, 0 or more, around `mean`."""
        return max(0, round(mean * (1 + spread * self.normal())))

    def count(self, n, share):
        """How many of `n` do what each does with probability `share`."""
        if n <= 5000:
            return sum(self.uniform() < share for _ in range(n))
        return min(n, max(0, round(n * share + (n * share * (1 - share)) ** 0.5 * self.normal())))

    def pick(self, choices, weights):
        point = self.uniform() * sum(weights)
        for choice, weight in zip(choices, weights):
            point -= weight
            if point < 0:
                return choice
        return choices[-1]

    def below(self, n):
        return int(self.uniform() * n)
