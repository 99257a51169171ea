"""Triggers that refuse to change or remove what is on record, for whoever comes past Django.

PostgreSQL refuses both. SQLite refuses the change alone: there a test empties its tables row by row.
"""

POSTGRESQL = """
CREATE OR REPLACE FUNCTION refuse_change_of_record() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'What is on record is never changed or removed.'; END
$$ LANGUAGE plpgsql;
CREATE TRIGGER {table}_stays BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_change_of_record();
"""
SQLITE = """
CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'What is on record is never changed or removed.'); END
"""


def protect(editor, table: str) -> None:
    """Put the trigger on a table, from a migration."""
    sql = POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE
    editor.execute(sql.format(table=table))


def release(editor, table: str) -> None:
    """Take it off again."""
    on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
    editor.execute(f"DROP TRIGGER {table}_stays{on}")
