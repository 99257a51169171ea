"""The full-text search of the database in use: FTS5 in SQLite, a tsvector in PostgreSQL.

Both are kept by the database itself (see migration 0002) and are given words that are stemmed already.
"""

from django.db import connection

# How much a hit weighs in the title, in the other names of the thing, and in its text.
TITLE, NAMES, TEXT = 10, 6, 1
SHORTEST_BEGINNING = 4
MOST = 500

SQLITE = f"""
    SELECT rowid FROM lessons_search WHERE lessons_search MATCH %s
    ORDER BY bm25(lessons_search, {TITLE}, {NAMES}, {TEXT}), rowid LIMIT {MOST}"""  # noqa: S608 - our own numbers
POSTGRESQL = f"""
    SELECT id FROM lessons_searchentry, to_tsquery('simple', %s) AS asked WHERE document @@ asked
    ORDER BY ts_rank('{{0, {TEXT / TITLE}, {NAMES / TITLE}, 1}}', document, asked, 1) DESC, id LIMIT {MOST}"""  # noqa: S608


def ranked(alternatives, beginnings=False):
    """The keys of the entries that hold all words of one of the alternatives, the best first.

    beginnings: a word is also found at the beginning of a longer one, kaution in kautionsløfte.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL, [_query(alternatives, beginnings, "{}", "{}:*", " & ", " | ")])
        else:
            cursor.execute(SQLITE, [_query(alternatives, beginnings, '"{}"', '"{}"*', " AND ", " OR ")])
        return [pk for (pk,) in cursor.fetchall()]


def is_beginning(stem):
    """Whether longer words that begin with this one are found by it."""
    return len(stem) >= SHORTEST_BEGINNING and not any(letter.isdigit() for letter in stem)


def _query(alternatives, beginnings, whole, beginning, both, either):
    """The alternatives in the database's own words; the stems are plain letters and digits."""

    def asked(stem):
        return (beginning if beginnings and is_beginning(stem) else whole).format(stem)

    return either.join(f"({both.join(map(asked, words))})" for words in alternatives)
