from django.db import migrations, models

# The words are stemmed already, so neither database is asked to know Danish. Both keep their index themselves:
# SQLite by triggers on the table, PostgreSQL by a generated column.
SQLITE = [
    """CREATE VIRTUAL TABLE lessons_search USING fts5(
        title_words, name_words, words, content='lessons_searchentry', content_rowid='id', tokenize='ascii')""",
    """CREATE TRIGGER lessons_search_insert AFTER INSERT ON lessons_searchentry BEGIN
        INSERT INTO lessons_search(rowid, title_words, name_words, words)
        VALUES (new.id, new.title_words, new.name_words, new.words); END""",
    """CREATE TRIGGER lessons_search_delete AFTER DELETE ON lessons_searchentry BEGIN
        INSERT INTO lessons_search(lessons_search, rowid, title_words, name_words, words)
        VALUES ('delete', old.id, old.title_words, old.name_words, old.words); END""",
    """CREATE TRIGGER lessons_search_update AFTER UPDATE ON lessons_searchentry BEGIN
        INSERT INTO lessons_search(lessons_search, rowid, title_words, name_words, words)
        VALUES ('delete', old.id, old.title_words, old.name_words, old.words);
        INSERT INTO lessons_search(rowid, title_words, name_words, words)
        VALUES (new.id, new.title_words, new.name_words, new.words); END""",
]
POSTGRESQL = [
    """ALTER TABLE lessons_searchentry ADD COLUMN document tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title_words), 'A') || setweight(to_tsvector('simple', name_words), 'B')
        || setweight(to_tsvector('simple', words), 'C')) STORED""",
    "CREATE INDEX lessons_search ON lessons_searchentry USING gin (document)",
]
BACK = {
    "sqlite": [
        "DROP TRIGGER lessons_search_insert",
        "DROP TRIGGER lessons_search_delete",
        "DROP TRIGGER lessons_search_update",
        "DROP TABLE lessons_search",
    ],
    "postgresql": ["DROP INDEX lessons_search", "ALTER TABLE lessons_searchentry DROP COLUMN document"],
}


def make(apps, schema_editor):
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in statements:
        schema_editor.execute(statement, params=None)


def undo(apps, schema_editor):
    for statement in BACK[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("lessons", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("key", models.CharField(max_length=60)),
                ("item", models.BigIntegerField(null=True)),
                ("title", models.CharField(max_length=240)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("url", models.CharField(max_length=250)),
                ("parts", models.JSONField(default=list)),
                ("title_words", models.TextField()),
                ("name_words", models.TextField(blank=True)),
                ("words", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "søgeindgang",
                "verbose_name_plural": "søgeindgange",
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "key"), name="lessons_search_entry_once"),
                ],
            },
        ),
        migrations.RunPython(make, undo),
    ]
