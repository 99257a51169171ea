"""The kinds of questions: siblings of one shape, one short module each, in one list."""

from quizzes.kinds.argument import Argument
from quizzes.kinds.choice import Multiple, Single
from quizzes.kinds.citation import Citation
from quizzes.kinds.day import Day
from quizzes.kinds.gaps import Gaps
from quizzes.kinds.generated import Generated
from quizzes.kinds.hottext import HotText
from quizzes.kinds.matching import Matching
from quizzes.kinds.number import Number
from quizzes.kinds.ordering import Ordering
from quizzes.kinds.shape import Judged, Kind, Unreadable, Verdict
from quizzes.kinds.short import Short
from quizzes.kinds.truefalse import TrueFalse

LISTED: tuple[Kind, ...] = (
    Single(),
    Multiple(),
    TrueFalse(),
    Number(),
    Day(),
    Citation(),
    Ordering(),
    Matching(),
    Gaps(),
    Short(),
    HotText(),
    Argument(),
    Generated(),
)
KINDS = {kind.name: kind for kind in LISTED}

__all__ = ["KINDS", "LISTED", "Judged", "Kind", "Unreadable", "Verdict"]
