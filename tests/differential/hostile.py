"""Files of raw rows as nobody wishes to get them, drawn from a seed."""

import random

import hostile_csv
import hostile_ndjson


class File:
    """What is written, how cxm is told to read it, and what the peers are given instead where they cannot."""

    def __init__(self, seed):
        self.draw = random.Random(seed)
        self.format = "csv" if self.draw.random() < 0.65 else "ndjson"
        written_as = hostile_csv if self.format == "csv" else hostile_ndjson
        self.flags = []
        self.decimal = "."
        self.defect = None
        self.unknown_to = set()  # peers that read the file otherwise, for a reason given where it is added
        if self.draw.random() < 0.35:
            self.defect = self.draw.choice(written_as.DEFECTS)
        # Now and then enough for several chunks, so that threads share the file.
        self.rows = self.draw.randint(6000, 9000) if self.draw.random() < 0.03 else self.draw.randint(1, 40)
        written_as.write(self)
