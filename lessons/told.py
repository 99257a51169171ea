"""Facts and figures of the rules as they are printed: a label and what stands beside it."""


def facts_told(topic, facts, names):
    """The facts with these names, in words: (label, value)."""
    return [(topic.spec_of[name].label, topic.spec_of[name].printed(getattr(facts, name))) for name in names]


def figures_of(decision, keys=None, without=()):
    """The figures that apply as (label, printed value); or those with these keys, whether they apply or not."""
    known, given = decision.reading.figures, decision.figures
    wanted = [key for key in given if (given[key] is not None if keys is None else key in keys)]
    return [
        (known[key].label, known[key].printed(given[key]) or "intet") for key in wanted if key not in without
    ]
