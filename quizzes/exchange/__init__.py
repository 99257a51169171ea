"""Questions in from other systems and out to them. In the middle stands the `Draft`, which every format speaks of."""
