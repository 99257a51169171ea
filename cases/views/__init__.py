"""The pages of the cases: the catalogue, the player, and what comes after."""
