"""The order of the Danish alphabet, in which æ, ø and å come after z."""

AFTER_Z = str.maketrans({"æ": "{", "ø": "|", "å": "}", "é": "e", "ü": "y", "ä": "{", "ö": "|"})


def danish_order(text):
    """A key that sorts words as a Danish list does."""
    return text.lower().translate(AFTER_Z)
