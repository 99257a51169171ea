"""Arguments that two people mark, each without seeing the other's points: what is in, what counts, how they agree."""
