"""File or row: which of the two holds the newest word on an item.

A row remembers the digest of the text when it and its file last agreed. Three digests say
who has changed since, and the table below is the whole answer. Nothing is ever guessed:
where both have changed, both stay as they are until a person decides.

    file       row        agreed    result
    ---------  ---------  --------  --------
    X          none       -         create
    X          X          X         same      (retired row: revive)
    X          X          other     agree     (retired row: revive)
    Y          X          X         update
    X          Y          X         edited    (retired row: revive, the row's text is kept)
    Y          Z          X         conflict
    Y          Z          none      conflict
    none       X          X         retire    (retired row: gone)
    none       Y          X         conflict  (retired row: gone)
    none       X          none      local
"""

from enum import StrEnum


class Action(StrEnum):
    """What to do with one item; the value is what the command line says."""

    CREATE = "ny fil"
    SAME = "uændret"
    AGREE = "ens igen"
    UPDATE = "filen er ændret"
    EDITED = "rettet i databasen"
    CONFLICT = "konflikt"
    RETIRE = "filen er væk"
    REVIVE = "filen er tilbage"
    GONE = "udgået"
    LOCAL = "kun i databasen"


def decide(file, row, agreed, retired=False):
    """The action for one item, from the digests of file and row and the one they agreed on."""
    agreed = agreed or None
    if row is None:
        return Action.CREATE
    if file is None:
        return _without_file(row, agreed, retired)
    if file == row:
        if retired:
            return Action.REVIVE
        return Action.SAME if agreed == file else Action.AGREE
    if row == agreed:
        return Action.UPDATE
    if file == agreed:
        return Action.REVIVE if retired else Action.EDITED
    return Action.CONFLICT


def _without_file(row, agreed, retired):
    if agreed is None:
        return Action.LOCAL
    if retired:
        return Action.GONE
    return Action.RETIRE if row == agreed else Action.CONFLICT
