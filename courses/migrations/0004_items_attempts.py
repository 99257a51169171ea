"""An assignment consists of items, and a submission is one try at one of them."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import courses.models.item


def one_item_each(apps, schema_editor):
    """Every assignment gets its case or quiz as its only item. Quizzes were drawn for each student."""
    assignments = apps.get_model("courses", "Assignment").objects
    item, submission = apps.get_model("courses", "Item"), apps.get_model("courses", "Submission")
    made = item.objects.bulk_create(
        item(assignment_id=pk, case_id=case, quiz_id=quiz)
        for pk, case, quiz in assignments.values_list("pk", "case_id", "quiz_id")
    )
    for one in made:
        submission.objects.filter(assignment_id=one.assignment_id).update(item=one)
    assignments.exclude(quiz=None).update(variant="own")
    _settle(schema_editor)


def back_on_the_assignment(apps, schema_editor):
    """The only item's case or quiz goes back to the assignment."""
    item, submission = apps.get_model("courses", "Item"), apps.get_model("courses", "Submission")
    for one in item.objects.select_related("assignment"):
        one.assignment.case_id, one.assignment.quiz_id = one.case_id, one.quiz_id
        one.assignment.save(update_fields=["case", "quiz"])
    submission.objects.update(item=None)
    item.objects.all().delete()
    _settle(schema_editor)


def refuse_what_does_not_fit(apps, schema_editor):
    """What the earlier tables cannot hold is not thrown away."""
    item, submission = apps.get_model("courses", "Item"), apps.get_model("courses", "Submission")
    items = item.objects.values_list("assignment", flat=True)
    if len(items) != len(set(items)) or item.objects.exclude(section=None).exists():
        raise RuntimeError("Assignments of several items, or with a section to read, cannot be taken back.")
    if submission.objects.filter(number__gt=1).exists():
        raise RuntimeError("Several tries at an assignment cannot be taken back.")
    if apps.get_model("courses", "Assignment").objects.filter(items=None).exists():
        raise RuntimeError("An assignment without an item cannot be taken back.")


def _settle(schema_editor):
    """PostgreSQL alters no table whose foreign keys are still to be checked."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_modes_help_and_argument"),
        ("courses", "0003_groups_roster"),
        ("lessons", "0003_checklists"),
        ("quizzes", "0003_knowing"),
    ]

    operations = [
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveSmallIntegerField(default=1, verbose_name="Rækkefølge")),
                ("weight", models.PositiveSmallIntegerField(default=1, verbose_name="Vægt")),
                ("seed", models.PositiveBigIntegerField(default=courses.models.item.new_seed, editable=False)),
                ("assignment", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="items", to="courses.assignment")),
                ("case", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="set_items", to="cases.case")),
                ("quiz", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="set_items", to="quizzes.quiz")),
                ("section", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="set_items", to="lessons.section")),
            ],
            options={
                "verbose_name": "del af aflevering",
                "verbose_name_plural": "dele af afleveringer",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(case__isnull=False, quiz=None, section=None)
                        | Q(case=None, quiz__isnull=False, section=None)
                        | Q(case=None, quiz=None, section__isnull=False),
                        name="item_one_case_quiz_or_section",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="assignment",
            name="attempts",
            field=models.PositiveSmallIntegerField(default=1, help_text="0: så mange, de vil, dog højst 20.", verbose_name="Antal forsøg"),
        ),
        migrations.AddField(
            model_name="assignment",
            name="counts",
            field=models.CharField(
                choices=[("best", "Det bedste"), ("last", "Det sidste"), ("first", "Det første"), ("mean", "Gennemsnittet af dem")],
                default="best",
                help_text="Ved flere forsøg.",
                max_length=10,
                verbose_name="Det, der tæller",
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="variant",
            field=models.CharField(
                choices=[
                    ("original", "Alle får opgaven, som den er skrevet"),
                    ("same", "Alle får den samme nye variant"),
                    ("own", "Hver får sin egen variant"),
                ],
                default="original",
                max_length=10,
                verbose_name="Variant",
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="number",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="Forsøg"),
        ),
        migrations.AddField(
            model_name="submission",
            name="item",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="submissions", to="courses.item"),
        ),
        migrations.RemoveConstraint(model_name="assignment", name="assignment_one_case_or_one_quiz"),
        migrations.RunPython(one_item_each, back_on_the_assignment),
        migrations.AlterField(
            model_name="submission",
            name="item",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="submissions", to="courses.item"),
        ),
        migrations.RemoveField(model_name="assignment", name="case"),
        migrations.RemoveField(model_name="assignment", name="quiz"),
        migrations.RemoveConstraint(model_name="submission", name="one_submission_a_student"),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(fields=("item", "user", "number"), name="one_submission_a_try"),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(condition=Q(number__gte=1), name="submission_number_from_one"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=Q(counts__in=("first", "best", "last", "mean")), name="assignment_counts_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=Q(variant__in=["original", "same", "own"]), name="assignment_variant_known"
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, refuse_what_does_not_fit),
    ]
