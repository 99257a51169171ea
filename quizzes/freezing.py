"""A question of the bank, or a topic of the law, as one student will see it."""

from quizzes import chance, generated
from quizzes.kinds import KINDS
from quizzes.kinds.keys import new_key
from quizzes.models import Question
from rules.values import plain

TOLD = ("hint", "goal", "section", "terms")


def freeze(question: Question, seed: int, reading: str, *, shuffle: bool, options=None) -> dict:
    """The question as plain data, with new opaque keys for itself and its options.

    `options` stand in for those of the bank while an author has not saved them.
    """
    if question.is_generated:
        made = generated.make_in(
            question.topic, question.ask, seed, question.reading or reading, question.mistake
        )
        frozen, used = of_generated(made), made.made_from["reading"]
        frozen["text"] = question.text or frozen["text"]
        frozen["remark"] = question.remark
    else:
        written = question.options.all() if options is None else options
        frozen, used = _of_written(question, written, seed, shuffle=shuffle), question.reading or reading
    frozen |= {"question": str(question.uid), "worth": question.points}
    frozen |= {name: getattr(question, name) for name in TOLD if getattr(question, name)}
    frozen["topics"] = question.topics or [question.topic] * question.is_generated
    if used != reading:
        frozen["reading"] = used
    return frozen


def of_generated(made: generated.Made) -> dict:
    """A question made by the rules as plain data."""
    return {
        "key": new_key(),
        "kind": "single",
        "story": made.story,
        "told": made.told,
        "text": made.text,
        "remark": "",
        "path": made.path,
        "provisions": made.provisions,
        "parted": made.parted,
        "topics": [made.made_from["topic"]],
        "made_from": made.made_from,
        "options": [
            {
                "key": new_key(),
                "text": option.text,
                "right": option.right,
                "remark": option.remark,
                "mistake": option.mistake,
                "value": plain(option.value),
            }
            for option in made.options
        ],
    }


def _of_written(question: Question, written, seed: int, *, shuffle: bool) -> dict:
    kept = KINDS[question.kind].freeze(question, list(written), chance.of(seed), shuffle=shuffle)
    return {
        "key": new_key(),
        "kind": question.kind,
        "text": question.text,
        "remark": question.remark,
        "provisions": question.provisions,
    } | kept
